package org.ganvas.session.doctor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.ganvas.engine.state.StepReport;

/**
 * Counts a game's figures in stretches of steps, the latest of which are kept. Counted on the training thread, where it
 * costs some additions a step; read by any.
 */
public final class StepStatistics {

    /** Steps a stretch: enough to average the noise of batches, few enough to show swings. */
    public static final int STRETCH = 20;

    /** Stretches that are kept: the latest 4,000 steps. */
    static final int KEPT = 200;

    private static final int FIGURES = 6;

    private final Deque<StepWindow> stretches = new ArrayDeque<>();
    private final double[] sums = new double[FIGURES];
    private int count;
    private double greatestGradient;

    /** A step was taken. */
    public synchronized void count(long step, StepReport report) {
        double[] figures = {
            report.discriminatorLoss(),
            report.generatorLoss(),
            report.realScore(),
            report.fakeScore(),
            report.generatorUpdate().gradientNorm(),
            report.discriminatorUpdate().gradientNorm()
        };
        for (int i = 0; i < FIGURES; i++) {
            sums[i] += figures[i];
        }
        if (++count == STRETCH) {
            close(step);
        }
    }

    private void close(long step) {
        double[] mean = new double[FIGURES];
        for (int i = 0; i < FIGURES; i++) {
            mean[i] = sums[i] / STRETCH;
            sums[i] = 0;
        }
        count = 0;
        stretches.addLast(new StepWindow(step, mean[0], mean[1], mean[2], mean[3], mean[4], mean[5]));
        greatestGradient = Math.max(greatestGradient, mean[4]);
        if (stretches.size() > KEPT) {
            stretches.removeFirst();
        }
    }

    /** The latest stretches, the oldest first. */
    public synchronized List<StepWindow> stretches() {
        return List.copyOf(stretches);
    }

    /** The greatest mean length of G's gradient over any stretch of the run. */
    public synchronized double greatestGradient() {
        return greatestGradient;
    }
}
