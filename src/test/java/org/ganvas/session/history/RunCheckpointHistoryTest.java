package org.ganvas.session.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.message.Message;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.SampleGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCheckpointHistoryTest {

    private static final int FLOATS = 2500;
    private static final long STATE_BYTES = FLOATS * (long) Float.BYTES;

    @TempDir
    Path folder;

    private final List<Message> diskFailures = new ArrayList<>();

    private RunCheckpointHistory history(long memory, long diskBytes, SpillCache.Disk disk) {
        RunCheckpointHistory history = new RunCheckpointHistory(
                new HistorySettings(folder, memory, diskBytes),
                Runnable::run,
                stored -> grid(stored.step()),
                diskFailures::add,
                disk);
        history.beginRun(1);
        return history;
    }

    private RunCheckpointHistory history(long memory, long disk) {
        return history(memory, disk, ArrayBlobFile::write);
    }

    private static StoredCheckpoint run(long step) {
        float[] values = new float[FLOATS];
        Arrays.fill(values, step + 0.5f);
        RunRequest request =
                new RunRequest("test", PresetRegistry.get(PresetRegistry.FIRST).spec(), "data", 1);
        return new StoredCheckpoint(
                new RunInfo(1, request, "Data", 10, List.of()),
                new TrainerState(step, List.of(new NamedArray("w", new long[] {FLOATS}, values))),
                step,
                Map.of(),
                List.of(),
                1);
    }

    private static SampleGrid grid(long step) {
        float[] pixels = new float[8];
        Arrays.fill(pixels, step);
        return new SampleGrid(new ImageShape(1, 2, 2), 1, 2, pixels, new int[0], step);
    }

    private static void fill(RunCheckpointHistory history, int steps) {
        for (long step = 0; step <= steps; step++) {
            history.weightsOffered(step, step, null);
            history.add(run(step));
            history.gridRendered(grid(step));
        }
    }

    private static List<Long> complete(RunCheckpointHistory history) {
        return history.checkpoints().stream()
                .filter(Checkpoint::complete)
                .map(Checkpoint::step)
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".bin")).toList();
        }
    }

    @Test
    void whatDoesNotFitIntoMemoryComesBackFromTheDisk() throws IOException {
        try (RunCheckpointHistory history = history(5 * STATE_BYTES, 1 << 30)) {
            fill(history, 40);
            assertEquals(41, complete(history).size());
            assertTrue(history.memoryBytes() <= 5 * STATE_BYTES, history.memoryBytes() + " bytes in memory");
            assertTrue(files().size() >= 36, files().size() + " files");
            for (Checkpoint checkpoint : history.checkpoints()) {
                RunCapture capture = Objects.requireNonNull(history.capture(checkpoint));
                assertEquals(
                        checkpoint.step() + 0.5f,
                        capture.state().arrays().get(0).values()[FLOATS - 1]);
                assertArrayEquals(
                        grid(checkpoint.step()).pixels(),
                        Objects.requireNonNull(history.grid(checkpoint)).pixels());
            }
        }
        assertEquals(List.of(), files(), "nothing stays after the end");
    }

    @Test
    void limitsHoldAndTheFirstAndLastCheckpointStay() throws IOException {
        try (RunCheckpointHistory history = history(5 * STATE_BYTES, 20 * STATE_BYTES)) {
            fill(history, 300);
            List<Long> complete = complete(history);
            assertEquals(0, complete.get(0));
            assertEquals(300, complete.get(complete.size() - 1));
            assertTrue(complete.size() > 15, "only " + complete.size());
            assertTrue(history.memoryBytes() <= 5 * STATE_BYTES);
            assertTrue(history.diskBytes() <= 20 * STATE_BYTES);
            assertEquals(
                    history.diskBytes(),
                    files().stream()
                            .mapToLong(file -> file.toFile().length() - Long.BYTES)
                            .sum());
            assertEquals(List.of(), diskFailures, "that is no failure");
        }
    }

    @Test
    void marksAndTheBestAreNeverThinnedOut() {
        try (RunCheckpointHistory history = history(5 * STATE_BYTES, 20 * STATE_BYTES)) {
            fill(history, 17);
            assertTrue(history.mark(17, "good eyes"));
            history.add(run(23));
            history.pinBest(24);
            for (long step = 25; step < 1000; step++) {
                history.add(run(step));
            }
            assertTrue(
                    complete(history).containsAll(List.of(0L, 17L, 23L)),
                    complete(history).toString());
            assertEquals(
                    List.of("good eyes"),
                    history.checkpoints().stream()
                            .filter(Checkpoint::isMarked)
                            .map(Checkpoint::mark)
                            .toList());
        }
    }

    @Test
    void aFullDiskMeansFewerCheckpointsAndOneMessage() throws IOException {
        SpillCache.Disk full = (file, arrays) -> {
            throw new IOException("No space left on device");
        };
        try (RunCheckpointHistory history = history(6 * STATE_BYTES, 1 << 30, full)) {
            fill(history, 200);
            assertEquals(1, diskFailures.size(), diskFailures.toString());
            assertTrue(diskFailures.get(0).english().contains("(No space left on device)"));
            assertTrue(history.memoryBytes() <= 6 * STATE_BYTES);
            assertEquals(200, complete(history).get(complete(history).size() - 1));
            for (Checkpoint checkpoint : history.checkpoints()) {
                assertNotNull(history.grid(checkpoint));
            }
        }
    }

    @Test
    void aDamagedFileIsReportedAndNeverReadAsACheckpoint() throws IOException {
        try (RunCheckpointHistory history = history(3 * STATE_BYTES, 1 << 30)) {
            fill(history, 10);
            Path file = files().get(0);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            long refused = history.checkpoints().stream()
                    .filter(checkpoint -> {
                        try {
                            return history.capture(checkpoint) == null;
                        } catch (CheckpointReadException e) {
                            assertTrue(e.message().english().contains("cannot be read back"), e.getMessage());
                            return true;
                        }
                    })
                    .count();
            assertEquals(1, refused);
        }
    }

    @Test
    void gridsOfAnotherBranchAreNotKept() {
        try (RunCheckpointHistory history = history(100 * STATE_BYTES, 0)) {
            fill(history, 20);
            history.weightsOffered(25, 25, null);
            history.clearOffers();
            history.removeAfter(10);
            history.gridRendered(grid(25));
            assertEquals(10, complete(history).get(complete(history).size() - 1));
            assertFalse(history.hasCheckpointsAfter(10));
        }
    }

    @Test
    void aCheckpointOfAnotherRunIsGone() throws IOException {
        try (RunCheckpointHistory history = history(100 * STATE_BYTES, 0)) {
            fill(history, 5);
            Checkpoint old = history.checkpoints().get(2);
            history.beginRun(2);
            history.add(run(2));
            assertNull(history.capture(old));
            assertNull(history.grid(old));
        }
    }

    @Test
    void foldersOfEndedProcessesAreDeleted() throws IOException {
        Path dead = Files.createDirectories(folder.resolve("1-dead"));
        Files.createFile(dead.resolve("lock"));
        Files.createFile(dead.resolve("00000001.bin"));
        Path foreign = Files.createDirectories(folder.resolve("something-else"));
        try (RunCheckpointHistory first = history(STATE_BYTES, 1 << 30)) {
            fill(first, 5);
            assertFalse(Files.exists(dead));
            assertTrue(Files.exists(foreign), "without a lock it is not ours to delete");
            try (RunCheckpointHistory second = history(STATE_BYTES, 1 << 30)) {
                fill(second, 5);
                for (Checkpoint checkpoint : first.checkpoints()) {
                    assertNotNull(first.capture(checkpoint), "a folder that is in use stays");
                }
            }
        }
    }
}
