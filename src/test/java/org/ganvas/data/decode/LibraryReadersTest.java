package org.ganvas.data.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.ganvas.data.ImageShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the library's readers are asked to do, and what is said of files that are not read. */
class LibraryReadersTest {

    /** 8x8 pixels of 50 % cyan and 20 % black, written by ImageMagick as YCCK with Adobe's mark. */
    static final String CMYK =
            "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
                    + "AQEBAQEBAQEBAQEBAQEB/9sAQwEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
                    + "AQEBAQEBAQEBAQEB/8AAFAgACAAIBAERAAIRAQMRAQQRAP/EABQAAQAAAAAAAAAAAAAAAAAAAAr/xAAUEAEAAAAAAAAAAAAA"
                    + "AAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAACAr/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/ACXieoAJ"
                    + "gf/Z";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "tif", "webp", "pgm"})
    void theLibraryReadsTheseFormats(String format) {
        ImageReader reader = ImageIO.getImageReadersBySuffix(format).next();
        assertTrue(reader.getClass().getName().startsWith("com.twelvemonkeys."), reader.toString());
    }

    @Test
    void nothingIsKeptInTemporaryFiles() throws ImageFaultException {
        ImageFileDecoder.decode(ImageTestFiles.plain(folder.resolve("a.png"), 2, 2, 0), new ImageShape(1, 1, 1));
        assertFalse(ImageIO.getUseCache());
    }

    @Test
    void inksOfJpegBecomeTheLightThatTheyLetThrough() throws ImageFaultException {
        Path file = ImageTestFiles.bytes(
                folder.resolve("c.jpg"), Base64.getDecoder().decode(CMYK));
        byte[] pixel = ImageFileDecoder.decode(file, new ImageShape(3, 1, 1)).pixels();
        // 0.5 * 0.8, 0.8 and 0.8 of 255.
        assertEquals(102, pixel[0] & 0xFF, 1);
        assertEquals(204, pixel[1] & 0xFF, 1);
        assertEquals(204, pixel[2] & 0xFF, 1);
    }

    @Test
    void aJpegThatLacksItsEndMarkAloneIsRead() throws ImageFaultException {
        byte[] whole = ImageTestFiles.contentOf(
                ImageTestFiles.painted(folder.resolve("w.jpg"), 64, 64, (x, y) -> x * y * 997));
        Path file = ImageTestFiles.bytes(folder.resolve("e.jpg"), Arrays.copyOf(whole, whole.length - 2));
        ImageShape shape = new ImageShape(3, 64, 64);
        assertArrayEquals(
                ImageFileDecoder.decode(folder.resolve("w.jpg"), shape).pixels(),
                ImageFileDecoder.decode(file, shape).pixels());
        assertEquals(
                "is cut short",
                reason(ImageTestFiles.bytes(folder.resolve("f.jpg"), Arrays.copyOf(whole, whole.length - 40))));
    }

    @Test
    void aProgressiveJpegThatEndsEarlyIsNotTakenForACoarseOne() throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        Path file = folder.resolve("p.jpg");
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            image.setRGB(i % 64, i / 64, i * 997);
        }
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        byte[] whole = ImageTestFiles.contentOf(file);
        ImageTestFiles.bytes(file, Arrays.copyOf(whole, whole.length - whole.length / 4));
        assertEquals("is cut short", reason(file));
    }

    @ParameterizedTest
    @CsvSource({
        "HEIC, ....ftypheic",
        "AVIF, ....ftypavif",
        "JPEG 2000, \u00FFO\u00FFQ",
        "Photoshop, 8BPS",
        "PDF, %PDF-1.7",
        "HTML, <!DOCTYPE html><title>404</title>",
        "SVG, <?xml version='1.0'?><svg/>"
    })
    void aFormatThatIsNotReadIsNamedWhateverTheFileIsCalled(String format, String start) {
        Path file = ImageTestFiles.bytes(folder.resolve("a.jpg"), start.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("is in the format " + format + ", which is not read (convert it to PNG or JPEG)", reason(file));
    }

    @Test
    void theContentDecidesAndNotTheName() throws ImageFaultException {
        Path png = ImageTestFiles.plain(folder.resolve("a.png"), 2, 2, 0x102030);
        Path named = ImageTestFiles.bytes(folder.resolve("a.jpg"), ImageTestFiles.contentOf(png));
        assertArrayEquals(
                new byte[] {0x10, 0x20, 0x30},
                ImageFileDecoder.decode(named, new ImageShape(3, 1, 1)).pixels());
    }

    private static String reason(Path file) {
        return assertThrows(ImageFaultException.class, () -> ImageFileDecoder.decode(file, new ImageShape(1, 1, 1)))
                .reason()
                .english();
    }
}
