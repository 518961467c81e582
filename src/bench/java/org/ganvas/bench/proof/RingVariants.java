package org.ganvas.bench.proof;

import static org.ganvas.bench.proof.ProofRunner.printLine;
import java.util.Map;
import java.util.StringJoiner;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;

/** Results of the ring presets for several seeds, beside the same setups in PyTorch on the same points. */
final class RingVariants {

    /** Modes and share of high quality, three seeds; with averaged weights where the preset has them. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "ring", "8, 95-98 % after 6,000",
            "ring-lsgan", "8, 95-98 % after 6,000",
            "ring-pacgan", "8, 95-98 % after 6,000",
            "ring-r3gan", "8, 92-96 % after 6,000",
            "ring-wgan-gp", "8, 66-73 % after 1,000, 79-81 % after 1,500",
            "ring-hinge-sn", "8, 87-90 % after 6,000");

    private final int seeds;
    private final int steps;

    RingVariants(int seeds, int steps) {
        this.seeds = seeds;
        this.steps = steps;
    }

    void print() throws Exception {
        printLine("%nRing of 8 (sigma 0.05): modes and share of high quality, 98.9 %% of a perfect generator");
        for (Preset preset : PresetRegistry.all()) {
            if (preset.id().startsWith("ring")) {
                boolean many = preset.spec().training().discriminatorSteps() > 1;
                print(preset, many ? steps / 3 : steps);
            }
        }
    }

    private void print(Preset preset, int count) throws Exception {
        StringJoiner seen = new StringJoiner(", ");
        for (int seed = 1; seed <= seeds; seed++) {
            try (PointRun run = new PointRun(preset.spec(), "builtin:ring", seed)) {
                run.steps(count);
                seen.add(PointRun.text(run.coverage(false)) + " (average " + PointRun.text(run.coverage(true)) + ")");
            }
        }
        printLine("  %-14s after %,d: %s   PyTorch: %s", preset.id(), count, seen, ELSEWHERE.getOrDefault(preset.id(), "-"));
    }
}
