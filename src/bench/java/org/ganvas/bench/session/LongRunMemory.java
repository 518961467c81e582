package org.ganvas.bench.session;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.probe.ProcessMemoryUsage;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.train.GameTrainer;

/**
 * Memory of a long training: resident, Java heap after a collection, and a step's temporaries, printed at intervals.
 * Arguments: pairs of preset and number of steps.
 */
public final class LongRunMemory {

    private static final int LINES = 10;
    private static final double MEGABYTE = 1e6;

    private LongRunMemory() {}

    public static void main(String[] args) throws Exception {
        NativeEngine.setThreads(1);
        NativeEngine.start();
        for (int i = 0; i + 1 < args.length; i += 2) {
            run(args[i], Long.parseLong(args[i + 1]));
        }
        System.exit(0);
    }

    private static void run(String preset, long steps) throws Exception {
        GanSpec spec = PresetRegistry.get(preset).spec();
        Dataset data = DatasetRegistry.open(DatasetEntry.DOODLES, ProgressListener.NONE);
        try (GameTrainer trainer = new GameTrainer(spec, data, 1)) {
            trainer.step();
            for (int line = 0; line <= LINES; line++) {
                while (trainer.stepsTaken() < steps * line / LINES) {
                    trainer.step();
                }
                print(preset, trainer);
            }
        }
    }

    private static void print(String preset, GameTrainer trainer) {
        System.gc();
        System.out.printf(Locale.ROOT,
                "%s, step %,d: resident %.0f MB, heap %.1f MB, temporaries %.2f MB%n",
                preset,
                trainer.stepsTaken(),
                ProcessMemoryUsage.residentBytes() / MEGABYTE,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE,
                trainer.temporaryBytes() / MEGABYTE);
    }
}
