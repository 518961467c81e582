package org.ganvas.bench.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.FakeSetupChoices;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.history.RunCheckpointHistory;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.viewmodel.WindowViewModel;

/**
 * History of a run: {@code RewindBenchmark [steps] [preset] [data] [megabytes]}. Prints what was recorded, its cost,
 * whether it equals what was shown, whether training continues from it bit for bit, and the speed of scrubbing.
 */
public final class RewindBenchmark {

    private static final int CONTINUED = 5;
    private static final long LEAST_STEPS = 100;

    private final Map<Long, Integer> shown = new HashMap<>();
    private final TrainingLoop session;
    private final RunCheckpointHistory history;
    private final long megabytes;
    private long mostMemory;
    private long mostDisk;

    private RewindBenchmark(Path folder, long megabytes) {
        this.megabytes = megabytes;
        HistorySettings settings = new HistorySettings(folder, megabytes << 20, 4L << 30);
        session = new TrainingLoop(PublishPolicy.SCREEN, ThreadPolicy.always(1), settings);
        history = (RunCheckpointHistory) session.history();
    }

    public static void main(String[] arguments) throws IOException {
        long steps = arguments.length > 0 ? Long.parseLong(arguments[0]) : 100_000;
        String preset = arguments.length > 1 ? arguments[1] : "ring";
        String data = arguments.length > 2 ? arguments[2] : "ring";
        long megabytes = arguments.length > 3 ? Long.parseLong(arguments[3]) : HistorySettings.DEFAULT_MEMORY_MB;
        Path folder = Files.createTempDirectory("rewind");
        RewindBenchmark rewind = new RewindBenchmark(folder, megabytes);
        try {
            rewind.record(steps, preset, data);
            rewind.compareGrids();
            rewind.scrub();
            rewind.continueFromCheckpoints();
        } finally {
            rewind.session.close();
        }
        try (var left = Files.list(folder)) {
            System.out.printf(Locale.ROOT, "left on the disk after the end: %d files%n", left.count());
        }
        Files.delete(folder);
    }

    private TrainingSnapshot until(Predicate<TrainingSnapshot> wish) {
        while (true) {
            TrainingSnapshot snapshot = session.takeSnapshot();
            if (snapshot == null) {
                LockSupport.parkNanos(200_000);
                continue;
            }
            SampleGrid grid = snapshot.generated();
            if (grid != null) {
                shown.putIfAbsent(grid.step(), Arrays.hashCode(grid.pixels()));
            }
            mostMemory = Math.max(mostMemory, history.memoryBytes());
            mostDisk = Math.max(mostDisk, history.diskBytes());
            if (wish.test(snapshot)) {
                return snapshot;
            }
        }
    }

    private void record(long steps, String preset, String data) {
        String id = data.contains(":") ? data : "builtin:" + data;
        session.submit(new TrainingCommand.Load(
                new RunRequest(preset, PresetRegistry.get(preset).spec(), id, 1)));
        until(s -> s.state() == RunState.READY && s.generated() != null || s.notice() != null);
        session.submit(new TrainingCommand.Start(new StopRule(steps, Double.POSITIVE_INFINITY)));
        TrainingSnapshot end = until(s -> s.state() == RunState.PAUSED
                && s.generated() != null
                && s.generated().step() == steps);
        while (history.isOverfull()) {
            LockSupport.parkNanos(1_000_000);
        }
        List<Checkpoint> checkpoints = history.checkpoints();
        System.out.printf(Locale.ROOT, "%s, %,d steps in %.0f s of training: %d checkpoints, %d of them complete%n",
                preset, steps, end.trainedSeconds(), checkpoints.size(), complete().size());
        System.out.printf(Locale.ROOT, "largest gap from step 100 on: %.2f %% of the run then between complete checkpoints, %.2f %% between"
                        + " images%n",
                100 * largestGap(complete(), steps), 100 * largestGap(checkpoints, steps));
        System.out.printf(Locale.ROOT, "heap %.1f MB at most of %d MB allowed, disk %.1f MB at most%n",
                mostMemory / 1048576.0, megabytes, mostDisk / 1048576.0);
        System.out.printf(Locale.ROOT, "training waited %.3f s for checkpoints: %.2f %%%n",
                history.pauseSeconds(), 100 * history.pauseSeconds() / end.trainedSeconds());
    }

    private List<Checkpoint> complete() {
        return history.checkpoints().stream().filter(Checkpoint::complete).toList();
    }

    private static double largestGap(List<Checkpoint> checkpoints, long steps) {
        double largest = 0;
        for (int i = 1; i < checkpoints.size(); i++) {
            largest =
                    Math.max(largest, checkpoints.get(i).step() - checkpoints.get(i - 1).step());
        }
        return largest / steps;
    }

    private void compareGrids() throws IOException {
        int equal = 0;
        int other = 0;
        int unseen = 0;
        for (Checkpoint checkpoint : history.checkpoints()) {
            Integer then = shown.get(checkpoint.step());
            SampleGrid grid = Objects.requireNonNull(history.grid(checkpoint));
            if (then == null) {
                unseen++;
            } else if (then == Arrays.hashCode(grid.pixels())) {
                equal++;
            } else {
                other++;
            }
        }
        System.out.printf(Locale.ROOT, "kept grids equal to the one shown at the time: %d; different: %d; never taken by this program: %d%n",
                equal, other, unseen);
    }

    private void scrub() {
        WindowViewModel window =
                new WindowViewModel(session, new FakePrompts(), FakeSetupChoices.all(), Runnable::run);
        long start = System.nanoTime();
        while (!window.train().timeline().usableProperty().get()
                || window.train().timeline().checkpointsProperty().get().all().isEmpty()) {
            window.onFrame(System.nanoTime() - start);
        }
        List<Checkpoint> checkpoints = window.train().timeline().checkpointsProperty().get().all();
        System.out.printf(Locale.ROOT, "scrubbing from end to end: %.0f grids a second%n", rate(window, checkpoints));
        SeededRandomStream random = new SeededRandomStream(1, Purpose.FIXED_LATENT, 0);
        List<Checkpoint> jumps = new ArrayList<>();
        for (int i = 0; i < checkpoints.size(); i++) {
            jumps.add(checkpoints.get(random.nextInt(checkpoints.size())));
        }
        System.out.printf(Locale.ROOT, "jumping to and fro: %.0f grids a second%n", rate(window, jumps));
        window.train().timeline().showLive();
    }

    /** Scrubs as fast as each request is answered and shown by the view model. */
    private static double rate(WindowViewModel window, List<Checkpoint> checkpoints) {
        long start = System.nanoTime();
        for (Checkpoint checkpoint : checkpoints) {
            window.train().timeline().scrub(checkpoint.step());
            SampleGrid grid = null;
            while (grid == null || grid.step() != checkpoint.step()) {
                window.onFrame(System.nanoTime());
                grid = window.train().points().shownProperty().get()
                        ? window.train().points().generatedProperty().get()
                        : window.train().samples().generatedProperty().get();
                Thread.yield();
            }
        }
        return checkpoints.size() / ((System.nanoTime() - start) / 1e9);
    }

    /**
     * Continues from five checkpoints, the latest first because later ones are discarded, and compares with the next
     * one.
     */
    private void continueFromCheckpoints() throws IOException {
        List<Checkpoint> complete = complete();
        SeededRandomStream random = new SeededRandomStream(2, Purpose.FIXED_LATENT, 0);
        int index = complete.size() - 1;
        for (int i = CONTINUED; i > 0; i--) {
            index -= 1 + random.nextInt(Math.max(1, index / i));
            int next = index + 1;
            while (next < complete.size() - 1
                    && complete.get(next).step() - complete.get(index).step() < LEAST_STEPS) {
                next++;
            }
            continueFromCheckpoints(complete.get(index), complete.get(next));
        }
    }

    private void continueFromCheckpoints(Checkpoint from, Checkpoint to) throws IOException {
        RunCapture expected = Objects.requireNonNull(history.capture(to));
        session.submit(new TrainingCommand.GoBack(from.step()));
        until(s -> s.step() == from.step());
        session.submit(new TrainingCommand.Start(new StopRule(to.step(), Double.POSITIVE_INFINITY)));
        until(s -> s.state() == RunState.PAUSED && s.step() == to.step());
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(answer));
        RunCapture actual = answer.join();
        System.out.printf(Locale.ROOT, "from step %,d on to %,d (%d steps): weights, averages and optimizer %s, curves %s%n",
                from.step(),
                to.step(),
                to.step() - from.step(),
                sameArrays(expected, actual),
                sameCurves(expected, actual));
    }

    private static String sameArrays(RunCapture expected, RunCapture actual) {
        boolean same =
                expected.state().arrays().size() == actual.state().arrays().size();
        for (int i = 0; same && i < expected.state().arrays().size(); i++) {
            same = Arrays.equals(
                    expected.state().arrays().get(i).values(),
                    actual.state().arrays().get(i).values());
        }
        return same ? "equal bit by bit" : "DIFFERENT";
    }

    /** Compares all but the seconds, which depend on the machine. */
    private static String sameCurves(RunCapture expected, RunCapture actual) {
        var then = expected.scalars().save();
        var now = actual.scalars().save();
        boolean same = then.keySet().equals(now.keySet());
        for (var metric : then.keySet()) {
            ScalarLog.Saved one = then.get(metric);
            ScalarLog.Saved other = now.get(metric);
            same &= other != null
                    && Arrays.equals(one.curve().smooth(), other.curve().smooth())
                    && Arrays.equals(one.curve().low(), other.curve().low())
                    && Arrays.equals(one.curve().high(), other.curve().high())
                    && Arrays.equals(one.curve().steps(), other.curve().steps());
        }
        return same ? "equal" : "DIFFERENT";
    }
}
