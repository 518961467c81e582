package org.ganvas.bench.speed;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.pytorch.global.torch;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.GameTrainer;

/**
 * Training steps a second: Ganvas against libtorch and stock Deeplearning4j, with the same networks, weights,
 * batches and latents, in one run of the JVM, in turn round by round. Prints for each case the speeds, the ratios with
 * their spread, Java bytes allocated a step, and the peak of memory above rest. The first losses are compared, so that
 * no ratio is between different computations.
 *
 * <p>Arguments: {@code --threads N} (else 1 and then all cores), {@code --rounds N}, {@code --turn SECONDS}, {@code --no-dl4j},
 * and parts of the names of cases.
 */
public final class StepBenchmark {

    private static final int COMPARED = 8;
    private static final int MOST_STEPS_A_TURN = 5000;

    private final int rounds;
    private final double secondsATurn;
    private final boolean stock;

    private StepBenchmark(int rounds, double secondsATurn, boolean stock) {
        this.rounds = rounds;
        this.secondsATurn = secondsATurn;
        this.stock = stock;
    }

    public static void main(String[] args) throws Exception {
        List<String> words = new ArrayList<>(List.of(args));
        int rounds = Integer.parseInt(option(words, "--rounds", "7"));
        double turn = Double.parseDouble(option(words, "--turn", "2"));
        int automatic = Runtime.getRuntime().availableProcessors();
        String fixed = option(words, "--threads", "");
        boolean stock = !words.remove("--no-dl4j");
        List<Integer> threads = new ArrayList<>();
        if (fixed.isEmpty()) {
            threads.add(1);
            if (automatic != 1) {
                threads.add(automatic);
            }
        } else {
            threads.add(Integer.parseInt(fixed));
        }
        NativeEngine.setThreads(threads.get(0));
        NativeEngine.start();
        System.out.printf(Locale.ROOT,
                "%d cores.%n", automatic);
        for (int count : threads) {
            NativeEngine.setThreads(count);
            torch.set_num_threads(count);
            NativeEngine.applyThreadCount();
            for (BenchmarkCase game : BenchmarkCase.all()) {
                if (words.isEmpty() || words.stream().anyMatch(game.name()::contains)) {
                    Dataset data =
                            generated(DatasetRegistry.open(game.data(), game.spec().image(), ProgressListener.NONE));
                    new StepBenchmark(rounds, turn, stock).run(game, data, count);
                }
            }
        }
        System.exit(0);
    }

    /** Generates the Doodle digits before timing, because they are created on first use. */
    private static Dataset generated(Dataset data) {
        float[] pixels = new float[data.shape().size()];
        for (int i = 0; i < data.size(); i++) {
            data.copyImage(i, pixels, 0);
        }
        return data;
    }

    private static String option(List<String> words, String name, String usual) {
        int at = words.indexOf(name);
        if (at < 0) {
            return usual;
        }
        words.remove(at);
        return words.remove(at);
    }

    private void run(BenchmarkCase game, Dataset data, int threads) {
        System.out.printf(Locale.ROOT, "%n%s, batch %d, %d thread%s%n", game.name(),
                game.spec().training().batch(), threads, threads == 1 ? "" : "s");
        try (GameTrainer trainer = new GameTrainer(game.spec(), data, 1)) {
            TrainerState start = trainer.capture();
            Map<String, StepContender> contenders = new LinkedHashMap<>();
            contenders.put("Ganvas", StepContender.ours(game, trainer));
            contenders.put("libtorch", StepContender.libtorch(game, start, data));
            if (stock && game.isForStock()) {
                contenders.put("stock DL4J", StepContender.stock(game, start, data));
            }
            compare(contenders);
            measure(contenders);
        }
    }

    private static void compare(Map<String, StepContender> contenders) {
        double[] largest = new double[contenders.size()];
        for (int step = 0; step < COMPARED; step++) {
            double[] reference = null;
            int i = 0;
            for (StepContender contender : contenders.values()) {
                double[] losses = contender.step();
                reference = reference == null ? losses : reference;
                for (int k = 0; k < losses.length; k++) {
                    largest[i] = Math.max(largest[i], Math.abs(losses[k] - reference[k]));
                }
                i++;
            }
        }
        int i = 0;
        for (String name : contenders.keySet()) {
            if (i > 0) {
                System.out.printf(Locale.ROOT,
                        "  losses of the first %d steps: %s differs from Ganvas by at most %.1e%n",
                        COMPARED,
                        name,
                        largest[i]);
            }
            i++;
        }
    }

    private void measure(Map<String, StepContender> contenders) {
        Map<String, Integer> steps = new LinkedHashMap<>();
        Map<String, double[]> speeds = new LinkedHashMap<>();
        Map<String, double[]> processor = new LinkedHashMap<>();
        Map<String, double[]> rest = new LinkedHashMap<>();
        contenders.forEach((name, contender) -> {
            double once = Math.min(seconds(contender, 1), seconds(contender, 2) / 2);
            steps.put(name, (int) Math.max(2, Math.min(MOST_STEPS_A_TURN, Math.ceil(secondsATurn / once))));
            seconds(contender, steps.get(name));
            speeds.put(name, new double[rounds]);
            processor.put(name, new double[rounds]);
            rest.put(name, cost(contender, steps.get(name)));
        });
        for (int round = 0; round < rounds; round++) {
            for (String name : contenders.keySet()) {
                int count = steps.get(name);
                long before = processorNanos();
                speeds.get(name)[round] = count / seconds(contenders.get(name), count);
                processor.get(name)[round] = count / ((processorNanos() - before) / 1e9);
            }
        }
        print(speeds, processor, rest);
    }

    private void print(
            Map<String, double[]> speeds, Map<String, double[]> processor, Map<String, double[]> costs) {
        System.out.printf(Locale.ROOT, "  %-12s %10s %10s   %-22s %-22s %14s %12s%n",
                "", "steps/s", "ms/step", "Ganvas is faster by", "by processor time", "Java bytes/step", "peak MB");
        speeds.forEach((name, theirs) -> {
            double[] cost = costs.get(name);
            System.out.printf(Locale.ROOT,
                    "  %-12s %10.2f %10.2f   %-22s %-22s %14.0f %12s%n",
                    name,
                    median(theirs),
                    1000 / median(theirs),
                    ratio(name, speeds),
                    ratio(name, processor),
                    cost[0],
                    Double.isNaN(cost[1]) ? "unknown" : String.format(Locale.ROOT, "%.0f", cost[1]));
        });
    }

    private String ratio(String name, Map<String, double[]> speeds) {
        if (name.equals("Ganvas")) {
            return "";
        }
        double[] ours = speeds.get("Ganvas");
        double[] theirs = speeds.get(name);
        double[] ratios = new double[rounds];
        Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median(ratios), least(ratios), greatest(ratios));
    }

    /** Processor time of the calling thread, which other programs change less than the time on the wall. */
    static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Java bytes allocated a step, and the peak of resident memory above idle in MB. */
    private static double[] cost(StepContender contender, int steps) {
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        ResidentMemory.resetPeak();
        double resting = ResidentMemory.residentMegabytes();
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < steps; i++) {
            contender.step();
        }
        double bytes = (double) (threads.getThreadAllocatedBytes(thread) - before) / steps;
        return new double[] {bytes, ResidentMemory.peakMegabytes() - resting};
    }

    private static double seconds(StepContender contender, int steps) {
        long before = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            contender.step();
        }
        return (System.nanoTime() - before) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    private static double greatest(double[] values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }
}
