package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.message.Message;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.OfflineSampler;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.SettingChange;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.run.TrainingScalar;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.session.threads.ThreadUse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class TrainingLoopTest {

    private final CountDownLatch slowMayEnd = new CountDownLatch(1);
    private final TrainingLoop session = new TrainingLoop(PublishPolicy.SCREEN, ThreadPolicy.always(1), this::open);
    private volatile String wantedOfFolder = "";
    private final SnapshotWaiter snapshots = new SnapshotWaiter(session);

    @AfterEach
    void close() {
        slowMayEnd.countDown();
        session.close();
    }

    private Dataset open(String id, ImageShape wanted, ProgressListener progress) throws DataException {
        return switch (id) {
            case "stripes" -> new NamedStripesDataset(id, 100, 4);
            case "wide" -> new NamedStripesDataset(id, 100, 6);
            case "folder" -> openFolder(wanted);
            case "slow" -> openSlowly(id, progress);
            default ->
                throw new DataException(Message.verbatim("There is no folder called '" + id + "'; choose another."));
        };
    }

    private Dataset openFolder(ImageShape wanted) {
        wantedOfFolder = wanted.toString();
        return new NamedStripesDataset("folder", 100, wanted.height());
    }

    private Dataset openSlowly(String id, ProgressListener progress) {
        progress.report(0.5);
        while (slowMayEnd.getCount() > 0) {
            if (progress.isCancelled()) {
                throw new java.util.concurrent.CancellationException();
            }
            Thread.onSpinWait();
        }
        return new NamedStripesDataset(id, 50, 4);
    }

    static RunRequest request(String data) {
        OptimizerSpec adam = OptimizerSpec.adam(2e-3, 0.5, 0.999);
        GanSpec spec = new GanSpec(
                3,
                new org.ganvas.data.ImageShape(1, 4, 4),
                2,
                Conditioning.PROJECTION,
                new NetworkSpec(InitSpec.PYTORCH, List.of(new LayerSpec.Dense(16), new LayerSpec.Tanh())),
                new NetworkSpec(
                        InitSpec.PYTORCH,
                        List.of(new LayerSpec.Dense(8), new LayerSpec.LeakyRelu(0.2), new LayerSpec.Dense(1))),
                LossSpec.NON_SATURATING,
                new TrainingSpec(8, adam, adam, 0.99));
        return new RunRequest("test", spec, data, 1);
    }

    private TrainingSnapshot load(String data) {
        session.submit(new TrainingCommand.Load(request(data)));
        return snapshots.until(s -> s.state() == RunState.READY && s.generated() != null && s.run() != null);
    }

    private RunCapture capture() {
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(answer));
        return answer.orTimeout(120, TimeUnit.SECONDS).join();
    }

    @Test
    void showsRealAndGeneratedImagesBeforeTheFirstStep() {
        TrainingSnapshot ready = load("stripes");
        assertEquals(0, ready.step());
        assertNotNull(ready.real());
        assertEquals(100, ready.generated().count());
        assertArrayEquals(
                new int[] {0, 1, 0, 1}, Arrays.copyOf(ready.generated().labels(), 4));
        for (int i = 0; i < 10; i++) {
            assertEquals(i % 2, ready.real().labels()[i], "column " + i + " shows its class");
        }
    }

    @Test
    void runsPausesAndStops() {
        load("stripes");
        List<Long> heard = new ArrayList<>();
        session.addListener(new StepHook(heard::add));
        session.submit(new TrainingCommand.Start(new StopRule(40, Double.POSITIVE_INFINITY)));
        TrainingSnapshot paused = snapshots.until(s -> s.state() == RunState.PAUSED);
        assertEquals(40, paused.step());
        assertEquals(40, heard.size());
        assertEquals(40, session.scalars().lastStep());
        assertTrue(paused.scores().finite());
        assertTrue(paused.trainedSeconds() > 0);
        TrainingSnapshot drawn =
                snapshots.until(s -> s.generated() != null && s.generated().step() == 40);
        assertFalse(Arrays.equals(
                drawn.generated().pixels(), new float[drawn.generated().pixels().length]));
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        snapshots.until(s -> s.state() == RunState.RUNNING && s.step() > 60);
        session.submit(new TrainingCommand.Pause());
        long stopped = snapshots.until(s -> s.state() == RunState.PAUSED).step();
        assertEquals(stopped, capture().state().step());
    }

    @Test
    void takesOneStep() {
        load("stripes");
        session.submit(new TrainingCommand.Step());
        assertEquals(1, snapshots.until(s -> s.state() == RunState.PAUSED).step());
    }

    @Test
    void resetStartsTheSameRunAgain() {
        load("stripes");
        session.submit(new TrainingCommand.Start(new StopRule(5, Double.POSITIVE_INFINITY)));
        snapshots.until(s -> s.state() == RunState.PAUSED);
        float[] first = capture().state().arrays().get(0).values();
        session.submit(new TrainingCommand.Reset());
        assertEquals(0, snapshots.until(s -> s.state() == RunState.READY).step());
        session.submit(new TrainingCommand.Start(new StopRule(5, Double.POSITIVE_INFINITY)));
        snapshots.until(s -> s.state() == RunState.PAUSED);
        assertArrayEquals(first, capture().state().arrays().get(0).values());
    }

    @Test
    void screenAndCommandLineTrainTheSameRun() {
        load("stripes");
        session.submit(new TrainingCommand.Start(new StopRule(30, Double.POSITIVE_INFINITY)));
        snapshots.until(s -> s.state() == RunState.PAUSED);
        float[] seen = capture().state().arrays().get(0).values();
        try (TrainingLoop quiet = new TrainingLoop(PublishPolicy.TERMINAL, ThreadPolicy.always(1), this::open)) {
            SnapshotWaiter other = new SnapshotWaiter(quiet);
            quiet.submit(new TrainingCommand.Load(request("stripes")));
            other.until(s -> s.state() == RunState.READY);
            quiet.submit(new TrainingCommand.Start(new StopRule(30, Double.POSITIVE_INFINITY)));
            other.until(s -> s.state() == RunState.PAUSED);
            CompletableFuture<RunCapture> answer = new CompletableFuture<>();
            quiet.submit(new TrainingCommand.Capture(answer));
            assertArrayEquals(seen, answer.join().state().arrays().get(0).values());
        }
    }

    @Test
    void restoreContinuesWhereTheCaptureStopped() {
        load("stripes");
        session.submit(new TrainingCommand.Start(new StopRule(10, Double.POSITIVE_INFINITY)));
        snapshots.until(s -> s.state() == RunState.PAUSED);
        RunCapture tenth = capture();
        session.submit(new TrainingCommand.Start(new StopRule(20, Double.POSITIVE_INFINITY)));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == 20);
        float[] twentieth = capture().state().arrays().get(0).values();
        session.submit(new TrainingCommand.Restore(tenth));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == 10);
        assertEquals(10, session.scalars().lastStep());
        session.submit(new TrainingCommand.Start(new StopRule(20, Double.POSITIVE_INFINITY)));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == 20);
        assertArrayEquals(twentieth, capture().state().arrays().get(0).values());
    }

    @Test
    void dataThatCannotBeReadLeavesTheRunAsItWas() {
        load("stripes");
        session.submit(new TrainingCommand.Step());
        snapshots.until(s -> s.state() == RunState.PAUSED);
        session.submit(new TrainingCommand.Load(request("nowhere")));
        TrainingSnapshot after = snapshots.until(s -> s.notice() != null);
        assertEquals(
                "There is no folder called 'nowhere'; choose another.",
                after.notice().message().english());
        assertEquals(SessionNotice.Kind.PROBLEM, after.notice().kind());
        assertEquals(RunState.PAUSED, after.state());
        assertEquals(1, after.step());
        assertEquals("stripes", after.run().request().dataId());
    }

    @Test
    void imagesOfAnotherSizeLeaveTheRunAsItWas() {
        load("stripes");
        session.submit(new TrainingCommand.Load(request("wide")));
        TrainingSnapshot after = snapshots.until(s -> s.notice() != null);
        assertTrue(
                after.notice().message().english().contains("6x6 grey"),
                after.notice().message().english());
        assertEquals(RunState.READY, after.state());
        assertEquals("stripes", after.run().request().dataId());
    }

    @Test
    void dataIsOpenedInTheShapeOfTheNetworksAndItsRemarkIsShown() {
        session.submit(new TrainingCommand.Load(request("folder")));
        TrainingSnapshot ready = snapshots.until(s -> s.state() == RunState.READY);
        assertEquals("4x4 grey", wantedOfFolder);
        assertEquals(SessionNotice.Kind.INFO, ready.notice().kind());
        assertEquals("1 picture was left out.", ready.notice().message().english());
        session.submit(new TrainingCommand.Reset());
        assertEquals(
                1,
                snapshots
                        .until(s -> s.run() != null && s.run().number() == 2)
                        .notice()
                        .number());
    }

    @Test
    void failedFirstLoadIsEmptyAgain() {
        session.submit(new TrainingCommand.Load(request("nowhere")));
        assertEquals(RunState.EMPTY, snapshots.until(s -> s.notice() != null).state());
    }

    @Test
    void loadingShowsProgressAndCanBeCancelled() {
        load("stripes");
        session.submit(new TrainingCommand.Load(request("slow")));
        snapshots.until(s -> s.state() == RunState.LOADING && s.loading() == 0.5);
        session.submit(new TrainingCommand.CancelLoad());
        TrainingSnapshot after = snapshots.until(s -> s.state() == RunState.READY);
        assertEquals("stripes", after.run().request().dataId());
        assertEquals(null, after.notice());
        session.submit(new TrainingCommand.Step());
        snapshots.until(s -> s.step() == 1);
    }

    @Test
    void theNewestOfTwoLoadsWins() {
        session.submit(new TrainingCommand.Load(request("slow")));
        snapshots.until(s -> s.state() == RunState.LOADING && s.loading() == 0.5);
        session.submit(new TrainingCommand.Load(request("stripes")));
        TrainingSnapshot ready = snapshots.until(s -> s.state() == RunState.READY);
        assertEquals("stripes", ready.run().request().dataId());
        assertEquals(1, ready.run().number());
        assertEquals(null, ready.notice());
    }

    @Test
    void aLossThatIsNotANumberFailsWithAReasonAndKeepsTheRun() {
        load("stripes");
        RunCapture poisoned = capture();
        poisoned.state().arrays().stream()
                .filter(array -> array.name().equals("discriminator/0.dense/weight"))
                .forEach(array -> Arrays.fill(array.values(), Float.NaN));
        session.submit(new TrainingCommand.Restore(poisoned));
        snapshots.until(s -> s.run() != null && s.run().number() == 2);
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        TrainingSnapshot failed = snapshots.until(s ->
                s.state() == RunState.FAILED && s.notice() != null && s.notice().kind() == SessionNotice.Kind.PROBLEM);
        assertTrue(
                failed.notice().message().english().contains("not a number"),
                failed.notice().message().english());
        assertNotNull(capture());
        session.submit(new TrainingCommand.Reset());
        assertEquals(
                RunState.READY,
                snapshots.until(s -> s.state() == RunState.READY).state());
    }

    /** The spec of a run on a data set, with other learning rates. */
    static GanSpec withRates(String data, double generator, double discriminator) {
        GanSpec spec = request(data).spec();
        return spec.withTraining(spec.training().withRates(generator, discriminator));
    }

    @Test
    void ratesChangeWhileItRuns() {
        load("stripes");
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        session.submit(new TrainingCommand.Adjust(withRates("stripes", 0.125, 0.25)));
        TrainingSnapshot changed = snapshots.until(s -> s.run() != null
                && s.run().spec().training().generatorOptimizer().learningRate() == 0.125);
        assertEquals(
                0.25, changed.run().spec().training().discriminatorOptimizer().learningRate());
    }

    @Test
    void aChangedRateIsLoggedBesideTheScalarsAndShowsInThem() {
        load("stripes");
        session.submit(new TrainingCommand.Step());
        session.submit(new TrainingCommand.Adjust(withRates("stripes", 0.125, 2e-3)));
        session.submit(new TrainingCommand.Step());
        snapshots.until(s -> s.step() == 2);
        List<SettingChange> changes = session.scalars().changes().read();
        assertEquals(
                List.of("rate.generator"),
                changes.stream().map(SettingChange::key).toList());
        assertEquals("0.125", changes.get(0).after());
        assertEquals(1, changes.get(0).step());
        assertEquals(
                0.125,
                session.scalars().read(TrainingScalar.GENERATOR_RATE, 2, 2, 1).high()[0],
                1e-9);
    }

    @Test
    void calibratesThreadsBeforeTheFirstStepWithoutTakingOne() {
        ThreadPolicy two = new ThreadPolicy(ThreadPolicy.AUTOMATIC, 2, false);
        try (TrainingLoop measuring = new TrainingLoop(PublishPolicy.SCREEN, two, this::open)) {
            SnapshotWaiter other = new SnapshotWaiter(measuring);
            measuring.submit(new TrainingCommand.Load(request("stripes")));
            assertEquals(
                    List.of(),
                    other.until(s -> s.state() == RunState.READY).threads().timings());
            measuring.submit(new TrainingCommand.Start(new StopRule(5, Double.POSITIVE_INFINITY)));
            TrainingSnapshot paused = other.until(s -> s.state() == RunState.PAUSED);
            assertEquals(2, paused.threads().timings().size());
            assertEquals(5, paused.step());
            assertEquals(5, measuring.scalars().lastStep());
            assertEquals(NativeEngine.threads(), paused.threads().count());
        }
    }

    @Test
    void threadsThatTheUserChoosesAreUsedAtOnce() {
        load("stripes");
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        session.submit(new TrainingCommand.SetThreads(2));
        snapshots.until(s -> s.threads().equals(new ThreadUse(2, false, 1, List.of())));
        assertEquals(2, NativeEngine.threads());
        session.submit(new TrainingCommand.SetThreads(1));
        snapshots.until(s -> s.threads().count() == 1);
        assertEquals(1, NativeEngine.threads());
    }

    @Test
    void gridGrowsAroundTheSameImages() {
        float[] small = load("stripes").generated().pixels();
        session.submit(new TrainingCommand.SetGrid(12, 10, true));
        TrainingSnapshot grown =
                snapshots.until(s -> s.generated() != null && s.generated().rows() == 12);
        assertArrayEquals(small, Arrays.copyOf(grown.generated().pixels(), small.length));
        assertEquals(12, grown.real().rows());
    }

    @Test
    void rendersTheCurrentLatentsAgainWhenTheGeneratorHasChanged() {
        load("stripes");
        float[] latent = {1, -1, 0.5f};
        session.latents().request(new LatentRequest(List.of(latent, latent), List.of(0, 1), true));
        SampleGrid before = snapshots.untilImages(session.latents(), grid -> true);
        assertEquals(2, before.count());
        session.submit(new TrainingCommand.Start(new StopRule(20, Double.POSITIVE_INFINITY)));
        SampleGrid after = snapshots.untilImages(session.latents(), grid -> grid.step() == 20);
        assertFalse(Arrays.equals(before.pixels(), after.pixels()));
        RunCapture capture = capture();
        try (OfflineSampler studio = new OfflineSampler(capture)) {
            LatentRequest again = new LatentRequest(List.of(latent, latent), List.of(0, 1), true);
            assertArrayEquals(after.pixels(), studio.render(again).pixels());
        }
    }

    @Test
    void closingWhileTrainingEndsTheThreads() throws InterruptedException {
        load("stripes");
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        snapshots.until(s -> s.state() == RunState.RUNNING && s.step() > 3);
        List<Thread> before = SnapshotWaiter.sessionThreads();
        session.close();
        for (Thread thread : before) {
            thread.join(5000);
        }
        assertEquals(List.of(), SnapshotWaiter.sessionThreads());
    }
}
