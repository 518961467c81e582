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
}
