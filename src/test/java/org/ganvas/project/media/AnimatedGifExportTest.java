package org.ganvas.project.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.ganvas.data.ImageShape;
import org.ganvas.project.RunFixtures;
import org.ganvas.session.run.SampleGrid;
import org.junit.jupiter.api.Test;

class AnimatedGifExportTest {

    private static final ImageShape GREY = new ImageShape(1, 16, 16);

    @Test
    void everyFrameIsThereInSizeAndOrder() throws IOException {
        List<SampleGrid> frames = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            float[] pixels = new float[GREY.size()];
            pixels[i] = 1;
            frames.add(new SampleGrid(GREY, 1, 1, pixels, new int[0], 0));
        }
        ImageReader gif = reader(gif(frames, new ContactSheetStyle(2, 0), 10));
        assertEquals(5, gif.getNumImages(true));
        for (int i = 0; i < 5; i++) {
            assertEquals(32, gif.read(i).getWidth());
            assertEquals(32, gif.read(i).getHeight());
            assertEquals(255, grey(gif, i, 2 * i, 1), "frame " + i);
            assertEquals(128, grey(gif, i, 2 * i + 2, 1), "frame " + i);
        }
    }

    @Test
    void greyKeepsAll256Levels() throws IOException {
        ImageReader gif = reader(gif(List.of(RunFixtures.ramp(GREY, 1, 1)), new ContactSheetStyle(1, 0), 10));
        for (int i = 0; i < 256; i++) {
            assertEquals(i, grey(gif, 0, i % 16, i / 16));
        }
    }

    @Test
    void itLoopsForEver() throws IOException {
        byte[] file = gif(
                List.of(RunFixtures.ramp(GREY, 1, 1), RunFixtures.ramp(GREY, 1, 1)), new ContactSheetStyle(1, 0), 10);
        IIOMetadataNode loop = (IIOMetadataNode) root(reader(file), 0)
                .getElementsByTagName("ApplicationExtension")
                .item(0);
        assertEquals("NETSCAPE", loop.getAttribute("applicationID"));
        assertEquals("2.0", loop.getAttribute("authenticationCode"));
        assertArrayEquals(new byte[] {1, 0, 0}, (byte[]) loop.getUserObject());
        assertEquals(
                0,
                root(reader(file), 1)
                        .getElementsByTagName("ApplicationExtension")
                        .getLength());
    }

    @Test
    void delaysAddUpToTheFrameRate() throws IOException {
        assertArrayEquals(new int[] {10, 10, 10, 10, 10, 10}, delays(10));
        assertArrayEquals(new int[] {4, 4, 4, 4, 4, 4}, delays(25));
        assertArrayEquals(new int[] {3, 4, 3, 3, 4, 3}, delays(30));
        assertArrayEquals(new int[] {2, 2, 2, 2, 2, 2}, delays(50));
        assertArrayEquals(new int[] {200, 200, 200, 200, 200, 200}, delays(0.5));
    }

    @Test
    void speedsThatViewersDoNotPlayAreRefused() {
        for (double speed : new double[] {0, -1, 51, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> delays(speed));
        }
    }

    @Test
    void aFewColoursAreExact() throws IOException {
        ImageShape shape = new ImageShape(3, 4, 4);
        SampleGrid grid = RunFixtures.ramp(shape, 2, 2);
        Raster expected =
                ContactSheetPainter.render(grid, new ContactSheetStyle(1, 0)).getRaster();
        ImageReader gif = reader(gif(List.of(grid), new ContactSheetStyle(1, 0), 10));
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                int[] rgb = expected.getPixel(x, y, (int[]) null);
                assertEquals(rgb[0] << 16 | rgb[1] << 8 | rgb[2], gif.read(0).getRGB(x, y) & 0xffffff);
            }
        }
    }

    @Test
    void aFailingFrameFailsTheWholeFile() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        IOException e = assertThrows(
                IOException.class,
                () -> AnimatedGifExport.write(
                        new ContactSheetStyle(1, 0),
                        10,
                        frames -> {
                            throw new IOException("stopped");
                        },
                        out));
        assertEquals("stopped", e.getMessage());
    }

    @Test
    void writtenFramesLeaveMemory() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnimatedGifExport.write(
                new ContactSheetStyle(1, 0),
                10,
                frames -> {
                    frames.add(RunFixtures.ramp(GREY, 1, 1));
                    int afterOne = out.size();
                    frames.add(RunFixtures.ramp(GREY, 1, 1));
                    assertTrue(out.size() > afterOne && afterOne > 256, "bytes: " + afterOne + ", " + out.size());
                },
                out);
    }

    private static int[] delays(double speed) throws IOException {
        List<SampleGrid> frames = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            frames.add(RunFixtures.ramp(GREY, 1, 1));
        }
        ImageReader gif = reader(gif(frames, new ContactSheetStyle(1, 0), speed));
        int[] delays = new int[6];
        for (int i = 0; i < 6; i++) {
            IIOMetadataNode control = (IIOMetadataNode)
                    root(gif, i).getElementsByTagName("GraphicControlExtension").item(0);
            delays[i] = Integer.parseInt(control.getAttribute("delayTime"));
        }
        return delays;
    }

    private static byte[] gif(List<SampleGrid> grids, ContactSheetStyle style, double speed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnimatedGifExport.write(
                style,
                speed,
                frames -> {
                    for (SampleGrid grid : grids) {
                        frames.add(grid);
                    }
                },
                out);
        return out.toByteArray();
    }

    private static int grey(ImageReader gif, int frame, int x, int y) throws IOException {
        return gif.read(frame).getRGB(x, y) & 0xff;
    }

    private static IIOMetadataNode root(ImageReader gif, int frame) throws IOException {
        return (IIOMetadataNode) gif.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
    }

    private static ImageReader reader(byte[] file) throws IOException {
        ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file));
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(in);
        return reader;
    }
}
