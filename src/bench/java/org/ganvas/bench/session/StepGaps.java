package org.ganvas.bench.session;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import org.ganvas.engine.state.StepReport;
import org.ganvas.session.TrainingListener;

/**
 * Times between the ends of consecutive steps, with and without an autosave: wall-clock time, and CPU time of the
 * training thread, which other programs do not lengthen. Written by the training thread, read after its end.
 */
final class StepGaps implements TrainingListener {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Kind clock = new Kind();
    private final Kind processor = new Kind();
    private volatile boolean copying;

    /** Times of one clock. */
    private static final class Kind {
        private final long[] gaps = new long[1 << 16];
        private int count;
        private long last;
        private long longestUsual;
        private long longestCopying;

        void at(long now, boolean copying) {
            long gap = now - last;
            if (last != 0 && copying) {
                longestCopying = Math.max(longestCopying, gap);
            } else if (last != 0) {
                longestUsual = Math.max(longestUsual, gap);
                gaps[count++ % gaps.length] = gap;
            }
            last = now;
        }

        @Override
        public String toString() {
            long[] sorted = Arrays.copyOf(gaps, Math.min(count, gaps.length));
            Arrays.sort(sorted);
            return String.format(
                    Locale.ROOT,
                    "%.1f ms (median), %.1f ms (longest), %.1f ms (longest while a safety copy is made)",
                    sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2] / 1e6,
                    longestUsual / 1e6,
                    longestCopying / 1e6);
        }
    }

    void copying(boolean now) {
        copying = now;
    }

    @Override
    public void onStep(long step, double seconds, StepReport scores) {
        boolean now = copying;
        clock.at(System.nanoTime(), now);
        processor.at(threads.getCurrentThreadCpuTime(), now);
    }

    String report() {
        return "from step to step " + clock + System.lineSeparator() + "of the training thread's processor time "
                + processor;
    }
}
