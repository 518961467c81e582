package org.ganvas.session.doctor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.ganvas.engine.state.StepReport;

/**
 * Statistics of a run's steps as means over windows, of which the latest are kept. Counted on the training thread, at the
 * cost of some additions a step; read by any.
 */
public final class StepStatistics {

    /** Steps in a window: enough to average the noise of batches, few enough to show swings. */
    public static final int WINDOW_STEPS = 20;

    /** The latest 4,000 steps. */
    static final int MAX_WINDOWS = 200;

    private static final int COLUMNS = 6;

    private final Deque<StepWindow> windows = new ArrayDeque<>();
    private final double[] sums = new double[COLUMNS];
    private int count;
    private double maxGradient;

    /** Adds a step. */
    public synchronized void add(long step, StepReport report) {
        double[] values = {
            report.discriminatorLoss(),
            report.generatorLoss(),
            report.realScore(),
            report.fakeScore(),
            report.generatorUpdate().gradientNorm(),
            report.discriminatorUpdate().gradientNorm()
        };
        for (int i = 0; i < COLUMNS; i++) {
            sums[i] += values[i];
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
        windows.addLast(new StepWindow(step, mean[0], mean[1], mean[2], mean[3], mean[4], mean[5]));
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
