package org.ganvas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.ganvas.data.Datasets;
import org.ganvas.data.Latents;
import org.ganvas.engine.Engine;
import org.ganvas.engine.probe.ProcessMemory;
import org.ganvas.engine.spec.Presets;
import org.ganvas.project.PictureExport;
import org.ganvas.project.ProjectException;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RecoveryFolder;
import org.ganvas.project.SheetStyle;
import org.ganvas.session.LatentRequest;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.StopRule;

/**
 * A session at work without a window: it trains, draws latents as a dragged slider asks for them, makes a safety copy
 * every minute and exports in between. Prints what the process occupies at the beginning and at the end, and how long
 * training waited for a safety copy. Arguments: minutes (3), preset (mlp-b).
 */
public final class Soak {

    private static final long COPY_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long EXPORT_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long REQUEST_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long WARM_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final TrainingSession session = new TrainingSession();
    private final StepGaps gaps = new StepGaps();
    private final Path folder;
    private final RecoveryFolder recovery;
    private final int latentDim;
    private int copies;
    private int exports;
    private long drawn;

    private Soak(Path folder, String preset) {
        this.folder = folder;
        recovery = new RecoveryFolder(folder.resolve("recovery"), new ProjectStore());
        latentDim = Presets.get(preset).spec().latentDim();
        session.onStep(gaps);
        session.submit(new TrainingCommand.Load(
                new RunRequest(preset, Presets.get(preset).spec(), Datasets.DOODLES, 1)));
    }

    public static void main(String[] args) throws Exception {
        double minutes = args.length > 0 ? Double.parseDouble(args[0]) : 3;
        Engine.useThreads(1);
        Engine.start();
        Path folder = Files.createTempDirectory("ganvas-soak");
        new Soak(folder, args.length > 1 ? args[1] : "mlp-b").run((long) (minutes * 60e9));
        System.exit(0);
    }

    private void run(long nanos) throws Exception {
        TinyRun.capture(session);
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        long begin = System.nanoTime();
        long nextCopy = begin + WARM_NANOS;
        long nextExport = begin;
        boolean measured = false;
        int seed = 0;
        while (System.nanoTime() - begin < nanos) {
            long now = System.nanoTime();
            session.latents().request(new LatentRequest(List.of(Latents.ofSeed(seed++, latentDim)), List.of(0), true));
            PictureGrid picture = session.latents().take();
            drawn += picture == null ? 0 : 1;
            session.take();
            if (now >= nextCopy) {
                nextCopy = now + COPY_NANOS;
                copy();
            }
            if (now >= nextExport && picture != null) {
                nextExport = now + EXPORT_NANOS;
                export(picture);
            }
            if (!measured && now - begin > WARM_NANOS + EXPORT_NANOS) {
                measured = true;
                print("first");
            }
            LockSupport.parkNanos(REQUEST_NANOS);
        }
        print("last");
        session.close();
        recovery.close();
        System.out.println(gaps.report());
    }

    private void copy() throws InterruptedException, ProjectException {
        gaps.copying(true);
        RunCapture run = TinyRun.capture(session);
        recovery.save(run, null);
        gaps.copying(false);
        copies++;
    }

    private void export(PictureGrid picture) throws ProjectException {
        PictureExport.save(picture, new SheetStyle(4, 0), Map.of(), folder.resolve("latent.png"));
        exports++;
    }

    private void print(String which) throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%s: RSS %d MB, heap %d MB, %d threads, %s open files; step %,d, %d safety copies, %d exports, %,d"
                        + " latents drawn%n",
                which,
                ProcessMemory.residentBytes() >> 20,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                Thread.getAllStackTraces().size(),
                openFiles(),
                session.metrics().lastStep(),
                copies,
                exports,
                drawn);
    }

    private static String openFiles() throws IOException {
        Path handles = Path.of("/proc/self/fd");
        if (!Files.isDirectory(handles)) {
            return "unknown";
        }
        try (Stream<Path> files = Files.list(handles)) {
            return Long.toString(files.count());
        }
    }
}
