package org.ganvas.data.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.ganvas.data.ImageShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inks whose embedded profile says that cyan is red: only a reader that uses the profile sees red. */
class InkProfileTest {

    private static final int TABLE = 256;
    private static final int PROFILE_TAG = 34675;

    @TempDir
    private Path folder;

    /** A printer's profile (ICC.1, class prtr) with lookup tables of two points an axis, to Lab in 8 bits and back. */
    private static byte[] profile() {
        byte[] toLab = toLab();
        byte[] toInks = toInks();
        int start = 128 + 4 + 2 * 12;
        ByteBuffer file = ByteBuffer.allocate(start + toLab.length + toInks.length);
        file.putInt(file.capacity()).putInt(0).putInt(0x02400000);
        for (String word : new String[] {"prtr", "CMYK", "Lab "}) {
            file.put(word.getBytes(StandardCharsets.US_ASCII));
        }
        file.position(36);
        file.put("acsp".getBytes(StandardCharsets.US_ASCII));
        // The white of the connection space, D50.
        file.position(68);
        file.putInt(0xF6D6).putInt(0x10000).putInt(0xD32D);
        file.position(128);
        file.putInt(2);
        file.put("A2B0".getBytes(StandardCharsets.US_ASCII)).putInt(start).putInt(toLab.length);
        file.put("B2A0".getBytes(StandardCharsets.US_ASCII))
                .putInt(start + toLab.length)
                .putInt(toInks.length);
        return file.put(toLab).put(toInks).array();
    }

    private static ByteBuffer table(int inputs, int outputs) {
        int nodes = 1 << inputs;
        ByteBuffer table = ByteBuffer.allocate(48 + (inputs + outputs) * TABLE + nodes * outputs);
        table.put("mft1".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        table.put((byte) inputs).put((byte) outputs).put((byte) 2).put((byte) 0);
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? 0x10000 : 0);
        }
        identities(table, inputs);
        return table;
    }

    private static byte[] toLab() {
        ByteBuffer table = table(4, 3);
        for (int node = 0; node < 16; node++) {
            boolean cyan = (node & 8) != 0;
            boolean black = (node & 1) != 0;
            table.put((byte) (black ? 0 : cyan ? 130 : 255));
            table.put((byte) (cyan && !black ? 200 : 128)).put((byte) (cyan && !black ? 190 : 128));
        }
        identities(table, 3);
        return table.array();
    }

    /** Black alone, which no test looks at, but readers take no profile without it. */
    private static byte[] toInks() {
        ByteBuffer table = table(3, 4);
        for (int node = 0; node < 8; node++) {
            table.put((byte) 0).put((byte) 0).put((byte) 0).put((byte) ((node & 4) != 0 ? 0 : 255));
        }
        identities(table, 4);
        return table.array();
    }

    private static void identities(ByteBuffer table, int count) {
        for (int i = 0; i < count * TABLE; i++) {
            table.put((byte) (i % TABLE));
        }
    }

    private static float[] expected(float cyan, float black) {
        return new ICC_ColorSpace(ICC_Profile.getInstance(profile())).toRGB(new float[] {cyan, 0, 0, black});
    }

    private static void assertSeen(Path file, float[] expected) throws ImageFaultException {
        byte[] pixel = ImageFileDecoder.decode(file, new ImageShape(3, 1, 1)).pixels();
        assertTrue((pixel[0] & 0xFF) > (pixel[1] & 0xFF) + 30, Arrays.toString(pixel) + " is not red");
        for (int i = 0; i < 3; i++) {
            assertEquals(255 * expected[i], pixel[i] & 0xFF, 4);
        }
    }

    @Test
    void aJpegIsReadByItsProfile() throws Exception {
        byte[] plain = Base64.getDecoder().decode(LibraryReadersTest.CMYK);
        byte[] profile = profile();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        // After the mark of the start: segment APP2 with the whole profile as its only part.
        file.write(plain, 0, 2);
        byte[] name = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
        int length = 2 + name.length + 2 + profile.length;
        file.write(new byte[] {(byte) 0xFF, (byte) 0xE2, (byte) (length >> 8), (byte) length});
        file.write(name);
        file.write(new byte[] {1, 1});
        file.write(profile);
        file.write(plain, 2, plain.length - 2);
        assertSeen(ImageTestFiles.bytes(folder.resolve("c.jpg"), file.toByteArray()), expected(0.5f, 0.2f));
    }

    @Test
    void aTiffIsReadByItsProfile() throws Exception {
        ByteBuffer inks = TiffTestFile.room(4 * 16);
        for (int i = 0; i < 16; i++) {
            inks.put((byte) 255).put((byte) 0).put((byte) 0).put((byte) 0);
        }
        TiffTestFile tiff = new TiffTestFile(4, 4, 8, inks)
                .with(TiffTestFile.PHOTOMETRIC, 5)
                .with(TiffTestFile.SAMPLES, 4);
        Path file = ImageTestFiles.bytes(folder.resolve("c.tif"), tiff.withBytes(PROFILE_TAG, profile()));
        assertSeen(file, expected(1, 0));
    }
}
