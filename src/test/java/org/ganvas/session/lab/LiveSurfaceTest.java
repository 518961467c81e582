package org.ganvas.session.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointLattice;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.train.Trainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the Lab interpolates between the points at which it asks a trained D, against D at every pixel. */
class LiveSurfaceTest {

    private static final int STEPS = 1500;

    /** A plot of 900 x 700 pixels. */
    private static final LabRequest REQUEST =
            new LabRequest(new PointBounds(-1.8, -1.4, 1.8, 1.4), 900, 700, EnumSet.of(LabRequest.Part.FIELD), false);

    private static DiscriminatorProbe trained;

    @BeforeAll
    static void train() throws Exception {
        GanSpec spec = PresetRegistry.get("ring").spec();
        Dataset data = DatasetRegistry.open("builtin:ring", spec.image(), ProgressListener.NONE);
        trained = new DiscriminatorProbe(spec);
        try (Trainer trainer = Trainer.of(spec, data, 1)) {
            for (int i = 0; i < STEPS; i++) {
                trainer.step();
            }
            trained.load(trainer.capture());
        }
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    private static float[] answers(PointLattice lattice) {
        return trained.logits(lattice.points(), new int[lattice.size()]);
    }

    private static PointLattice pixels() {
        return LatticePitch.lattice(REQUEST, 1);
    }

    private static double[] sortedErrors(PointLattice coarse) {
        float[] between = answers(coarse);
        PointLattice pixels = pixels();
        float[] exact = answers(pixels);
        double[] errors = new double[pixels.size()];
        for (int i = 0; i < errors.length; i++) {
            double x = pixels.x(i % pixels.columns());
            double y = pixels.y(i / pixels.columns());
            // The last column and row may lie a rounding error outside.
            double value = coarse.interpolate(
                    between,
                    Math.max(REQUEST.area().left(), Math.min(REQUEST.area().right(), x)),
                    Math.max(REQUEST.area().bottom(), Math.min(REQUEST.area().top(), y)));
            errors[i] = Double.isNaN(value) ? 0 : Math.abs(value - exact[i]);
        }
        Arrays.sort(errors);
        float[] sorted = exact.clone();
        Arrays.sort(sorted);
        double range = sorted[sorted.length - 1] - sorted[0];
        assertTrue(range > 1, "a surface that is flat shows nothing");
        for (int i = 0; i < errors.length; i++) {
            errors[i] /= range;
        }
        return errors;
    }

    @Test
    void theLiveLatticeIsOffByAHundredthOfTheRangeAtMostNearlyEverywhere() {
        double[] errors = sortedErrors(new LatticePitch().lattice(REQUEST));
        double p99 = errors[(int) (0.99 * errors.length)];
        assertTrue(p99 <= 0.01, "99 % within " + p99);
    }

    /** Where the sign changes between two pixels, the true zero is sought between them by bisection of D itself. */
    @Test
    void theContourAtRestIsWithinHalfAPixelOfTheTrueZero() {
        PointLattice pixels = pixels();
        float[] exact = answers(pixels);
        int crossings = 0;
        double worst = 0;
        for (int row = 0; row < pixels.rows(); row += 7) {
            for (int column = 1; column < pixels.columns(); column++) {
                float left = exact[row * pixels.columns() + column - 1];
                float right = exact[row * pixels.columns() + column];
                if (left > 0 != right > 0) {
                    crossings++;
                    double drawn = left / (left - right);
                    worst = Math.max(worst, Math.abs(drawn - zero(pixels, row, column, left > 0)));
                }
            }
        }
        assertTrue(crossings >= 20, crossings + " crossings");
        assertTrue(worst <= 0.5, worst + " pixels from the zero");
    }

    /** The zero between a pixel and the one before, as a share of the way. */
    private static double zero(PointLattice pixels, int row, int column, boolean falls) {
        double from = 0;
        double to = 1;
        for (int i = 0; i < 20; i++) {
            double middle = (from + to) / 2;
            double x = pixels.x(column - 1) + middle * (pixels.x(column) - pixels.x(column - 1));
            float value = trained.logits(new float[] {(float) x, (float) pixels.y(row)}, new int[1])[0];
            if (value > 0 == falls) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return (from + to) / 2;
    }
}
