package org.ganvas.data.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.ganvas.data.ImageShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WebpChunksTest {

    @TempDir
    private Path folder;

    /** An extended file of 24x24 pixels with an alpha chunk, as its beginning says; the image itself is not needed. */
    private static byte[] extended() {
        ByteBuffer file = ByteBuffer.allocate(158).order(ByteOrder.LITTLE_ENDIAN);
        word(file, "RIFF").putInt(150);
        word(file, "WEBP");
        word(file, "VP8X")
                .putInt(10)
                .putInt(0x10)
                .put((byte) 23)
                .putShort((short) 0)
                .put((byte) 23);
        file.putShort((short) 0);
        word(file, "ALPH").putInt(40);
        file.position(file.position() + 40);
        word(file, "VP8 ").putInt(158 - file.position() - 4);
        return file.array();
    }

    private static ByteBuffer word(ByteBuffer file, String text) {
        return file.put(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    @Timeout(60)
    void aFileThatIsCutAnywhereIsToldInsteadOfReadWithoutEnd() throws Exception {
        byte[] whole = extended();
        assertTrue(WebpChunks.areComplete(ImageTestFiles.bytes(folder.resolve("whole.webp"), whole)));
        for (int length = 16; length < whole.length - 1; length++) {
            Path file = ImageTestFiles.bytes(folder.resolve("cut.webp"), Arrays.copyOf(whole, length));
            ImageFaultException told = assertThrows(
                    ImageFaultException.class, () -> ImageFileDecoder.decode(file, new ImageShape(1, 8, 8)));
            assertEquals("is cut short", told.reason().english(), "of " + length + " bytes");
        }
    }

    /** A lossy image of a size, as its frame says, with nothing but zeros in it. */
    private static byte[] lossy(int side, int bytes) {
        ByteBuffer file = ByteBuffer.allocate(bytes + 20).order(ByteOrder.LITTLE_ENDIAN);
        word(file, "RIFF").putInt(bytes + 12);
        word(file, "WEBP");
        word(file, "VP8 ").putInt(bytes);
        file.put(new byte[] {0x50, 6, 0, (byte) 0x9D, 1, 0x2A})
                .putShort((short) side)
                .putShort((short) side);
        return file.array();
    }

    @Test
    void fewBytesAnnounceNoManyPixels() throws Exception {
        // 256 x 256 macroblocks take 12,288 bytes at least.
        Path bold = ImageTestFiles.bytes(folder.resolve("bold.webp"), lossy(4096, 12_000));
        assertEquals(
                ImageFault.CUT_SHORT,
                assertThrows(ImageFaultException.class, () -> ImageFileDecoder.decode(bold, new ImageShape(1, 8, 8)))
                        .fault());
        assertTrue(WebpChunks.areComplete(ImageTestFiles.bytes(folder.resolve("fair.webp"), lossy(4096, 12_300))));
    }
}
