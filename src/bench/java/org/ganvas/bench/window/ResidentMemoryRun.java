package org.ganvas.bench.window;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javax.management.JMException;
import org.ganvas.app.Launcher;
import org.ganvas.bench.session.SessionThroughput;
import org.ganvas.bench.support.MemoryUse;
import org.ganvas.bench.support.ThreadUsage;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.RunCheckpointHistory;
import org.ganvas.session.preset.PresetDataPairing;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.StopRule;
import org.jspecify.annotations.Nullable;

/** One preset of {@link ResidentMemoryBenchmark}, in its process. Arguments: {@code PRESET[@DATA] MINUTES...}. */
final class ResidentMemoryRun {

    private static final double MEGABYTE = 1 << 20;

    /** Least CPU time that is printed, in per cent of a core. */
    private static final double LEAST_SHARE = 0.5;

    private final TrainingLoop session;
    private final String preset;
    private final String data;
    private final double[] minutes;
    private final List<Reading> readings = new ArrayList<>();

    /** State of the process at one time. */
    private record Reading(
            double minutes, MemoryUse memory, ThreadUsage threads, long step, int nativeThreads, long history, long disk) {}

    private ResidentMemoryRun(TrainingLoop session, String[] args) {
        this.session = session;
        String[] names = args[0].split("@");
        preset = names[0];
        Preset chosen = PresetRegistry.get(preset);
        data = names.length > 1 ? names[1] : PresetDataPairing.dataFor(chosen, DatasetEntry.DOODLES);
        minutes = Arrays.stream(args).skip(1).mapToDouble(Double::parseDouble).toArray();
    }

    public static void main(String[] args) {
        TrainingLoop session = Launcher.newSession();
        ResidentMemoryRun run = new ResidentMemoryRun(session, args);
        WindowCostBenchmark.besideWindow(session, run::measure);
    }

    private void measure() throws Exception {
        SessionThroughput control = new SessionThroughput(session);
        control.awaitRun();
        control.load(new RunRequest(preset, PresetRegistry.get(preset).spec(), data, 1));
        long begin = System.nanoTime();
        readings.add(reading(0));
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        for (double minute : minutes) {
            long end = begin + (long) (minute * TimeUnit.MINUTES.toNanos(1));
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
            readings.add(reading(minute));
        }
        print();
        session.submit(new TrainingCommand.Pause());
        control.awaitRun();
        rewind(control);
    }

    private Reading reading(double minute) throws IOException, JMException {
        RunCheckpointHistory history = (RunCheckpointHistory) session.history();
        return new Reading(
                minute,
                MemoryUse.now(),
                ThreadUsage.now(),
                session.scalars().lastStep(),
                NativeEngine.threads(),
                history.memoryBytes(),
                history.diskBytes());
    }

    private void print() {
        String collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
        System.out.printf(Locale.ROOT,
                "%n%s on %s; %d cores; %s; heap of at most %.0f MB%n",
                preset,
                data,
                Runtime.getRuntime().availableProcessors(),
                collectors,
                Runtime.getRuntime().maxMemory() / MEGABYTE);
        row("minutes", "%.1f", Reading::minutes);
        row("step", "%,.0f", Reading::step);
        row("native threads", "%.0f", Reading::nativeThreads);
        megabytes("resident, MB", reading -> reading.memory().resident());
        megabytes("  most so far", reading -> reading.memory().peak());
        megabytes("  mapped files", reading -> reading.memory().files());
        megabytes("heap committed", reading -> reading.memory().heapCommitted());
        megabytes("  used", reading -> reading.memory().heapUsed());
        megabytes("classes and code", reading -> reading.memory().classes());
        megabytes("direct buffers", reading -> reading.memory().direct());
        megabytes("history in memory", Reading::history);
        megabytes("history on the disk", Reading::disk);
        printThreads();
    }

    private void megabytes(String name, ToDoubleFunction<Reading> bytes) {
        row(name, "%.0f", reading -> bytes.applyAsDouble(reading) / MEGABYTE);
    }

    private void row(String name, String format, ToDoubleFunction<Reading> value) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-28s", name));
        for (Reading reading : readings) {
            String text = String.format(Locale.ROOT, format, value.applyAsDouble(reading));
            line.append(String.format(Locale.ROOT, "%12s", text));
        }
        System.out.println(line);
    }

    /** CPU time by thread between two readings, in per cent of a core. */
    private void printThreads() {
        List<Map<String, Double>> shares = new ArrayList<>(List.of(Map.of()));
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i < readings.size(); i++) {
            ThreadUsage used = readings.get(i).threads().since(readings.get(i - 1).threads());
            double seconds = 60 * (readings.get(i).minutes() - readings.get(i - 1).minutes());
            Map<String, Double> byName = used.byName().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> 100 * entry.getValue() / seconds));
            shares.add(byName);
            used.byName().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> byName.getOrDefault(name, 0.0) >= LEAST_SHARE)
                    .forEach(names::add);
        }
        System.out.println("CPU time since the column before, in per cent of a core");
        for (String name : names) {
            row("  " + name, "%.1f", reading -> shares.get(readings.indexOf(reading))
                    .getOrDefault(name, 0.0));
        }
        row("  all native threads", "%.1f", reading -> shares.get(readings.indexOf(reading)).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("native, "))
                .mapToDouble(Map.Entry::getValue)
                .sum());
    }

    /** Reads every checkpoint, then takes the run back to the middle and compares the weights. */
    private void rewind(SessionThroughput control) throws IOException, InterruptedException {
        List<Checkpoint> all = session.history().checkpoints();
        List<Checkpoint> complete = all.stream().filter(Checkpoint::complete).toList();
        double gridMillis = millisToRead(all, session.history()::grid);
        double captureMillis = millisToRead(complete, session.history()::capture);
        Checkpoint middle = complete.get(complete.size() / 2);
        RunCapture expected = Objects.requireNonNull(session.history().capture(middle));
        session.submit(new TrainingCommand.GoBack(middle.step()));
        control.await(run -> run.state().step() == middle.step());
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(answer));
        System.out.printf(Locale.ROOT,
                "%d checkpoints, %d of them complete, all readable: %.1f ms a grid, %.1f ms a run; back at step %,d, arrays %s%n",
                all.size(),
                complete.size(),
                gridMillis,
                captureMillis,
                middle.step(),
                sameArrays(expected, answer.join()) ? "equal" : "DIFFERENT");
    }

    /** Reads a checkpoint; null if it was thinned out. */
    @FunctionalInterface
    private interface Reader {
        @Nullable
        Object read(Checkpoint checkpoint) throws IOException;
    }

    private double millisToRead(List<Checkpoint> checkpoints, Reader reader) throws IOException {
        long begin = System.nanoTime();
        for (Checkpoint checkpoint : checkpoints) {
            // The images of the last step may arrive after the pause and push another checkpoint out.
            if (reader.read(checkpoint) == null && session.history().checkpoints().contains(checkpoint)) {
                throw new IllegalStateException("The checkpoint of step " + checkpoint.step() + " is gone.");
            }
        }
        return (System.nanoTime() - begin) / 1e6 / checkpoints.size();
    }

    private static boolean sameArrays(RunCapture expected, RunCapture actual) {
        boolean same = expected.state().arrays().size() == actual.state().arrays().size();
        for (int i = 0; same && i < expected.state().arrays().size(); i++) {
            same = Arrays.equals(
                    expected.state().arrays().get(i).values(),
                    actual.state().arrays().get(i).values());
        }
        return same;
    }
}
