package org.ganvas.bench.session;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.engine.train.StripesData;
import org.ganvas.session.run.ScalarLog;

/**
 * Pause of training for an autosave copy: the arrays and scalars of a long run are copied on the training thread
 * between two steps; checksums and file output belong to another thread. Arguments: presets (mlp-b dcgan-light dcgan).
 */
public final class CapturePauseBenchmark {

    private static final int TIMES = 25;
    private static final int LONG_RUN = 200_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CapturePauseBenchmark() {}

    public static void main(String[] args) {
        NativeEngine.setThreads(1);
        NativeEngine.start();
        ScalarLog curves = new ScalarLog();
        for (int step = 1; step <= LONG_RUN; step++) {
            curves.append(step, step / 100.0, new StepReport(1, 1, 0.5, 0.5));
        }
        for (String preset : args.length > 0 ? List.of(args) : List.of("mlp-b", "dcgan-light", "dcgan")) {
            measure(preset, curves);
        }
        System.exit(0);
    }

    private static void measure(String preset, ScalarLog curves) {
        GanSpec spec = PresetRegistry.get(preset).spec();
        double[] clock = new double[TIMES];
        double[] processor = new double[TIMES];
        long floats = 0;
        try (GameTrainer trainer =
                new GameTrainer(spec, new StripesData(512, spec.image().width()), 1)) {
            trainer.step();
            for (int i = 0; i < TIMES; i++) {
                long begin = System.nanoTime();
                long beginProcessor = THREADS.getCurrentThreadCpuTime();
                TrainerState state = trainer.capture();
                ScalarLog copy = curves.copy();
                processor[i] = (THREADS.getCurrentThreadCpuTime() - beginProcessor) / 1e6;
                clock[i] = (System.nanoTime() - begin) / 1e6;
                floats = floats(state) + (copy.lastStep() - LONG_RUN);
            }
        }
        System.out.printf(Locale.ROOT,
                "%s: %.1f MB copied; by the clock %s, of the thread's processor time %s%n",
                preset,
                4e-6 * floats,
                summary(clock),
                summary(processor));
    }

    private static long floats(TrainerState state) {
        return state.arrays().stream()
                .map(NamedArray::values)
                .mapToLong(values -> values.length)
                .sum();
    }

    private static String summary(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "%.1f ms (median), %.1f ms (longest)", sorted[TIMES / 2], sorted[TIMES - 1]);
    }
}
