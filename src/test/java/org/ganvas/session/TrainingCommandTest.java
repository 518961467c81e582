package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.WeightAddress;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.message.MessageBundles;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every command in every state of the run: carried out, or refused with a reason. */
@Timeout(600)
class TrainingCommandTest {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final Set<RunState> ANY = EnumSet.complementOf(EnumSet.of(RunState.CLOSED));
    private static final Set<RunState> WITH_RUN = EnumSet.complementOf(EnumSet.of(RunState.CLOSED, RunState.EMPTY));
    private static final Set<RunState> SETTLED =
            EnumSet.of(RunState.READY, RunState.RUNNING, RunState.PAUSED, RunState.FAILED);
    private static final Set<RunState> STEPPABLE = EnumSet.of(RunState.READY, RunState.PAUSED);

    /** The states in which a command is carried out; in all others it is refused. */
    private static final Map<Class<?>, Set<RunState>> CARRIED_OUT = Map.ofEntries(
            Map.entry(TrainingCommand.Load.class, ANY),
            Map.entry(TrainingCommand.Restore.class, ANY),
            Map.entry(TrainingCommand.CancelLoad.class, EnumSet.of(RunState.LOADING)),
            Map.entry(TrainingCommand.Start.class, STEPPABLE),
            Map.entry(TrainingCommand.Pause.class, EnumSet.of(RunState.RUNNING)),
            Map.entry(TrainingCommand.Step.class, STEPPABLE),
            Map.entry(TrainingCommand.Reset.class, SETTLED),
            Map.entry(TrainingCommand.Adjust.class, WITH_RUN),
            Map.entry(TrainingCommand.SetWeight.class, WITH_RUN),
            Map.entry(TrainingCommand.UseData.class, WITH_RUN),
            Map.entry(TrainingCommand.SetEvaluationPeriod.class, ANY),
            Map.entry(TrainingCommand.SetThreads.class, ANY),
            Map.entry(TrainingCommand.SetPace.class, ANY),
            Map.entry(TrainingCommand.SetGrid.class, ANY),
            Map.entry(TrainingCommand.Capture.class, WITH_RUN),
            Map.entry(TrainingCommand.MarkCheckpoint.class, WITH_RUN),
            Map.entry(TrainingCommand.GoBack.class, SETTLED),
            Map.entry(TrainingCommand.SetBookmarks.class, WITH_RUN));

    @TempDir
    Path folder;

    /** One session with a history; data called "slow" is read until the load is cancelled. */
    private static final class Situation implements AutoCloseable {
        private final TrainingLoop session;
        private volatile TrainingSnapshot last = TrainingSnapshot.EMPTY;
        private volatile boolean stepsFail;
        private volatile boolean wentBack;
        private volatile WeightEdit edited;
        private RunCapture capture;

        Situation(Path folder) {
            session = new TrainingLoop(
                    PublishPolicy.SCREEN,
                    ThreadPolicy.always(1),
                    HistorySettings.ofWindow(folder, 16),
                    Situation::open);
            session.addListener(new StepHook(step -> {
                if (stepsFail) {
                    throw new IllegalStateException("a mistake made on purpose");
                }
            }));
            session.addListener(new TrainingListener() {
                @Override
                public void onRunLoaded(TrainingRun run, boolean sameRun) {
                    wentBack = sameRun;
                }

                @Override
                public void onWeightChanged(TrainingRun run, WeightEdit edit, float before) {
                    edited = edit;
                }
            });
        }

        private static Dataset open(String id, ImageShape wanted, ProgressListener progress) {
            while (id.equals("slow") && !progress.isCancelled()) {
                LockSupport.parkNanos(100_000);
            }
            if (id.equals("slow")) {
                throw new CancellationException();
            }
            return new NamedStripesDataset(id, 100, 4);
        }

        void until(BooleanSupplier wish) {
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (System.nanoTime() < end) {
                TrainingSnapshot taken = session.takeSnapshot();
                last = taken == null ? last : taken;
                if (wish.getAsBoolean()) {
                    return;
                }
                LockSupport.parkNanos(100_000);
            }
            fail("never came; the last snapshot was " + last);
        }

        void bringTo(RunState state) {
            if (state == RunState.EMPTY) {
                return;
            }
            session.submit(new TrainingCommand.Load(TrainingLoopTest.request("stripes")));
            until(() -> last.state() == RunState.READY && last.run() != null);
            CompletableFuture<RunCapture> answer = new CompletableFuture<>();
            session.submit(new TrainingCommand.Capture(answer));
            capture = answer.orTimeout(60, TimeUnit.SECONDS).join();
            switch (state) {
                case LOADING -> session.submit(new TrainingCommand.Load(TrainingLoopTest.request("slow")));
                case RUNNING -> session.submit(new TrainingCommand.Start(StopRule.NEVER));
                case PAUSED -> session.submit(new TrainingCommand.Step());
                case FAILED -> {
                    stepsFail = true;
                    session.submit(new TrainingCommand.Step());
                }
                case CLOSED -> session.close();
                default -> {}
            }
            until(() -> last.state() == state && (state != RunState.FAILED || last.notice() != null));
            stepsFail = false;
        }

        int run() {
            return last.run() == null ? 0 : last.run().number();
        }

        GanSpec spec() {
            return TrainingLoopTest.request("stripes").spec();
        }

        @Override
        public void close() {
            session.close();
        }
    }

    /**
     * A command with the sign by which one sees that it was carried out.
     *
     * @param command to submit
     * @param showing makes visible what was done, where there is no run yet
     * @param done becomes true by the command alone
     */
    private record Trial(TrainingCommand command, Runnable showing, BooleanSupplier done) {
        Trial(TrainingCommand command, BooleanSupplier done) {
            this(command, () -> {}, done);
        }
    }

    private static Trial trial(Class<?> kind, Situation at) {
        int run = at.run();
        long step = at.last.step();
        RunState before = at.last.state();
        return switch (kind.getSimpleName()) {
            case "Load" ->
                new Trial(
                        new TrainingCommand.Load(TrainingLoopTest.request("stripes")),
                        () -> at.run() == run + 1 && at.last.state() == RunState.READY);
            case "Restore" ->
                new Trial(
                        new TrainingCommand.Restore(at.capture == null ? foreignCapture() : at.capture),
                        () -> at.run() == run + 1 && at.last.state() == RunState.READY);
            case "CancelLoad" ->
                new Trial(
                        new TrainingCommand.CancelLoad(),
                        () -> at.last.state() == RunState.READY && before == RunState.LOADING);
            case "Start" ->
                new Trial(
                        new TrainingCommand.Start(StopRule.NEVER),
                        () -> at.last.state() == RunState.RUNNING && before != RunState.RUNNING);
            case "Pause" ->
                new Trial(
                        new TrainingCommand.Pause(),
                        () -> at.last.state() == RunState.PAUSED && before != RunState.PAUSED);
            case "Step" ->
                new Trial(
                        new TrainingCommand.Step(),
                        () -> at.last.state() == RunState.PAUSED && at.last.step() == step + 1);
            case "Reset" ->
                new Trial(new TrainingCommand.Reset(), () -> at.run() == run + 1 && at.last.state() == RunState.READY);
            default -> trialOfSettings(kind, at);
        };
    }

    private static Trial trialOfSettings(Class<?> kind, Situation at) {
        TrainingLoop session = at.session;
        int run = at.run();
        long step = at.last.step();
        return switch (kind.getSimpleName()) {
            case "Adjust" ->
                new Trial(
                        new TrainingCommand.Adjust(
                                at.spec().withTraining(at.spec().training().withRates(0.375, 0.25))),
                        () -> rate(at) == 0.375);
            case "SetWeight" -> {
                WeightEdit edit = new WeightEdit(new WeightAddress(Player.GENERATOR, 1, 0, 0), 7.5f);
                yield new Trial(new TrainingCommand.SetWeight(run, edit), () -> edit.equals(at.edited));
            }
            case "UseData" -> {
                NamedStripesDataset other = new NamedStripesDataset("other", 50, 4);
                yield new Trial(
                        new TrainingCommand.UseData(run, other),
                        () -> at.last.run() != null && at.last.run().dataSize() == other.size());
            }
            case "SetEvaluationPeriod" ->
                new Trial(new TrainingCommand.SetEvaluationPeriod(17), () -> session.evaluationPeriodSeconds() == 17);
            case "SetThreads" ->
                new Trial(
                        new TrainingCommand.SetThreads(2),
                        () -> at.last.threads().count() == 2
                                && !at.last.threads().automatic());
            case "SetPace" -> new Trial(new TrainingCommand.SetPace(50), () -> session.pace() == 50);
            case "SetGrid" ->
                new Trial(
                        new TrainingCommand.SetGrid(3, 4, true),
                        () -> loadIfEmpty(at),
                        () -> at.last.real() != null
                                && at.last.real().rows() == 3
                                && at.last.real().columns() == 4);
            case "Capture" -> {
                CompletableFuture<RunCapture> answer = new CompletableFuture<>();
                yield new Trial(
                        new TrainingCommand.Capture(answer),
                        () -> answer.isDone() && !answer.isCompletedExceptionally());
            }
            case "MarkCheckpoint" ->
                new Trial(
                        new TrainingCommand.MarkCheckpoint("here"),
                        () -> session.history().checkpoints().stream()
                                .anyMatch(one -> one.mark().equals("here")));
            case "GoBack" -> new Trial(new TrainingCommand.GoBack(step), () -> at.wentBack);
            case "SetBookmarks" -> {
                RunBookmarks bookmarks = new RunBookmarks(
                        List.of(new RunBookmarks.Favourite(
                                "one", new LatentPoint(new float[] {1, 0, 0}, new float[0], 1), new byte[0])),
                        List.of());
                yield new Trial(
                        new TrainingCommand.SetBookmarks(run, bookmarks),
                        () -> session.bookmarks().equals(bookmarks));
            }
            default -> throw new AssertionError("no trial of " + kind);
        };
    }

    private static double rate(Situation at) {
        return at.last.run() == null
                ? 0
                : at.last.run().spec().training().generatorOptimizer().learningRate();
    }

    private static void loadIfEmpty(Situation at) {
        if (at.last.state() == RunState.EMPTY) {
            at.session.submit(new TrainingCommand.Load(TrainingLoopTest.request("stripes")));
        }
    }

    private static RunCapture foreignCapture() {
        try (TrainingLoop other = new TrainingLoop(
                PublishPolicy.TERMINAL,
                ThreadPolicy.always(1),
                (id, wanted, progress) -> new NamedStripesDataset(id, 100, 4))) {
            other.submit(new TrainingCommand.Load(TrainingLoopTest.request("stripes")));
            new SnapshotWaiter(other).until(s -> s.state() == RunState.READY);
            CompletableFuture<RunCapture> answer = new CompletableFuture<>();
            other.submit(new TrainingCommand.Capture(answer));
            return answer.orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void everyPermittedCommandHasItsStates() {
        assertEquals(Set.copyOf(Arrays.asList(TrainingCommand.class.getPermittedSubclasses())), CARRIED_OUT.keySet());
    }

    @TestFactory
    Stream<DynamicTest> everyCommandIsCarriedOutOrRefusedInEveryState() {
        return Arrays.stream(TrainingCommand.class.getPermittedSubclasses())
                .flatMap(kind -> Arrays.stream(RunState.values())
                        .map(state -> dynamicTest(kind.getSimpleName() + " in " + state, () -> check(kind, state))));
    }

    private void check(Class<?> kind, RunState state) {
        try (Situation at = new Situation(folder)) {
            at.bringTo(state);
            long notices = noticeNumber(at);
            Trial trial = trial(kind, at);
            assertFalse(trial.done().getAsBoolean(), "done before it was asked for");
            at.session.submit(trial.command());
            boolean expected = CARRIED_OUT.getOrDefault(kind, Set.of()).contains(state);
            if (expected) {
                trial.showing().run();
                at.until(trial.done());
                assertEquals(notices, noticeNumber(at), "a command that is carried out is not refused as well");
            } else {
                assertRefused(at, trial, notices);
            }
        }
    }

    private static void assertRefused(Situation at, Trial trial, long notices) {
        if (trial.command() instanceof TrainingCommand.Capture capture) {
            at.until(() -> capture.answer().isDone());
            assertTrue(capture.answer().isCompletedExceptionally());
            return;
        }
        RunState before = at.last.state();
        at.until(() -> noticeNumber(at) > notices);
        SessionNotice refusal = at.last.notice();
        assertNotNull(refusal);
        assertTrue(refusal.message().key().startsWith("session.refused."), refusal.toString());
        assertEquals(SessionNotice.Kind.INFO, refusal.kind());
        for (String language : List.of("en", "zh-CN")) {
            assertFalse(MessageBundles.text(refusal.message(), Locale.forLanguageTag(language))
                    .isEmpty());
        }
        assertEquals(before, at.last.state());
        assertFalse(trial.done().getAsBoolean(), "refused, but done all the same");
    }

    private static long noticeNumber(Situation at) {
        return at.last.notice() == null ? 0 : at.last.notice().number();
    }

    @Test
    void bookmarksOfAnotherRunAreRefused() {
        try (Situation at = new Situation(folder)) {
            at.bringTo(RunState.READY);
            at.session.submit(new TrainingCommand.SetBookmarks(at.run() + 1, RunBookmarks.NONE));
            at.until(() -> at.last.notice() != null);
            assertEquals("session.refused.otherRun", at.last.notice().message().key());
        }
    }

    @Test
    void aSessionWithoutHistoryRefusesToMarkAndToGoBack() {
        for (TrainingCommand command :
                List.of(new TrainingCommand.MarkCheckpoint("here"), new TrainingCommand.GoBack(0))) {
            try (TrainingLoop session = new TrainingLoop(
                    PublishPolicy.SCREEN,
                    ThreadPolicy.always(1),
                    (id, wanted, progress) -> new NamedStripesDataset(id, 100, 4))) {
                SnapshotWaiter waiter = new SnapshotWaiter(session);
                session.submit(new TrainingCommand.Load(TrainingLoopTest.request("stripes")));
                waiter.until(s -> s.state() == RunState.READY);
                session.submit(command);
                assertEquals(
                        "session.refused.noHistory",
                        waiter.until(s -> s.notice() != null).notice().message().key());
            }
        }
    }

    @Test
    void withoutARunWhileOneIsBeingLoadedTheReasonIsTheLoad() {
        for (Class<?> kind : CARRIED_OUT.keySet().stream()
                .filter(kind -> CARRIED_OUT.get(kind) == WITH_RUN && kind != TrainingCommand.Capture.class)
                .collect(Collectors.toSet())) {
            try (Situation at = new Situation(folder)) {
                at.session.submit(new TrainingCommand.Load(TrainingLoopTest.request("slow")));
                at.until(() -> at.last.state() == RunState.LOADING);
                at.session.submit(trial(kind, at).command());
                at.until(() -> at.last.notice() != null);
                assertEquals(
                        "session.refused.loading", at.last.notice().message().key(), kind.toString());
            }
        }
    }
}
