package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ZipDirectoryReader;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.UpdateStatistics;
import org.ganvas.project.io.AtomicFileWriter;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.SettingChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectStoreTest {

    @TempDir
    private Path folder;

    @Test
    void loadGivesBackWhatWasSavedToTheLastBit() throws Exception {
        Path file = folder.resolve("run.ganvas");
        new ProjectStore().save(RunFixtures.tiny(), file);
        RunFixtures.assertSame(RunFixtures.tiny(), new ProjectStore().load(file));
    }

    @Test
    void openingGivesRunSummaryAndCheckpointsFromOneReadingOfTheFile() throws Exception {
        Path file = folder.resolve("run.ganvas");
        SampleGrid grid = RunFixtures.ramp(new ImageShape(1, 2, 2), 2, 4);
        List<ProjectCheckpoint> checkpoints = List.of(new ProjectCheckpoint(4.2, "good", grid));
        ProjectExtras extras = new ProjectExtras(checkpoints, List.of("charts"));
        AtomicInteger opened = new AtomicInteger();
        ProjectStore store = new ProjectStore(UnaryOperator.identity(), zip -> {
            opened.incrementAndGet();
            return ZipDirectoryReader.open(zip, ProjectLimits.MAX_ENTRIES);
        });
        store.save(RunFixtures.rendered(), extras, file);
        OpenedProject project = store.open(file);
        assertEquals(1, opened.get());
        RunFixtures.assertSame(RunFixtures.tiny(), project.run());
        assertEquals(List.of("charts"), project.summary().hidden());
        assertTrue(project.summary().thumbnail().length > 0);
        assertEquals(1, project.checkpoints().size());
        assertEquals("good", project.checkpoints().get(0).mark());
        assertArrayEquals(grid.pixels(), project.checkpoints().get(0).grid().pixels());
        assertEquals(project.checkpoints(), project.extras().checkpoints());
        assertEquals(List.of("charts"), project.extras().hidden());
    }

    @Test
    void aRunThatWasNeverTrainedComesBackToo() throws Exception {
        RunCapture fresh = new RunCapture(
                RunFixtures.tiny().info(), new org.ganvas.engine.state.TrainerState(0, List.of()), 0, new ScalarLog());
        Path file = folder.resolve("fresh.ganvas");
        new ProjectStore().save(fresh, file);
        RunFixtures.assertSame(fresh, new ProjectStore().load(file));
    }

    @Test
    void everyCurveAndEveryChangedSettingComesBack() throws Exception {
        RunCapture tiny = RunFixtures.tiny();
        ScalarLog log = new ScalarLog();
        for (int step = 1; step <= 100; step++) {
            UpdateStatistics update = new UpdateStatistics(1.0 / step, 1e-3 * step, 2e-4);
            UpdateStatistics ofGenerator = step > 50 ? update : UpdateStatistics.NONE;
            log.append(step, step, new StepReport(1, 2, 3, 4, 5.0 * step, 0, update, ofGenerator, null));
        }
        log.changes().append(new SettingChange(10, 10, "rate.generator", "2.0E-4", "\u6570"));
        log.changes().append(new SettingChange(60, 60, "rate.discriminator", "1", "0.5"));
        RunCapture run = new RunCapture(tiny.info(), tiny.state(), tiny.trainedSeconds(), log);
        Path file = folder.resolve("run.ganvas");
        new ProjectStore().save(run, file);
        RunFixtures.assertSame(run, new ProjectStore().load(file));
        assertEquals(2, new ProjectStore().load(file).scalars().changes().read().size());
    }

    private static ProjectExtras hiding(String... panes) {
        return new ProjectExtras(List.of(), List.of(panes));
    }

    @Test
    void whatIsHiddenFromAClassComesBack() throws Exception {
        Path file = folder.resolve("class.ganvas");
        ProjectStore store = new ProjectStore();
        store.save(RunFixtures.tiny(), hiding("charts", "seed"), file);
        assertEquals(List.of("charts", "seed"), store.summary(file).hidden());
        store.save(RunFixtures.tiny(), file);
        assertEquals(List.of(), store.summary(file).hidden());
    }

    @Test
    void whatIsHiddenHasALimitAndDecentNames() throws Exception {
        ProjectStore store = new ProjectStore();
        store.save(RunFixtures.tiny(), hiding("../charts"), folder.resolve("names.ganvas"));
        assertThrows(ProjectException.class, () -> store.summary(folder.resolve("names.ganvas")));
        store.save(
                RunFixtures.tiny(),
                new ProjectExtras(List.of(), Collections.nCopies(65, "charts")),
                folder.resolve("many.ganvas"));
        assertThrows(ProjectException.class, () -> store.load(folder.resolve("many.ganvas")));
    }

    @Test
    void theSameRunGivesTheSameBytes() throws Exception {
        new ProjectStore().save(RunFixtures.tiny(), folder.resolve("a.ganvas"));
        new ProjectStore().save(RunFixtures.tiny(), folder.resolve("b.ganvas"));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("a.ganvas")), Files.readAllBytes(folder.resolve("b.ganvas")));
    }

    @Test
    void theFileIsAZipOfReadableJsonAndNumPyArrays() throws Exception {
        Path file = folder.resolve("run.ganvas");
        new ProjectStore().save(RunFixtures.tiny(), file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertEquals("project.json", names.get(0));
            assertTrue(names.contains("arrays/generator/0.dense/weight.npy"), names.toString());
            assertTrue(names.contains("curves/generator_loss.npy"), names.toString());
            String json =
                    new String(zip.getInputStream(zip.getEntry("project.json")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(json.contains("\"formatVersion\" : 5"), json);
            assertTrue(json.contains("\"presetId\" : \"minute\""), json);
            assertFalse(json.contains("org.ganvas"), "no class names: " + json);
        }
    }

    @Test
    void saveReplacesTheOldFileAndLeavesNothingElse() throws Exception {
        Path file = folder.resolve("run.ganvas");
        Files.writeString(file, "old");
        new ProjectStore().save(RunFixtures.tiny(), file);
        RunFixtures.assertSame(RunFixtures.tiny(), new ProjectStore().load(file));
        assertEquals(List.of(file), list());
    }

    @Test
    void aFailureWhileWritingLeavesTheOldFile() throws Exception {
        Path file = folder.resolve("run.ganvas");
        Files.writeString(file, "old");
        IOException e = assertThrows(
                IOException.class,
                () -> AtomicFileWriter.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("No space left on device");
                }));
        assertEquals("No space left on device", e.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), list());
    }

    @Test
    void theOldFileStaysUntilTheNewOneIsComplete() throws Exception {
        Path file = folder.resolve("run.ganvas");
        Files.writeString(file, "old");
        AtomicFileWriter.write(file, out -> {
            out.write('n');
            assertEquals("old", Files.readString(file));
        });
        assertEquals("n", Files.readString(file));
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path real = Files.createDirectory(folder.resolve("far")).resolve("real.ganvas");
        Files.writeString(real, "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.ganvas"), real);
        new ProjectStore().save(RunFixtures.tiny(), link);
        assertTrue(Files.isSymbolicLink(link));
        RunFixtures.assertSame(RunFixtures.tiny(), new ProjectStore().load(real));
    }

    @Test
    void saveSaysWhatIsWrongWithThePlace() throws Exception {
        Path missing = folder.resolve("missing").resolve("run.ganvas");
        ProjectException e =
                assertThrows(ProjectException.class, () -> new ProjectStore().save(RunFixtures.tiny(), missing));
        assertTrue(e.getMessage().contains("the folder does not exist"), e.getMessage());
        Path taken = Files.createDirectory(folder.resolve("taken.ganvas"));
        ProjectException f =
                assertThrows(ProjectException.class, () -> new ProjectStore().save(RunFixtures.tiny(), taken));
        assertTrue(f.getMessage().contains("it is a folder"), f.getMessage());
        assertTrue(f.getMessage().contains(taken.toString()), f.getMessage());
    }

    @Test
    void loadSaysWhenThereIsNoFile() throws Exception {
        ProjectException e =
                assertThrows(ProjectException.class, () -> new ProjectStore().load(folder.resolve("nothing.ganvas")));
        assertEquals("There is no file " + folder.resolve("nothing.ganvas") + ".", e.getMessage());
        ProjectException f = assertThrows(ProjectException.class, () -> new ProjectStore().load(folder));
        assertTrue(f.getMessage().contains("is not a file"), f.getMessage());
    }

    @Test
    void saveRefusesNamesThatCouldLeaveTheZip() {
        for (String name : List.of("../evil", "/etc/passwd", "a/../b", "a\\b", "", "a//b", "C:x", ".hidden", "a b")) {
            RunCapture run = RunFixtures.capture(List.of(new NamedArray(name, new long[] {1}, new float[1])));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new ProjectStore().save(run, folder.resolve("run.ganvas")),
                    "name " + name);
        }
        NamedArray array = new NamedArray("twice", new long[] {1}, new float[1]);
        RunCapture twice = RunFixtures.capture(List.of(array, array));
        assertThrows(
                IllegalArgumentException.class, () -> new ProjectStore().save(twice, folder.resolve("run.ganvas")));
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aFileThatAnotherProgramWroteSinceIsReplacedOnlyOnceThatIsAllowed() throws Exception {
        Path place = Files.createTempDirectory("two-programs").resolve("run.ganvas");
        ProjectStore here = new ProjectStore();
        here.save(RunFixtures.tiny(), place);
        here.save(RunFixtures.tiny(), place);
        new ProjectStore().save(RunFixtures.rendered(), place);
        byte[] theirs = Files.readAllBytes(place);
        ProjectException refusal = assertThrows(ProjectException.class, () -> here.save(RunFixtures.tiny(), place));
        assertTrue(refusal.getMessage().contains("was changed by another program"), refusal.getMessage());
        assertArrayEquals(theirs, Files.readAllBytes(place));
        assertTrue(here.isChangedElsewhere(place));
        here.allowReplacing(place);
        here.save(RunFixtures.tiny(), place);
        Files.delete(place);
        // What is gone cannot be lost.
        here.save(RunFixtures.tiny(), place);
        new ProjectStore().save(RunFixtures.rendered(), place);
        here.open(place);
        here.save(RunFixtures.tiny(), place);
        Files.delete(place);
        Files.delete(place.getParent());
    }
}
