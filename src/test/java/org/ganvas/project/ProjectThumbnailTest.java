package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.imageio.ImageIO;
import org.ganvas.data.ImageShape;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.junit.jupiter.api.Test;

class ProjectThumbnailTest extends CorruptProject {

    private static final SampleGrid GRID = RunFixtures.ramp(new ImageShape(1, 28, 28), 12, 12);

    @Test
    void itShowsTheFirstRowsOfTheGrid() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(ProjectThumbnail.of(GRID)));
        assertEquals(10 * 29 - 1, image.getWidth());
        assertEquals(4 * 29 - 1, image.getHeight());
        // The first pixel of the second row is number 12 * 28 * 28 of the grid, whatever was cut off at the right.
        assertEquals(
                Math.round((GRID.pixels()[12 * 28 * 28] + 1) * 127.5f),
                image.getRaster().getSample(0, 29, 0));
    }

    @Test
    void smallImagesAreMagnifiedAndLargeOnesAreFewer() throws Exception {
        SampleGrid small = RunFixtures.ramp(new ImageShape(3, 2, 2), 2, 2);
        assertTrue(ImageIO.read(new ByteArrayInputStream(ProjectThumbnail.of(small)))
                        .getWidth()
                > 200);
        SampleGrid large = RunFixtures.ramp(new ImageShape(1, 256, 256), 3, 3);
        assertEquals(
                256,
                ImageIO.read(new ByteArrayInputStream(ProjectThumbnail.of(large)))
                        .getWidth());
    }

    @Test
    void pointsAndRunsWithoutAGridHaveNone() throws Exception {
        assertNull(ProjectThumbnail.of(null));
        assertNull(ProjectThumbnail.of(RunFixtures.ramp(ImageShape.POINT, 4, 4)));
        assertEquals(0, new ProjectStore().summary(file).thumbnail().length);
    }

    @Test
    void itIsWrittenAndReadWithTheProject() throws Exception {
        new ProjectStore().save(rendered(), file);
        assertArrayEquals(
                ProjectThumbnail.of(GRID), new ProjectStore().summary(file).thumbnail());
        RunFixtures.assertSame(RunFixtures.tiny(), new ProjectStore().load(file));
    }

    @Test
    void aProjectOpensWithoutItAndWithADamagedOne() throws Exception {
        new ProjectStore().save(rendered(), file);
        good = java.nio.file.Files.readAllBytes(file);
        Map<String, byte[]> parts = parts();
        parts.get(ProjectThumbnail.ENTRY)[100] ^= 1;
        write(parts);
        RunFixtures.assertSame(RunFixtures.tiny(), new ProjectStore().load(file));
        assertEquals(0, new ProjectStore().summary(file).thumbnail().length);
        parts.remove(ProjectThumbnail.ENTRY);
        write(parts);
        RunFixtures.assertSame(RunFixtures.tiny(), new ProjectStore().load(file));
        assertEquals(0, new ProjectStore().summary(file).thumbnail().length);
    }

    @Test
    void anImageThatClaimsToBeHugeIsNotShown() throws Exception {
        byte[] png = ProjectThumbnail.of(GRID);
        assertTrue(ProjectThumbnail.isSmallPng(png));
        png[16] = 0x7f;
        assertFalse(ProjectThumbnail.isSmallPng(png));
        assertFalse(ProjectThumbnail.isSmallPng(new byte[100]));
        assertFalse(ProjectThumbnail.isSmallPng(new byte[0]));
    }

    @Test
    void otherImagesAreRefused() throws Exception {
        rewrite(json ->
                json.replace("\"pictures\" : [ ]", "\"pictures\" : [ {\"entry\" : \"a.png\", \"sha256\" : \"\"} ]"));
        assertRefused("an image is not where it belongs");
    }

    private static RunCapture rendered() {
        RunCapture run = RunFixtures.tiny();
        return new RunCapture(run.info(), run.state(), run.trainedSeconds(), run.scalars(), run.threads(), GRID);
    }
}
