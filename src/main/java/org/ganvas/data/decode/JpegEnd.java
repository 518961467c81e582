package org.ganvas.data.decode;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Repair of JPEG files that lack nothing but their end mark, as some cameras and cut transfers leave them. The mark alone
 * makes the reader tell them from files whose pixels end early. Stateless; any thread.
 */
final class JpegEnd {

    private static final int SOF_BASELINE = 0xFFC0;
    private static final int SOF_EXTENDED = 0xFFC1;
    private static final int SOF_LAST = 0xFFCF;
    private static final int TABLE_DHT = 0xFFC4;
    private static final int TABLE_DAC = 0xFFCC;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final long MAX_BYTES = 64L << 20;

    private JpegEnd() {}

    /** Bytes of a file with the end mark; null if it is no JPEG with all its channels in one scan. */
    static byte @Nullable [] appended(Path file, ImageFormat format) {
        try {
            // A file of several scans that ends between two of them looks complete and is coarse.
            if (format != ImageFormat.JPEG || Files.size(file) > MAX_BYTES) {
                return null;
            }
            byte[] bytes = Files.readAllBytes(file);
            if (!hasSingleScan(bytes)) {
                return null;
            }
            byte[] ended = Arrays.copyOf(bytes, bytes.length + 2);
            ended[bytes.length] = (byte) 0xFF;
            ended[bytes.length + 1] = (byte) 0xD9;
            return ended;
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static boolean hasSingleScan(byte[] bytes) throws IOException {
        try (ImageInputStream in = new ByteArrayImageInputStream(bytes)) {
            in.readUnsignedShort();
            int components = -1;
            while (true) {
                int marker = in.readUnsignedShort();
                if (marker == 0xFFFF) {
                    in.seek(in.getStreamPosition() - 1);
                    continue;
                }
                long next = in.getStreamPosition() + in.readUnsignedShort();
                if (marker == START_OF_SCAN) {
                    return in.readUnsignedByte() == components;
                }
                if (marker == SOF_BASELINE || marker == SOF_EXTENDED) {
                    in.skipBytes(5);
                    components = in.readUnsignedByte();
                } else if (marker > SOF_EXTENDED && marker <= SOF_LAST && marker != TABLE_DHT && marker != TABLE_DAC) {
                    return false;
                }
                in.seek(next);
            }
        }
    }
}
