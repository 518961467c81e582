package org.ganvas.session.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleControl;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.session.run.LatentDirection;

/** How far to move along latent directions until images differ about as much as random ones do. Pure functions. */
final class VisibleRange {

    private static final double[] RANGES = {0.5, 1, 1.5, 2, 3, 4, 6};

    /** Share of the difference between random images that the ends of a range differ by. */
    private static final double ENOUGH = 0.8;

    private static final int BASES = 4;

    private VisibleRange() {}

    /**
     * The smallest range whose two ends differ enough along each direction on average; the largest where none does.
     *
     * @param directions in sigma, of w in standard deviations of the styles
     * @param progress receives the fraction done, 0 to 1
     */
    static double of(
            GeneratorProbe probe, List<LatentDirection> directions, SearchBudget budget, DoubleConsumer progress) {
        GanSpec spec = probe.spec();
        float[] bases = ExploreLatents.latents(spec, -1, 2 * BASES);
        float[] random = probe.generateBlends(bases, ExploreLatents.sameClasses(spec, 2 * BASES));
        double typical = ExploreLatents.rootMeanSquareDifference(random);
        budget.throttle();
        double chosen = RANGES[RANGES.length - 1];
        for (int i = 0; i < RANGES.length && !directions.isEmpty(); i++) {
            double sum = 0;
            for (LatentDirection direction : directions) {
                sum += difference(probe, bases, direction, RANGES[i]);
                budget.throttle();
            }
            if (sum / directions.size() >= ENOUGH * typical) {
                chosen = RANGES[i];
                break;
            }
            progress.accept((i + 1.0) / RANGES.length);
        }
        progress.accept(1);
        return chosen;
    }

    private static double difference(GeneratorProbe probe, float[] bases, LatentDirection direction, double range) {
        boolean inStyles = direction.space() == LatentDirection.Space.W;
        int width = probe.spec().latentDim();
        int half = BASES * width;
        float[] moved = new float[2 * half];
        for (int i = 0; i < moved.length; i++) {
            double by = inStyles ? 0 : (i < half ? -range : range) * direction.vector()[i % width];
            moved[i] = bases[i % half] + (float) by;
        }
        float[] classes = ExploreLatents.sameClasses(probe.spec(), 2 * BASES);
        if (!inStyles) {
            return ExploreLatents.rootMeanSquareDifference(probe.generateBlends(moved, classes));
        }
        List<StyleControl> controls = new ArrayList<>();
        for (int i = 0; i < 2 * BASES; i++) {
            double amount = i < BASES ? -range : range;
            controls.add(new StyleControl(
                    1, StyleEdits.NONE.shifted(new StyleEdits.Shift(direction.vector(), 0, StyleEdits.ALL, amount))));
        }
        return ExploreLatents.rootMeanSquareDifference(probe.generateStyled(moved, classes, controls));
    }
}
