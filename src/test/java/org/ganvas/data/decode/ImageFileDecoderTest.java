package org.ganvas.data.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileDecoderTest {

    private static final ImageShape PIXEL = new ImageShape(3, 1, 1);
    private static final ImageShape GREY_PIXEL = new ImageShape(1, 1, 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif", "tif", "jpg"})
    void everyFormatGivesItsColour(String format) throws ImageFaultException {
        Path file = ImageTestFiles.plain(folder.resolve("a." + format), 16, 16, 0x6496C8);
        byte[] pixel = pixels(file, PIXEL);
        assertEquals(0x64, pixel[0] & 0xFF, 4);
        assertEquals(0x96, pixel[1] & 0xFF, 4);
        assertEquals(0xC8, pixel[2] & 0xFF, 4);
    }

    @Test
    void channelsComeOneAfterTheOtherAndRowsFromTheTop() throws ImageFaultException {
        Path file = ImageTestFiles.painted(
                folder.resolve("a.png"), 2, 2, (x, y) -> (10 + x + 2 * y) << 16 | (x + 1) << 8 | y);
        assertArrayEquals(new byte[] {10, 11, 12, 13, 1, 2, 1, 2, 0, 0, 1, 1}, pixels(file, new ImageShape(3, 2, 2)));
    }

    @Test
    void theCentreOfAWideOrTallImageIsUsed() throws ImageFaultException {
        // Red at both ends, green in the middle third.
        Path wide = ImageTestFiles.painted(folder.resolve("w.png"), 30, 10, (x, y) -> x / 10 == 1 ? 0xFF00 : 0xFF0000);
        Path tall = ImageTestFiles.painted(folder.resolve("t.png"), 10, 30, (x, y) -> y / 10 == 1 ? 0xFF00 : 0xFF0000);
        byte[] green = {0, (byte) 255, 0};
        assertArrayEquals(green, pixels(wide, PIXEL));
        assertArrayEquals(green, pixels(tall, PIXEL));
    }

    @Test
    void greyFilesKeepTheirLevelAndBecomeGreyInColour() throws ImageFaultException {
        Path eight = ImageTestFiles.grey(folder.resolve("8.png"), BufferedImage.TYPE_BYTE_GRAY, 100);
        Path sixteen = ImageTestFiles.grey(folder.resolve("16.png"), BufferedImage.TYPE_USHORT_GRAY, 100 * 257);
        Path jpeg = ImageTestFiles.grey(folder.resolve("8.jpg"), BufferedImage.TYPE_BYTE_GRAY, 100);
        for (Path file : new Path[] {eight, sixteen, jpeg}) {
            assertArrayEquals(new byte[] {100}, pixels(file, GREY_PIXEL), file.toString());
            assertArrayEquals(new byte[] {100, 100, 100}, pixels(file, PIXEL), file.toString());
        }
    }

    @Test
    void coloursBecomeTheirLuma() throws ImageFaultException {
        assertEquals(76, pixels(ImageTestFiles.plain(folder.resolve("r.png"), 4, 4, 0xFF0000), GREY_PIXEL)[0]);
        assertEquals(29, pixels(ImageTestFiles.plain(folder.resolve("b.png"), 4, 4, 0x0000FF), GREY_PIXEL)[0]);
    }

    @Test
    void transparentPixelsAreWhite() throws ImageFaultException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00000000);
        image.setRGB(1, 0, 0xFF102030);
        Path file = ImageTestFiles.write(folder.resolve("a.png"), image);
        assertArrayEquals(new byte[] {-1, 0x10, -1, 0x20, -1, 0x30}, pixels(file, new ImageShape(3, 1, 2)));
    }

    @Test
    void aFineCheckerboardKeepsItsMean() throws ImageFaultException {
        // A fine checkerboard, of which every third pixel alone would be black or white.
        Path file = ImageTestFiles.painted(
                folder.resolve("a.png"), 999, 999, (x, y) -> (x / 3 + y / 3) % 2 == 0 ? 0xFFFFFF : 0);
        for (byte level : pixels(file, new ImageShape(1, 8, 8))) {
            assertEquals(128, level & 0xFF, 2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10 20 30 40 50 60", "2, 20 10 40 30 60 50", "3, 60 50 40 30 20 10", "4, 50 60 30 40 10 20",
        "5, 10 30 50 20 40 60", "6, 50 30 10 60 40 20", "7, 60 40 20 50 30 10", "8, 20 40 60 10 30 50",
        "9, 10 20 30 40 50 60"
    })
    void photographsAreTurnedUpright(int orientation, String expected) throws ImageFaultException {
        // Two wide and three high, in blocks of 16 pixels that JPEG keeps apart.
        Path plain =
                ImageTestFiles.painted(folder.resolve("p.jpg"), 32, 48, (x, y) -> (x / 16 + y / 16 * 2 + 1) * 0x0A0A0A);
        boolean lying = orientation >= 5 && orientation <= 8;
        for (boolean little : new boolean[] {false, true}) {
            Path photo = ImageTestFiles.bytes(
                    folder.resolve("o.jpg"),
                    ImageTestFiles.withOrientation(ImageTestFiles.contentOf(plain), orientation, little));
            byte[] pixels = pixels(photo, lying ? new ImageShape(1, 2, 3) : new ImageShape(1, 3, 2));
            String[] levels = expected.split(" ");
            for (int i = 0; i < pixels.length; i++) {
                assertEquals(Integer.parseInt(levels[i]), pixels[i], 2, "place " + i);
            }
        }
    }

    @Test
    void hugeImagesAreRefusedByTheirHeader() {
        byte[] png = ImageTestFiles.contentOf(ImageTestFiles.plain(folder.resolve("small.png"), 4, 4, 0));
        CRC32 sum = new CRC32();
        sum.update(ByteBuffer.wrap(png).putInt(16, 20_000).putInt(20, 20_000).slice(12, 17));
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        Path huge = ImageTestFiles.bytes(folder.resolve("huge.png"), png);
        assertEquals(ImageFault.TOO_LARGE, fault(huge));
    }

    @Test
    void noBitOfAPngsHeaderOrPaletteIsBelievedThatWasNotWritten() throws ImageFaultException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_INDEXED);
        byte[] png = ImageTestFiles.contentOf(ImageTestFiles.write(folder.resolve("good.png"), image));
        assertEquals(PIXEL.size(), pixels(folder.resolve("good.png"), PIXEL).length);
        int palette = new String(png, StandardCharsets.ISO_8859_1).indexOf("PLTE") + 4;
        for (int place : new int[] {16, 19, 23, 24, 25, 28, 30, palette, palette + 700}) {
            byte[] spoiled = png.clone();
            spoiled[place] ^= 1;
            assertEquals(ImageFault.DAMAGED, fault(ImageTestFiles.bytes(folder.resolve("spoiled.png"), spoiled)));
        }
    }

    @Test
    void damagedFilesOfAllKindsAreReportedAsDamaged() {
        byte[] jpeg = ImageTestFiles.contentOf(
                ImageTestFiles.painted(folder.resolve("good.jpg"), 64, 64, (x, y) -> x * y * 997));
        byte[] png =
                ImageTestFiles.contentOf(ImageTestFiles.painted(folder.resolve("good.png"), 64, 64, (x, y) -> x * y));
        assertEquals(ImageFault.EMPTY, fault(ImageTestFiles.bytes(folder.resolve("empty.jpg"), new byte[0])));
        assertEquals(
                ImageFault.NOT_AN_IMAGE,
                fault(ImageTestFiles.bytes(folder.resolve("text.png"), "no image".getBytes())));
        assertEquals(
                ImageFault.CUT_SHORT,
                fault(ImageTestFiles.bytes(folder.resolve("half.jpg"), Arrays.copyOf(jpeg, jpeg.length / 2))));
        assertEquals(
                ImageFault.DAMAGED,
                fault(ImageTestFiles.bytes(folder.resolve("half.png"), Arrays.copyOf(png, png.length / 2))));
    }

    @Test
    void noBytesMakeItFailInAnotherWay() {
        byte[] good = ImageTestFiles.contentOf(
                ImageTestFiles.painted(folder.resolve("good.gif"), 16, 16, (x, y) -> x * 16 << y % 3 * 8));
        SeededRandomStream random = new SeededRandomStream(1, SeededRandomStream.Purpose.TEST, 0);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            byte[] spoiled = good.clone();
            for (int change = 0; change < 4; change++) {
                spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
            }
            try {
                pixels(ImageTestFiles.bytes(folder.resolve("spoiled.gif"), spoiled), PIXEL);
            } catch (ImageFaultException fault) {
                refused++;
            }
        }
        assertTrue(refused > 0, "none was refused");
    }

    private static byte[] pixels(Path file, ImageShape shape) throws ImageFaultException {
        return ImageFileDecoder.decode(file, shape).pixels();
    }

    private static ImageFault fault(Path file) {
        return assertThrows(ImageFaultException.class, () -> pixels(file, PIXEL), file.toString())
                .fault();
    }
}
