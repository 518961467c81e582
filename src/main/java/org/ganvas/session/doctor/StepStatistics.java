package org.ganvas.session.doctor;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.ganvas.engine.state.StepReport;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.TrainingScalar;

/**
 * Statistics of a run's steps as means over windows, of which the latest are kept. Counted on the training thread, at the
 * cost of some additions a step; read by any.
 */
public final class StepStatistics {

    /** Steps in a window: enough to average the noise of batches, few enough to show swings. */
    public static final int WINDOW_STEPS = 20;

    /** The latest 4,000 steps. */
    static final int MAX_WINDOWS = 200;

    /** Curves of the columns, in their order. */
    private static final List<TrainingScalar> COLUMN_SCALARS = List.of(
            TrainingScalar.DISCRIMINATOR_LOSS,
            TrainingScalar.GENERATOR_LOSS,
            TrainingScalar.REAL_SCORE,
            TrainingScalar.FAKE_SCORE,
            TrainingScalar.GENERATOR_GRADIENT,
            TrainingScalar.DISCRIMINATOR_GRADIENT);

    private static final int COLUMNS = COLUMN_SCALARS.size();

    private final Deque<StepWindow> windows = new ArrayDeque<>();
    private final double[] sums = new double[COLUMNS];
    private int count;
    private double maxGradient;

    /**
     * Statistics of a run that goes on from a step, of which only the curves are known: their running means stand for those
     * of the windows, so that what changes afterwards can be compared with the time before.
     *
     * @param scalars curves of the run
     * @param step that it goes on from
     */
    public static StepStatistics continuing(ScalarLog scalars, long step) {
        StepStatistics statistics = new StepStatistics();
        long first = Math.max(0, step - (long) MAX_WINDOWS * WINDOW_STEPS);
        List<ScalarCurve> curves = COLUMN_SCALARS.stream()
                .map(scalar -> scalars.read(scalar, first, step, MAX_WINDOWS))
                .toList();
        for (long last = first + WINDOW_STEPS; last <= step; last += WINDOW_STEPS) {
            double[] mean = new double[COLUMNS];
            for (int i = 0; i < COLUMNS; i++) {
                mean[i] = valueAt(curves.get(i), last);
            }
            if (!Double.isNaN(mean[0])) {
                statistics.add(last, mean);
            }
        }
        return statistics;
    }

    /** The running mean at the end of the bucket that a step is in; NaN without one. */
    private static double valueAt(ScalarCurve curve, long step) {
        int at = Arrays.binarySearch(curve.steps(), step);
        int bucket = Math.min(at >= 0 ? at : -at - 1, curve.size() - 1);
        return bucket < 0 ? Double.NaN : curve.smooth()[bucket];
    }

    /** Adds a step. */
    public synchronized void add(long step, StepReport report) {
        for (int i = 0; i < COLUMNS; i++) {
            sums[i] += COLUMN_SCALARS.get(i).of(report);
        }
        if (++count == WINDOW_STEPS) {
            closeWindow(step);
        }
    }

    private void closeWindow(long step) {
        double[] mean = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            mean[i] = sums[i] / WINDOW_STEPS;
            sums[i] = 0;
        }
        count = 0;
        add(step, mean);
    }

    private synchronized void add(long lastStep, double[] mean) {
        windows.addLast(new StepWindow(lastStep, mean[0], mean[1], mean[2], mean[3], mean[4], mean[5]));
        maxGradient = Math.max(maxGradient, mean[4]);
        if (windows.size() > MAX_WINDOWS) {
            windows.removeFirst();
        }
    }

    /** The latest windows, the oldest first. */
    public synchronized List<StepWindow> windows() {
        return List.copyOf(windows);
    }

    /** The greatest mean norm of G's gradient in any window of the run. */
    public synchronized double maxGradient() {
        return maxGradient;
    }
}
