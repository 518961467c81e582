package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.ganvas.data.PointTransform;
import org.ganvas.data.ProgressListener;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.TimelapseExport;
import org.ganvas.project.media.TimelapsePoints;
import org.ganvas.project.media.TimelapseStyle;
import org.ganvas.session.history.ProjectCheckpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checkpoints in a project come back as they were; impossible ones are refused. */
class ProjectCheckpointsTest extends CorruptProject {

    @BeforeEach
    void saveWithCheckpoints() throws Exception {
        new ProjectStore().save(RunFixtures.tiny(), ProjectExtras.of(RunFixtures.past()), file);
        good = Files.readAllBytes(file);
    }

    @Test
    void comeBackToTheLastBit() throws Exception {
        RunFixtures.assertSame(RunFixtures.tiny(), new ProjectStore().load(file));
        List<ProjectCheckpoint> read = new ProjectStore().checkpoints(file);
        assertEquals(4, read.size());
        for (int i = 0; i < read.size(); i++) {
            ProjectCheckpoint expected = RunFixtures.past().get(i);
            ProjectCheckpoint actual = read.get(i);
            assertEquals(expected.step(), actual.step());
            assertEquals(expected.mark(), actual.mark());
            assertEquals(expected.trainedSeconds(), actual.trainedSeconds());
            assertArrayEquals(expected.grid().pixels(), actual.grid().pixels());
            assertArrayEquals(expected.grid().labels(), actual.grid().labels());
            assertEquals(expected.grid().columns(), actual.grid().columns());
        }
    }

    @Test
    void networksComeBackToTheLastBit() throws Exception {
        OpenedProject opened = new ProjectStore().open(file);
        List<ProjectCheckpoint> read = opened.checkpoints();
        assertEquals(List.of(7L, 60L), withNetworks(read));
        ProjectCheckpoint.Networks expected =
                Objects.requireNonNull(RunFixtures.past().get(2).networks());
        ProjectCheckpoint.Networks actual = Objects.requireNonNull(read.get(2).networks());
        assertEquals(expected.spec(), actual.spec());
        assertEquals(2, actual.threads());
        assertEquals(60, actual.state().step());
        for (int i = 0; i < expected.state().arrays().size(); i++) {
            NamedArray array = expected.state().arrays().get(i);
            assertEquals(array.name(), actual.state().arrays().get(i).name());
            assertArrayEquals(array.shape(), actual.state().arrays().get(i).shape());
            assertArrayEquals(array.values(), actual.state().arrays().get(i).values());
        }
        Path again = file.resolveSibling("again.ganvas");
        new ProjectStore().save(opened.run(), opened.extras(), again);
        assertEquals(
                List.of(7L, 60L), withNetworks(new ProjectStore().open(again).checkpoints()));
        assertEquals(List.of(), withNetworks(new ProjectStore().checkpoints(file)), "the list alone reads no networks");
    }

    private static List<Long> withNetworks(List<ProjectCheckpoint> checkpoints) {
        return checkpoints.stream()
                .filter(checkpoint -> checkpoint.networks() != null)
                .map(ProjectCheckpoint::step)
                .toList();
    }

    @Test
    void networksThatTheRunCannotHaveHadAreRefused() throws Exception {
        refused("networks/7.npy", "networks/8.npy", "not where it belongs");
        refused("\"threads\" : 2", "\"threads\" : -2", "threads");
        Files.write(file, good);
        rewrite(json -> {
            int at = json.indexOf("\"networks\" : [ {");
            return json.substring(0, at) + json.substring(at).replaceFirst("\"latentDim\" : 3", "\"latentDim\" : 4");
        });
        assertRefused("not of this run");
        Files.write(file, good);
        Map<String, byte[]> parts = parts();
        parts.remove("networks/60.npy");
        write(parts);
        assertRefused("networks/60.npy is missing");
        Files.write(file, good);
        parts = parts();
        byte[] values = parts.get("networks/60.npy");
        values[values.length - 1] ^= 1;
        write(parts);
        RunFixtures.assertSame(RunFixtures.tiny(), new ProjectStore().load(file));
        ProjectException refusal = assertThrows(ProjectException.class, () -> new ProjectStore().open(file));
        assertTrue(refusal.getMessage().contains("not what was saved"), refusal.getMessage());
    }

    @Test
    void aProjectWithoutAnyHasNone() throws Exception {
        new ProjectStore().save(RunFixtures.tiny(), file);
        assertEquals(List.of(), new ProjectStore().checkpoints(file));
    }

    @Test
    void listsThatNoRunCanHaveAreRefused() throws Exception {
        refused("\"step\" : 7,", "\"step\" : -7,", "not in order");
        refused("\"mark\" : \"\"", "\"mark\" : \"" + "m".repeat(300) + "\"", "too long");
        refused("\"trainedSeconds\" : 0.7", "\"trainedSeconds\" : -1", "not a time");
        refused("moments/7.npy", "moments/0.npy", "not where it belongs");
        refused("\"rows\" : 2", "\"rows\" : 0", "impossible grid");
        refused("\"rows\" : 2", "\"rows\" : 2000000000", "impossible grid");
        refused("\"rows\" : 2,\n    \"columns\" : 4", "\"rows\" : 1024,\n    \"columns\" : 1024", "larger than");
        refused("\"rows\" : 2", "\"rows\" : 3", "another shape");
    }

    private void refused(String from, String to, String because) throws Exception {
        Files.write(file, good);
        rewrite(json -> json.replace(from, to));
        ProjectException refusal = assertThrows(ProjectException.class, () -> new ProjectStore().checkpoints(file));
        assertSentence(refusal);
        assertTrue(refusal.getMessage().contains(because), because + " is not in: " + refusal.getMessage());
    }

    @Test
    void missingAndDamagedImagesAreRefused() throws Exception {
        Map<String, byte[]> parts = parts();
        parts.remove("moments/60.npy");
        write(parts);
        assertRefused("moments/60.npy is missing");
        Files.write(file, good);
        parts = parts();
        byte[] pixels = parts.get("moments/60.npy");
        pixels[pixels.length - 1] ^= 1;
        write(parts);
        RunFixtures.assertSame(RunFixtures.tiny(), new ProjectStore().load(file));
        ProjectException refusal = assertThrows(ProjectException.class, () -> new ProjectStore().checkpoints(file));
        assertTrue(refusal.getMessage().contains("not what was saved"), refusal.getMessage());
    }

    @Test
    void theTimeLapseShowsEveryCheckpointAndItsStep() throws Exception {
        Path gif = file.resolveSibling("run.gif");
        List<Double> fractions = new ArrayList<>();
        assertEquals(4, TimelapseExport.save(RunFixtures.past(), new float[0], stoppingAfter(99, fractions), gif));
        assertEquals(28, fractions.size());
        assertEquals(1, fractions.get(27));
        assertTrue(Files.readString(gif, StandardCharsets.ISO_8859_1).startsWith("GIF89a"));
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            ImageReader reader = readers.next();
            reader.setInput(in);
            assertEquals(8 + 20, reader.getNumImages(true), "two frames per checkpoint, and the last one for a second");
            int height = reader.read(0).getHeight();
            int caption = reader.read(27).getRGB(reader.read(27).getWidth() - 1, height - 1);
            assertEquals(0x10, caption & 0xF0, "the caption lies on a dark ground");
            assertTrue(!same(reader, 0, 27, height), "the first and the last step have other numbers under them");
        }
        assertThrows(
                ProjectException.class,
                () -> TimelapseExport.save(List.of(), new float[0], ProgressListener.NONE, gif));
    }

    @Test
    void theTimeLapseHasTheChosenSizeRateAndCaption() throws Exception {
        Path plain = file.resolveSibling("plain.gif");
        Path captioned = file.resolveSibling("captioned.gif");
        List<Double> fractions = new ArrayList<>();
        ProgressListener all = stoppingAfter(99, fractions);
        TimelapseExport.save(
                RunFixtures.past(),
                step -> new TimelapsePoints(new float[0], PointTransform.IDENTITY),
                new TimelapseStyle(256, 10, false),
                all,
                plain);
        assertEquals(8 + 10, fractions.size(), "the last frame stays for a second");
        TimelapseExport.save(
                RunFixtures.past(),
                step -> new TimelapsePoints(new float[0], PointTransform.IDENTITY),
                new TimelapseStyle(256, 10, true),
                all,
                captioned);
        BufferedImage without = ImageIO.read(plain.toFile());
        BufferedImage with = ImageIO.read(captioned.toFile());
        assertEquals(without.getWidth(), with.getWidth());
        assertTrue(without.getWidth() <= 256 && without.getHeight() <= 256);
        assertTrue(with.getHeight() > without.getHeight());
    }

    @Test
    void theTimeLapseIsAVideoIfItsFileIsCalledOne() throws Exception {
        Path video = file.resolveSibling("run.mp4");
        TimelapseExport.save(
                RunFixtures.past(),
                step -> new TimelapsePoints(new float[0], PointTransform.IDENTITY),
                new TimelapseStyle(64, 10, true),
                ProgressListener.NONE,
                video);
        assertTrue(Files.readString(video, StandardCharsets.ISO_8859_1)
                .substring(0, 12)
                .contains("ftyp"));
    }

    @Test
    void aStoppedTimeLapseLeavesNothing() {
        Path gif = file.resolveSibling("stopped.gif");
        List<Double> fractions = new ArrayList<>();
        assertThrows(
                CancellationException.class,
                () -> TimelapseExport.save(RunFixtures.past(), new float[0], stoppingAfter(3, fractions), gif));
        assertEquals(3, fractions.size());
        assertEquals(
                List.of(), Arrays.asList(gif.getParent().toFile().list((folder, name) -> name.contains("stopped"))));
    }

    private static ProgressListener stoppingAfter(int frames, List<Double> fractions) {
        return new ProgressListener() {
            @Override
            public void report(double fraction) {
                fractions.add(fraction);
            }

            @Override
            public boolean isCancelled() {
                return fractions.size() >= frames;
            }
        };
    }

    private static boolean same(ImageReader reader, int one, int other, int height) throws Exception {
        var first = reader.read(one);
        var second = reader.read(other);
        for (int y = height - 30; y < height; y++) {
            for (int x = 0; x < first.getWidth(); x++) {
                if (first.getRGB(x, y) != second.getRGB(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
