package org.ganvas.bench.speed;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.train.GameTrainer;

/**
 * Where the time of a training step goes, operation by operation, forwards and backwards: samples of the training thread's
 * stack, with the share of the step that they stand for and its milliseconds. Arguments: a number of seconds for each case
 * (10), then parts of the names of cases (all) or ids of presets; {@code bench.threads} native threads (1). With one thread milliseconds are of
 * processor time, which does not depend on other work; with more they are by the clock, to be compared with those of one.
 */
public final class StepProfile {

    private static final String OPERATIONS = "org.ganvas.engine.autodiff.";
    private static final String OURS = "org.ganvas.";
    private static final int WARM_STEPS_SECONDS = 5;
    private static final int THREADS = Integer.getInteger("bench.threads", 1);

    /** Classes that every operation runs through. */
    private static final Set<String> MACHINERY =
            Set.of("Autograd", "OpRecorder", "Tensor", "TensorStorage", "GraphNode", "TensorShapes", "ConvolutionKernels");

    private StepProfile() {}

    public static void main(String[] args) throws Exception {
        boolean timed = args.length > 0 && args[0].matches("\\d+");
        int seconds = timed ? Integer.parseInt(args[0]) : 10;
        List<String> words = Arrays.asList(args).subList(timed ? 1 : 0, args.length);
        NativeEngine.setThreads(THREADS);
        NativeEngine.start();
        for (BenchmarkCase game : BenchmarkCase.all()) {
            if (words.isEmpty() || words.stream().anyMatch(game.name()::contains)) {
                profile(game, seconds);
            }
        }
        for (String word : words) {
            Optional<Preset> preset = PresetRegistry.find(word);
            if (preset.isPresent()) {
                profile(BenchmarkCase.of(preset.get()), seconds);
            }
        }
        System.exit(0);
    }

    private static void profile(BenchmarkCase game, int seconds) throws Exception {
        Dataset data = DatasetRegistry.open(game.data(), game.spec().image(), ProgressListener.NONE);
        try (GameTrainer trainer = new GameTrainer(game.spec(), data, 1)) {
            StepContender ours = StepContender.ours(game, trainer);
            runFor(ours, WARM_STEPS_SECONDS);
            Sampler sampler = new Sampler(Thread.currentThread());
            sampler.start();
            long before = nanos();
            int steps = runFor(ours, seconds);
            double milliseconds = (nanos() - before) / 1e6 / steps;
            sampler.interrupt();
            sampler.join();
            print(game.name(), sampler.counts, milliseconds);
        }
    }

    private static long nanos() {
        return THREADS == 1 ? StepBenchmark.processorNanos() : System.nanoTime();
    }

    private static int runFor(StepContender contender, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        int steps = 0;
        while (System.nanoTime() < end) {
            contender.step();
            steps++;
        }
        return steps;
    }

    private static void print(String name, Map<String, Integer> counts, double milliseconds) {
        double all = counts.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(Locale.ROOT, "%n%s, %d native threads: %.2f ms a step%n", name, THREADS, milliseconds);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .filter(entry -> entry.getValue() > all / 200)
                .forEach(entry -> System.out.printf(
                        Locale.ROOT,
                        "  %5.1f %%  %7.3f ms  %s%n",
                        100 * entry.getValue() / all,
                        milliseconds * entry.getValue() / all,
                        entry.getKey()));
    }

    /** Thread that looks at another one's stack about a thousand times a second. */
    private static final class Sampler extends Thread {

        private final Thread observed;
        private final Map<String, Integer> counts = new HashMap<>();

        Sampler(Thread observed) {
            this.observed = observed;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                while (true) {
                    counts.merge(label(observed.getStackTrace()), 1, Integer::sum);
                    TimeUnit.MICROSECONDS.sleep(900);
                }
            } catch (InterruptedException e) {
                interrupt();
            }
        }

        private static String label(StackTraceElement[] stack) {
            boolean backward = Arrays.stream(stack)
                    .anyMatch(frame -> frame.getClassName().endsWith(".Autograd") && frame.getMethodName().equals("backward"));
            for (StackTraceElement frame : stack) {
                String type = frame.getClassName();
                String simple = type.substring(type.lastIndexOf('.') + 1);
                String outer = simple.split("\\$")[0];
                if (type.startsWith(OPERATIONS) && type.lastIndexOf('.') < OPERATIONS.length() && !MACHINERY.contains(outer)) {
                    return (backward ? "backward " : "forward  ") + outer + "." + method(frame);
                }
                if (type.startsWith(OURS) && !type.startsWith(OPERATIONS) && !type.startsWith("org.ganvas.bench")) {
                    return (backward ? "backward " : "forward  ") + outer + "." + method(frame);
                }
            }
            return "else";
        }

        private static String method(StackTraceElement frame) {
            return frame.getMethodName().replaceAll("lambda\\$(\\w+)\\$\\d+", "$1");
        }
    }
}
