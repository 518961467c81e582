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
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.UpdateStatistics;
import org.ganvas.project.io.AtomicFile;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.SettingChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFileTest {

    @TempDir
    private Path folder;

    @Test
    void loadGivesBackWhatWasSavedToTheLastBit() throws Exception {
        Path file = folder.resolve("run.ganvas");
        ProjectFile.save(RunFixtures.tiny(), file);
        RunFixtures.assertSame(RunFixtures.tiny(), ProjectFile.load(file));
    }

    @Test
    void aRunThatWasNeverTrainedComesBackToo() throws Exception {
        RunCapture fresh = new RunCapture(
                RunFixtures.tiny().info(), new org.ganvas.engine.state.TrainerState(0, List.of()), 0, new ScalarLog());
        Path file = folder.resolve("fresh.ganvas");
        ProjectFile.save(fresh, file);
        RunFixtures.assertSame(fresh, ProjectFile.load(file));
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
        ProjectFile.save(run, file);
        RunFixtures.assertSame(run, ProjectFile.load(file));
        assertEquals(2, ProjectFile.load(file).scalars().changes().read().size());
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
        ProjectFile.save(RunFixtures.tiny(), folder.resolve("a.ganvas"));
        ProjectFile.save(RunFixtures.tiny(), folder.resolve("b.ganvas"));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("a.ganvas")), Files.readAllBytes(folder.resolve("b.ganvas")));
    }

    @Test
    void theFileIsAZipOfReadableJsonAndNumPyArrays() throws Exception {
        Path file = folder.resolve("run.ganvas");
        ProjectFile.save(RunFixtures.tiny(), file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertEquals("project.json", names.get(0));
            assertTrue(names.contains("arrays/generator/0.dense/weight.npy"), names.toString());
            assertTrue(names.contains("curves/generator_loss.npy"), names.toString());
            String json =
                    new String(zip.getInputStream(zip.getEntry("project.json")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(json.contains("\"formatVersion\" : 3"), json);
            assertTrue(json.contains("\"presetId\" : \"minute\""), json);
            assertFalse(json.contains("org.ganvas"), "no class names: " + json);
        }
    }

    @Test
    void saveReplacesTheOldFileAndLeavesNothingElse() throws Exception {
        Path file = folder.resolve("run.ganvas");
        Files.writeString(file, "old");
        ProjectFile.save(RunFixtures.tiny(), file);
        RunFixtures.assertSame(RunFixtures.tiny(), ProjectFile.load(file));
        assertEquals(List.of(file), list());
    }

    @Test
    void aFailureWhileWritingLeavesTheOldFile() throws Exception {
        Path file = folder.resolve("run.ganvas");
        Files.writeString(file, "old");
        IOException e = assertThrows(
                IOException.class,
                () -> AtomicFile.write(file, out -> {
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
        AtomicFile.write(file, out -> {
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
        ProjectFile.save(RunFixtures.tiny(), link);
        assertTrue(Files.isSymbolicLink(link));
        RunFixtures.assertSame(RunFixtures.tiny(), ProjectFile.load(real));
    }

    @Test
    void saveSaysWhatIsWrongWithThePlace() throws Exception {
        Path missing = folder.resolve("missing").resolve("run.ganvas");
        ProjectException e = assertThrows(ProjectException.class, () -> ProjectFile.save(RunFixtures.tiny(), missing));
        assertTrue(e.getMessage().contains("the folder does not exist"), e.getMessage());
        Path taken = Files.createDirectory(folder.resolve("taken.ganvas"));
        ProjectException f = assertThrows(ProjectException.class, () -> ProjectFile.save(RunFixtures.tiny(), taken));
        assertTrue(f.getMessage().contains("it is a folder"), f.getMessage());
        assertTrue(f.getMessage().contains(taken.toString()), f.getMessage());
    }

    @Test
    void loadSaysWhenThereIsNoFile() throws Exception {
        ProjectException e =
                assertThrows(ProjectException.class, () -> ProjectFile.load(folder.resolve("nothing.ganvas")));
        assertEquals("There is no file " + folder.resolve("nothing.ganvas") + ".", e.getMessage());
        ProjectException f = assertThrows(ProjectException.class, () -> ProjectFile.load(folder));
        assertTrue(f.getMessage().contains("is not a file"), f.getMessage());
    }

    @Test
    void saveRefusesNamesThatCouldLeaveTheZip() {
        for (String name : List.of("../evil", "/etc/passwd", "a/../b", "a\\b", "", "a//b", "C:x", ".hidden", "a b")) {
            RunCapture run = RunFixtures.capture(List.of(new NamedArray(name, new long[] {1}, new float[1])));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ProjectFile.save(run, folder.resolve("run.ganvas")),
                    "name " + name);
        }
        NamedArray array = new NamedArray("twice", new long[] {1}, new float[1]);
        RunCapture twice = RunFixtures.capture(List.of(array, array));
        assertThrows(IllegalArgumentException.class, () -> ProjectFile.save(twice, folder.resolve("run.ganvas")));
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
