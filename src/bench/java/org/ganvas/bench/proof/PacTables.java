package org.ganvas.bench.proof;

import static org.ganvas.bench.proof.ProofRunner.printLine;
import java.util.List;
import java.util.Map;
import org.ganvas.metrics.ModeCoverage;

/**
 * Mode counts on ring and grid by the definitions of VEEGAN (Srivastava 2017, table 1) and PacGAN (Lin 2018, table 1):
 * sigma 0.01 and 0.05, 2,500 samples, high quality within three sigma, a mode is found by one such sample, mean of ten
 * seeds. The papers train networks 400 wide for 400,000 steps, which takes days here; these are smaller, and their
 * rates fall.
 */
final class PacTables {

    /** Steps on the ring. */
    static final int STEPS = 20_000;

    /** Ratio of the grid's steps to the ring's. */
    private static final double GRID_SHARE = 1.5;

    private static final Map<String, String> PUBLISHED = Map.of(
            "ring GAN", "PacGAN: 6.3 ± 0.5 modes, 98.2 %, 0.45 ± 0.09; VEEGAN: 1 mode, 99.3 %",
            "ring PacGAN-2", "PacGAN: 7.9 ± 0.1 modes, 95.6 %, 0.07 ± 0.03",
            "ring WGAN-GP", "GDPP: 6.8 modes, 59.6 %",
            "grid GAN", "PacGAN: 17.3 ± 0.8 modes, 94.8 %, 0.70 ± 0.07; VEEGAN: 3.3 modes, 0.5 %",
            "grid PacGAN-2", "PacGAN: 23.8 ± 0.7 modes, 91.3 %, 0.13 ± 0.04",
            "grid WGAN-GP", "GDPP: 24.2 modes, 28.7 %");

    private final int seeds;
    private final int steps;

    PacTables(int seeds, int steps) {
        this.seeds = seeds;
        this.steps = steps;
    }

    /** Rows whose name contains one of the words; all without words. */
    void print(List<String> only) throws Exception {
        printLine("%nModes, share of high quality, reverse KL of modes; mean of %d seeds ± standard error", seeds);
        printLine("A perfect generator has 98.9 %% and 0.0014 (ring), 0.0049 (grid). Published: after 400,000 steps");
        for (String set : List.of("ring", "grid")) {
            boolean ring = set.equals("ring");
            int count = ring ? steps : (int) (GRID_SHARE * steps);
            for (Map.Entry<String, PacTableSpecs.Setup> entry :
                    PacTableSpecs.of(set, count).entrySet()) {
                String name = set + " " + entry.getKey();
                if (only.isEmpty() || only.stream().anyMatch(name::contains)) {
                    row(name, entry.getValue(), ring ? "builtin:ring-pacgan" : "builtin:grid");
                }
            }
        }
    }

    private void row(String name, PacTableSpecs.Setup setup, String data) throws Exception {
        double[] modes = new double[seeds];
        double[] quality = new double[seeds];
        double[] divergence = new double[seeds];
        int all = 0;
        long start = System.nanoTime();
        for (int seed = 1; seed <= seeds; seed++) {
            try (PointRun run = new PointRun(setup.spec(), data, seed)) {
                ModeCoverage coverage = run.steps(setup.steps()).coverage(true);
                modes[seed - 1] = coverage.captured();
                quality[seed - 1] = 100 * coverage.highQualityShare();
                divergence[seed - 1] = coverage.reverseKl();
                all += modes[seed - 1] == run.modes() ? 1 : 0;
            }
        }
        printLine(
                "  %-14s %,6d steps: %s modes (all of them %d times), %s %%, reverse KL %s, %.0f s a run   (%s)",
                name,
                setup.steps(),
                SeedStatistics.of(modes).meanWithError(),
                all,
                SeedStatistics.of(quality).meanWithError(),
                SeedStatistics.of(divergence).meanWithError(),
                (System.nanoTime() - start) / 1e9 / seeds,
                PUBLISHED.getOrDefault(name, "-"));
    }
}
