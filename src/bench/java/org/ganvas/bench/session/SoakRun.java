package org.ganvas.bench.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.ganvas.bench.support.ResourceUsage;
import org.ganvas.bench.support.TinyRun;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.recovery.RecoveryFolder;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.StopRule;
import org.jspecify.annotations.Nullable;

/**
 * Soak test of a session without a window: it trains, renders latents as a dragged slider requests them, autosaves
 * every minute and exports in between, one kind after the other. Prints the resources of the process after the first
 * round, every ten minutes and at the end, and how long training paused for an autosave. Exit status 1 if anything
 * failed or grew. Arguments: minutes (3), preset (mlp-b), threads (1).
 */
public final class SoakRun {

    private static final long COPY_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long EXPORT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long REPORT_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final long REQUEST_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long WARM_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final TrainingLoop session = new TrainingLoop(PublishPolicy.SCREEN);
    private final StepGaps gaps = new StepGaps();
    private final AtomicInteger failures = new AtomicInteger();
    private final RecoveryFolder recovery;
    private final SoakExports exports;
    private final int latentDim;
    private RunState state = RunState.EMPTY;
    private int copies;
    private long asked;
    private long drawn;

    private SoakRun(Path folder, String preset) {
        recovery = new RecoveryFolder(folder.resolve("recovery"), new ProjectStore());
        exports = new SoakExports(folder);
        latentDim = PresetRegistry.get(preset).spec().latentDim();
        session.addListener(gaps);
        session.addFailureListener(this::failed);
        session.submit(new TrainingCommand.Load(
                new RunRequest(preset, PresetRegistry.get(preset).spec(), DatasetEntry.DOODLES, 1)));
    }

    public static void main(String[] args) throws Exception {
        double minutes = args.length > 0 ? Double.parseDouble(args[0]) : 3;
        NativeEngine.setThreads(args.length > 2 ? Integer.parseInt(args[2]) : 1);
        NativeEngine.start();
        Path folder = Files.createTempDirectory("ganvas-soak");
        boolean good = new SoakRun(folder, args.length > 1 ? args[1] : "mlp-b").run((long) (minutes * 60e9));
        System.exit(good ? 0 : 1);
    }

    private boolean run(long nanos) throws Exception {
        TinyRun.capture(session);
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        long begin = System.nanoTime();
        long nextCopy = begin + WARM_NANOS;
        long nextExport = begin + WARM_NANOS;
        long nextReport = begin + REPORT_NANOS;
        ResourceUsage first = null;
        while (System.nanoTime() - begin < nanos) {
            long now = System.nanoTime();
            look();
            if (now >= nextCopy) {
                nextCopy = now + COPY_NANOS;
                copy();
            }
            if (now >= nextExport) {
                nextExport = now + EXPORT_NANOS;
                exports.one(TinyRun.capture(session));
            }
            if (first == null && exports.done() > SoakExports.KINDS) {
                first = print("first", begin);
            }
            if (now >= nextReport) {
                nextReport += REPORT_NANOS;
                print("then", begin);
            }
            LockSupport.parkNanos(REQUEST_NANOS);
        }
        return end(first, begin);
    }

    private boolean end(@Nullable ResourceUsage first, long begin) throws IOException {
        ResourceUsage last = print("last", begin);
        boolean good = first != null && last.flatSince(first) && failures.get() == 0 && state == RunState.RUNNING;
        session.close();
        recovery.close();
        System.out.println(gaps.report());
        System.out.printf(Locale.ROOT, "%d failures, state %s, flat: %s%n", failures.get(), state, good ? "yes" : "no");
        return good;
    }

    /** Work of the window in a frame while a slider is dragged. */
    private void look() {
        float[] latent = LatentSampling.ofSeed(asked++, latentDim);
        session.latents().request(new LatentRequest(List.of(latent), List.of(0), true));
        drawn += session.latents().takeImages() == null ? 0 : 1;
        TrainingSnapshot snapshot = session.takeSnapshot();
        if (snapshot != null) {
            state = snapshot.state();
        }
    }

    private void copy() throws InterruptedException, ProjectException {
        gaps.copying(true);
        RunCapture run = TinyRun.capture(session);
        recovery.save(run, null);
        gaps.copying(false);
        copies++;
    }

    private void failed(Throwable failure) {
        failures.incrementAndGet();
        System.out.println("failed: " + failure);
    }

    private ResourceUsage print(String which, long begin) throws IOException {
        ResourceUsage now = ResourceUsage.now();
        System.out.printf(Locale.ROOT,
                "%s, after %.1f minutes: %s; step %,d, %d safety copies, %d exports, %,d latents drawn%n",
                which,
                (System.nanoTime() - begin) / 60e9,
                now,
                session.scalars().lastStep(),
                copies,
                exports.done(),
                drawn);
        return now;
    }
}
