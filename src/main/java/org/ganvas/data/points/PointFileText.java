package org.ganvas.data.points;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text of a file of points in the encoding that it has: UTF-16 by its mark or its zeros, UTF-8, else Latin-1, in which only
 * a header can differ. Stateless; any thread that may wait for a disk.
 */
final class PointFileText {

    private static final int PROBE = 1 << 16;

    private PointFileText() {}

    /** Reader of the lines after any mark; decodes strictly, so that other files fail instead of turning into nonsense. */
    static BufferedReader open(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(PROBE);
        }
        Charset charset = charset(start);
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            in.skipNBytes(markLength(start));
            return new BufferedReader(new InputStreamReader(in, charset.newDecoder()));
        } catch (IOException failure) {
            in.close();
            throw failure;
        }
    }

    private static Charset charset(byte[] start) throws CharacterCodingException {
        if (startsWith(start, 0xFF, 0xFE) || looksLikeUtf16(start, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(start, 0xFE, 0xFF) || looksLikeUtf16(start, 0)) {
            return StandardCharsets.UTF_16BE;
        }
        for (byte one : start) {
            if (one == 0) {
                throw new CharacterCodingException();
            }
        }
        return isUtf8(start) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    private static int markLength(byte[] start) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF) ? 2 : 0;
    }

    private static boolean startsWith(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (start.length <= i || (start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether every second byte is zero and no other, as in digits of UTF-16. */
    private static boolean looksLikeUtf16(byte[] start, int zeroAt) {
        int even = start.length & ~1;
        for (int i = 0; i < even; i += 2) {
            if (start[i + zeroAt] != 0 || start[i + 1 - zeroAt] == 0) {
                return false;
            }
        }
        return even > 0;
    }

    private static boolean isUtf8(byte[] start) {
        int length = start.length;
        // The last character may be cut by the end of the probe.
        for (int cut = 0; cut < 4 && cut <= length; cut++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(start, 0, length - cut));
                return true;
            } catch (CharacterCodingException invalid) {
                if (length < PROBE) {
                    return false;
                }
            }
        }
        return false;
    }
}
