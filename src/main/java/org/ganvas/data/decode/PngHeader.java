package org.ganvas.data.decode;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.stream.ImageInputStream;

/**
 * Check of what a PNG file says of itself: size, kind of colour and palette carry checksums (PNG Specification, 3rd
 * edition, 5.5), which the reader of the platform ignores. A flipped bit there would change every pixel unseen; the
 * pixels' own checksum is tested when they are inflated. Pure functions; any thread.
 */
final class PngHeader {

    private static final int SIGNATURE = 8;
    private static final int DATA = chunk("IDAT");
    private static final int PALETTE = chunk("PLTE");
    private static final int HEADER = chunk("IHDR");

    /** More than a palette or a header can have. */
    private static final int MAX_BYTES = 3 * 256;

    private PngHeader() {}

    /** Whether size, kind of colour and palette are what was written; leaves the stream where it was. */
    static boolean isIntact(ImageInputStream in) throws IOException {
        long start = in.getStreamPosition();
        try {
            long at = start + SIGNATURE;
            while (true) {
                in.seek(at);
                long size = in.readUnsignedInt();
                int kind = in.readInt();
                if (kind == DATA) {
                    return true;
                }
                if ((kind == HEADER || kind == PALETTE) && (size > MAX_BYTES || !matches(in, kind, (int) size))) {
                    return false;
                }
                at += 3L * Integer.BYTES + size;
            }
        } catch (EOFException noPixels) {
            return false;
        } finally {
            in.seek(start);
        }
    }

    private static boolean matches(ImageInputStream in, int kind, int size) throws IOException {
        byte[] content = new byte[size];
        in.readFully(content);
        CRC32 sum = new CRC32();
        for (int shift = 24; shift >= 0; shift -= 8) {
            sum.update(kind >>> shift);
        }
        sum.update(content);
        return sum.getValue() == in.readUnsignedInt();
    }

    private static int chunk(String name) {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        return letters[0] << 24 | letters[1] << 16 | letters[2] << 8 | letters[3];
    }
}
