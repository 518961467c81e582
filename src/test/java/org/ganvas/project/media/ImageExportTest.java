package org.ganvas.project.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.RunFixtures;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.SampleGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

class ImageExportTest {

    private static final ContactSheetStyle PLAIN = new ContactSheetStyle(1, 0);

    @Test
    void greySamplesAreExact() throws IOException {
        SampleGrid grid = RunFixtures.ramp(new ImageShape(1, 16, 16), 1, 1);
        BufferedImage png = readBack(grid, PLAIN);
        assertEquals(1, png.getRaster().getNumBands());
        for (int i = 0; i < 256; i++) {
            assertEquals(i, png.getRaster().getSample(i % 16, i / 16, 0), "pixel " + i);
        }
    }

    @Test
    void colourKeepsItsChannels() throws IOException {
        float[] redThenBlue = {1, -1, -1, -1, -1, 1};
        SampleGrid grid = new SampleGrid(new ImageShape(3, 1, 2), 1, 1, redThenBlue, new int[0], 0);
        BufferedImage png = readBack(grid, PLAIN);
        assertEquals(0xffff0000, png.getRGB(0, 0));
        assertEquals(0xff0000ff, png.getRGB(1, 0));
    }

    @Test
    void imagesStandInTheirPlacesMagnifiedWithGaps() throws IOException {
        float[] values = {-1, 1, 0.5f, -0.5f, 0, 0.25f};
        SampleGrid grid = new SampleGrid(new ImageShape(1, 1, 1), 2, 3, values, new int[0], 0);
        BufferedImage png = readBack(grid, new ContactSheetStyle(3, 2));
        assertEquals(3 * 3 + 2 * 2, png.getWidth());
        assertEquals(2 * 3 + 2, png.getHeight());
        for (int y = 0; y < png.getHeight(); y++) {
            for (int x = 0; x < png.getWidth(); x++) {
                boolean gap = x % 5 > 2 || y % 5 > 2;
                int expected = gap ? 64 : Math.round((values[y / 5 * 3 + x / 5] + 1) * 127.5f);
                assertEquals(expected, png.getRaster().getSample(x, y, 0), x + ", " + y);
            }
        }
    }

    @Test
    void valuesOutsideAreCutAndNotANumberIsBlack() {
        assertEquals((byte) 0, ContactSheetPainter.toByte(-7));
        assertEquals((byte) 255, ContactSheetPainter.toByte(1e30f));
        assertEquals((byte) 0, ContactSheetPainter.toByte(Float.NaN));
        assertEquals((byte) 0, ContactSheetPainter.toByte(Float.NEGATIVE_INFINITY));
        assertEquals((byte) 128, ContactSheetPainter.toByte(0));
    }

    @Test
    void textsAreInTheFileWhateverTheirLetters() throws IOException {
        byte[] png = png(
                RunFixtures.ramp(new ImageShape(1, 2, 2), 1, 1), PLAIN, Map.of("Description", "seed=1", "Title", "数字"));
        IIOMetadataNode root = metadata(png);
        assertEquals("seed=1", attribute(root, "tEXtEntry", "value"));
        assertEquals("Description", attribute(root, "tEXtEntry", "keyword"));
        assertEquals("数字", attribute(root, "iTXtEntry", "text"));
        assertTrue(new String(png, StandardCharsets.ISO_8859_1).contains("tEXtDescription\0seed=1"));
    }

    @Test
    void provenanceSufficesToGenerateTheImageAgain() {
        Map<String, String> texts = ImageProvenance.of(RunFixtures.tiny().info(), 1234);
        assertEquals("Doodle ziffern 数, step 1,234", texts.get("Title"));
        assertEquals(
                "preset=minute data=builtin:doodles seed=-7 step=1234 G=5-6-4 D=4-3-1 labels=PROJECTION"
                        + " loss=NON_SATURATING batch=8 adamG=2.0E-4/0.5/0.999 adamD=2.0E-4/0.5/0.999 ema=0.999",
                texts.get("Description"));
    }

    @Test
    void provenanceNamesConvolutionsByFiltersWindowAndStride() {
        String summary =
                ImageProvenance.summary(PresetRegistry.get("dcgan-light").spec());
        assertTrue(summary.startsWith("G=100-3136-t32k4s2-t1k4s2 D=784-"), summary);
    }

    @Test
    void fittingTakesTheLargestWholeFactor() {
        SampleGrid grid = RunFixtures.ramp(new ImageShape(1, 28, 28), 2, 10);
        // Ten images and nine gaps: 298 pixels at factor 1, 858 at 3, 1138 at 4.
        assertEquals(new ContactSheetStyle(3, 2), ContactSheetStyle.fitting(grid, 2, 1024));
        assertEquals(new ContactSheetStyle(1, 2), ContactSheetStyle.fitting(grid, 2, 10));
        assertEquals(
                new ContactSheetStyle(64, 0),
                ContactSheetStyle.fitting(RunFixtures.ramp(new ImageShape(1, 1, 1), 1, 1), 0, 1024));
    }

    @Test
    void saveReplacesAFileAndSaysWhatIsWrongOtherwise(@TempDir Path folder) throws Exception {
        SampleGrid grid = RunFixtures.ramp(new ImageShape(1, 2, 2), 1, 1);
        Path file = folder.resolve("grid.png");
        Files.writeString(file, "old");
        ImageExport.save(grid, PLAIN, Map.of(), file);
        assertEquals(2, ImageIO.read(file.toFile()).getWidth());
        ProjectException e = assertThrows(
                ProjectException.class,
                () -> ImageExport.save(
                        grid, PLAIN, Map.of(), folder.resolve("no").resolve("grid.png")));
        assertTrue(e.getMessage().contains("the folder does not exist"), e.getMessage());
    }

    private static BufferedImage readBack(SampleGrid grid, ContactSheetStyle style) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png(grid, style, Map.of())));
    }

    private static byte[] png(SampleGrid grid, ContactSheetStyle style, Map<String, String> texts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageExport.write(grid, style, texts, out);
        return out.toByteArray();
    }

    private static IIOMetadataNode metadata(byte[] png) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in);
            return (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
        }
    }

    private static String attribute(IIOMetadataNode root, String element, String name) {
        NodeList nodes = root.getElementsByTagName(element);
        return ((IIOMetadataNode) nodes.item(0)).getAttribute(name);
    }
}
