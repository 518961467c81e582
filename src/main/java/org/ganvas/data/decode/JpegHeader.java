package org.ganvas.data.decode;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;

/**
 * What decides how a JPEG file is read. Immutable; any thread.
 *
 * @param ycck whether cyan, magenta and yellow are coded as brightness and colour differences, by Adobe's mark
 * @param filled whether bytes of padding stand before a marker, of which the reader warns although they are allowed
 */
record JpegHeader(boolean ycck, boolean filled) {

    private static final int TRANSFORM_AT = 11;
    private static final int YCCK = 2;

    /** Reads the segments and seeks back to the start. */
    static JpegHeader of(ImageInputStream in) throws IOException {
        try {
            in.setByteOrder(ByteOrder.BIG_ENDIAN);
            in.seek(0);
            List<JPEGSegment> adobe = JPEGSegmentUtil.readSegments(in, Map.of(JPEG.APP14, List.of("Adobe")));
            byte[] segment =
                    adobe.isEmpty() ? new byte[0] : adobe.get(0).segmentData().readAllBytes();
            in.seek(2);
            return new JpegHeader(segment.length > TRANSFORM_AT && segment[TRANSFORM_AT] == YCCK, hasFill(in));
        } finally {
            in.seek(0);
        }
    }

    private static boolean hasFill(ImageInputStream in) throws IOException {
        try {
            for (int marker = in.readUnsignedShort(); marker != JPEG.SOS; marker = in.readUnsignedShort()) {
                if (marker == 0xFFFF) {
                    return true;
                }
                in.seek(in.getStreamPosition() + in.readUnsignedShort());
            }
        } catch (EOFException truncated) {
            // Decoding the image finds out.
            return false;
        }
        return false;
    }
}
