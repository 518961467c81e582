package org.ganvas.project.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.fake.FullDiskStream;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crash is a process that ends without closing; here one that is killed, or a folder as it leaves it. */
class RecoveryFolderTest {

    @TempDir
    private Path folder;

    @Test
    void theNewestTwoCopiesStay() throws Exception {
        try (RecoveryFolder recovery = open()) {
            for (int step = 101; step <= 105; step++) {
                recovery.save(at(step), null);
            }
            List<Path> copies = copies();
            assertEquals(2, copies.size(), copies.toString());
            assertEquals(104, new ProjectStore().load(copies.get(0)).state().step());
            assertEquals(105, new ProjectStore().load(copies.get(1)).state().step());
        }
        assertEquals(List.of(), list(root()), "a clean end leaves nothing");
    }

    @Test
    void aLivingProcessIsNotOfferedAndADeadOneIs() throws Exception {
        Process other = start("104", "105");
        try (RecoveryFolder recovery = open()) {
            assertEquals(List.of(), recovery.recoverableRuns());
            other.destroyForcibly().waitFor();
            List<RecoverableRun> abandoned = recovery.recoverableRuns();
            assertEquals(1, abandoned.size());
            assertEquals(105, abandoned.get(0).summary().step());
            assertEquals("minute", abandoned.get(0).summary().presetId());
            assertEquals(Path.of("/home/user/digits.ganvas"), abandoned.get(0).project());
            RunFixtures.assertSame(at(105), abandoned.get(0).load());
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void whatIsOfferedHereIsNotOfferedElsewhereUntilLater() throws Exception {
        crash("105");
        try (RecoveryFolder recovery = open()) {
            assertEquals(1, recovery.recoverableRuns().size());
            assertEquals(1, recovery.recoverableRuns().size(), "asking again changes nothing");
            try (RecoveryFolder second = open()) {
                assertEquals(List.of(), second.recoverableRuns());
            }
        }
        try (RecoveryFolder later = open()) {
            assertEquals(1, later.recoverableRuns().size());
        }
    }

    @Test
    void aRestoredRunBecomesThisProcesssOwn() throws Exception {
        crash("105");
        Path copy;
        try (RecoveryFolder recovery = open()) {
            recovery.takeOver(recovery.recoverableRuns().get(0));
            assertEquals(List.of(), recovery.recoverableRuns());
            copy = copies().get(0);
            assertEquals(1, list(root()).size());
            assertTrue(copy.startsWith(list(root()).get(0)));
            RunFixtures.assertSame(at(105), new ProjectStore().load(copy));
            recovery.save(at(106), null);
            assertEquals(2, copies().size());
        }
        assertEquals(List.of(), list(root()));
    }

    @Test
    void aDeletedRunIsGone() throws Exception {
        crash("105");
        try (RecoveryFolder recovery = open()) {
            recovery.delete(recovery.recoverableRuns().get(0));
            assertEquals(List.of(), recovery.recoverableRuns());
        }
        assertEquals(List.of(), list(root()));
    }

    @Test
    void aDamagedNewestCopyLeavesTheOneBefore() throws Exception {
        crash("104", "105");
        Files.write(copies().get(1), new byte[] {1, 2, 3});
        try (RecoveryFolder recovery = open()) {
            assertEquals(104, recovery.recoverableRuns().get(0).summary().step());
        }
    }

    @Test
    void aCopyDamagedAfterTheOfferLeavesTheOneBefore() throws Exception {
        crash("104", "105");
        try (RecoveryFolder recovery = open()) {
            RecoverableRun run = recovery.recoverableRuns().get(0);
            Files.write(copies().get(1), new byte[] {1, 2, 3});
            assertEquals(104, run.load().state().step());
            Files.write(copies().get(0), new byte[] {1, 2, 3});
            assertThrows(ProjectException.class, run::load);
        }
    }

    @Test
    void whatCannotBeReadStaysWhereItIs() throws Exception {
        crash("105");
        Files.write(copies().get(0), new byte[] {1, 2, 3});
        try (RecoveryFolder recovery = open()) {
            assertEquals(List.of(), recovery.recoverableRuns());
        }
        assertEquals(1, copies().size());
    }

    @Test
    void aSlotWithoutCopiesIsTidiedAway() throws Exception {
        crash("105");
        Files.delete(copies().get(0));
        try (RecoveryFolder recovery = open()) {
            assertEquals(List.of(), recovery.recoverableRuns());
        }
        assertEquals(List.of(), list(root()));
    }

    @Test
    void aSavedRunIsForgottenAndTheNextCopyStartsAnew() throws Exception {
        try (RecoveryFolder recovery = open()) {
            recovery.save(at(101), Path.of("/a.ganvas"));
            recovery.deleteOwnCopies();
            assertEquals(List.of(), list(root()));
            recovery.save(at(102), null);
            assertEquals(1, copies().size());
        }
    }

    @Test
    void aFullDiskIsASentenceAndKeepsTheCopyBefore() throws Exception {
        FullDiskStream disk = new FullDiskStream(Long.MAX_VALUE);
        try (RecoveryFolder recovery = new RecoveryFolder(root(), new ProjectStore(disk))) {
            recovery.save(at(101), null);
            disk.setFreeBytes(5000);
            ProjectException e = assertThrows(ProjectException.class, () -> recovery.save(at(102), null));
            assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
            assertEquals(1, copies().size());
            assertEquals(101, new ProjectStore().load(copies().get(0)).state().step());
        }
    }

    @Test
    void aPlaceThatCannotBeMadeIsASentence() throws Exception {
        Files.writeString(root(), "a file where the folder should be");
        try (RecoveryFolder recovery = open()) {
            assertEquals(List.of(), recovery.recoverableRuns());
            ProjectException e = assertThrows(ProjectException.class, () -> recovery.save(at(102), null));
            assertTrue(e.getMessage().startsWith("No autosave could be written to " + root()), e.getMessage());
            assertFalse(e.getMessage().contains("null"), e.getMessage());
        }
    }

    @Test
    void anotherProjectIsWrittenAndRemovedAgain() throws Exception {
        try (RecoveryFolder recovery = open()) {
            recovery.save(at(101), Path.of("/a.ganvas"));
            recovery.save(at(102), null);
            assertNull(ProjectPath.of(list(root()).get(0)));
            recovery.save(at(103), Path.of("/b.ganvas"));
            assertEquals("/b.ganvas", ProjectPath.of(list(root()).get(0)));
        }
    }

    private static final class ProjectPath {
        static String of(Path slot) throws IOException {
            Path file = slot.resolve("project.path");
            return Files.exists(file) ? Files.readString(file) : null;
        }
    }

    private RecoveryFolder open() {
        return new RecoveryFolder(root(), new ProjectStore());
    }

    private Path root() {
        return folder.resolve("recovery");
    }

    private void crash(String... steps) throws Exception {
        start(steps).destroyForcibly().waitFor();
    }

    /** A process that has made its safety copies and lives on. */
    private Process start(String... steps) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        root().toString(),
                        String.join(",", steps))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals('d', process.getInputStream().read());
        return process;
    }

    /** Another program with an unsaved run. */
    public static final class Other {
        public static void main(String[] args) throws Exception {
            RecoveryFolder recovery = new RecoveryFolder(Path.of(args[0]), new ProjectStore());
            for (String step : args[1].split(",")) {
                recovery.save(at(Long.parseLong(step)), Path.of("/home/user/digits.ganvas"));
            }
            System.out.print('d');
            System.out.flush();
            System.in.read();
        }
    }

    static RunCapture at(long step) {
        RunCapture run = RunFixtures.tiny();
        return new RunCapture(
                run.info(), new TrainerState(step, run.state().arrays()), run.trainedSeconds(), run.scalars());
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file -> file.toString().endsWith(".ganvas"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> list(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.toList();
        }
    }
}
