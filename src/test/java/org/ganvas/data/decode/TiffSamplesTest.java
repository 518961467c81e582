package org.ganvas.data.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.ganvas.data.ImageShape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples of TIFF in all their types: read right, or left out with the reason. */
class TiffSamplesTest {

    private static final int FLOATING = 3;
    private static final int SIGNED = 2;
    private static final int COMPLEX = 6;
    private static final int[] SHARES = {0, 51, 102, 255};
    private static final byte[] LEVELS = {0, 51, 102, (byte) 255};

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("a.tif");
    }

    @Test
    void floatsFromZeroToOneOrTo255OrTo65535KeepTheirLevels() throws ImageFaultException {
        for (float white : new float[] {1, 255, 65535}) {
            write(32, FLOATING, (room, share) -> room.putFloat(white * share / 255));
            assertArrayEquals(LEVELS, pixels(), "floats up to " + white);
            write(64, FLOATING, (room, share) -> room.putDouble(white * share / 255));
            assertArrayEquals(LEVELS, pixels(), "doubles up to " + white);
        }
    }

    @Test
    void anOvershootOfInterpolationIsCut() throws ImageFaultException {
        write(32, FLOATING, (room, share) -> room.putFloat(share / 255f * 1.1f - 0.05f));
        assertArrayEquals(new byte[] {0, 43, 99, (byte) 255}, pixels());
    }

    @Test
    void unsignedIntegersOf32BitsKeepTheirLevelsInEachRange() throws ImageFaultException {
        for (long white : new long[] {255, 65535, 4294967295L}) {
            write(32, 1, (room, share) -> room.putInt((int) (white / 255 * share)));
            assertArrayEquals(LEVELS, pixels(), "integers up to " + white);
        }
    }

    @Test
    void floatsWhereWhiteIsZeroAreInverted() throws ImageFaultException {
        tiff(32, FLOATING, (room, share) -> room.putFloat(share / 255f))
                .with(TiffTestFile.PHOTOMETRIC, 0)
                .write(file);
        assertArrayEquals(new byte[] {(byte) 255, (byte) 204, (byte) 153, 0}, pixels());
    }

    @Test
    void samplesWithoutADefinedBrightnessAreLeftOutWithTheReason() {
        write(32, SIGNED, (room, share) -> room.putInt(share << 20));
        assertUndefined("signed 32");
        write(16, SIGNED, (room, share) -> room.putShort((short) (share * 100)));
        assertUndefined("signed 16");
        write(64, COMPLEX, (room, share) -> room.putFloat(share).putFloat(0));
        assertUndefined("complex");
        write(32, FLOATING, (room, share) -> room.putFloat(share == 0 ? Float.NaN : 1));
        assertUndefined("not a number");
        write(32, FLOATING, (room, share) -> room.putFloat(share / 255f * 9));
        assertUndefined("up to 9");
        write(32, FLOATING, (room, share) -> room.putFloat(share - 100));
        assertUndefined("from -100");
    }

    @Test
    void aCompressionThatIsNotReadIsNoDamage() {
        tiff(8, 1, (room, share) -> room.put(share.byteValue()))
                .with(259, 50000)
                .write(file);
        assertEquals(
                "is in the format TIFF, compression 50000, which is not read (convert it to PNG or JPEG)",
                assertThrows(ImageFaultException.class, this::pixels).reason().english());
    }

    @Test
    void greyInLabStaysGrey() throws ImageFaultException {
        ByteBuffer lab = TiffTestFile.room(3);
        // L* of sRGB grey 119 is 50.03: IEC 61966-2-1 and CIE 15.
        lab.put((byte) Math.round(50.03 * 2.55)).put((byte) 0).put((byte) 0);
        new TiffTestFile(1, 1, 8, lab)
                .with(TiffTestFile.PHOTOMETRIC, 8)
                .with(TiffTestFile.SAMPLES, 3)
                .write(file);
        byte[] pixel = ImageFileDecoder.decode(file, new ImageShape(3, 1, 1)).pixels();
        for (byte level : pixel) {
            assertEquals(119, level, 1);
        }
    }

    @Test
    void inksOfTiffBecomeTheLightThatTheyLetThrough() throws ImageFaultException {
        ByteBuffer inks = TiffTestFile.room(4);
        inks.put((byte) 128).put((byte) 0).put((byte) 255).put((byte) 51);
        new TiffTestFile(1, 1, 8, inks)
                .with(TiffTestFile.PHOTOMETRIC, 5)
                .with(TiffTestFile.SAMPLES, 4)
                .write(file);
        // (1 - 128/255)(1 - 51/255) and so on.
        assertArrayEquals(
                new byte[] {102, (byte) 204, 0},
                ImageFileDecoder.decode(file, new ImageShape(3, 1, 1)).pixels());
    }

    private void assertUndefined(String samples) {
        ImageFaultException fault = assertThrows(ImageFaultException.class, this::pixels, samples);
        assertEquals(
                "has numbers whose black and white are not defined (save it with 8 or 16 bits)",
                fault.reason().english(),
                samples);
    }

    private byte[] pixels() throws ImageFaultException {
        return ImageFileDecoder.decode(file, new ImageShape(1, 1, 4)).pixels();
    }

    private void write(int bits, int format, BiConsumer<ByteBuffer, Integer> sample) {
        tiff(bits, format, sample).write(file);
    }

    private static TiffTestFile tiff(int bits, int format, BiConsumer<ByteBuffer, Integer> sample) {
        ByteBuffer pixels = TiffTestFile.room(SHARES.length * bits / 8);
        for (int share : SHARES) {
            sample.accept(pixels, share);
        }
        return new TiffTestFile(SHARES.length, 1, bits, pixels).with(TiffTestFile.FORMAT, format);
    }
}
