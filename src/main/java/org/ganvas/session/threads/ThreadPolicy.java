package org.ganvas.session.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How many native threads training may use. There is no rule of thumb: a second thread makes a convolutional GAN 1.7
 * times as fast and a small MLP not at all, and where something else needs the cores, waiting threads spin and a step
 * takes up to ten times as long. So the number is calibrated. Immutable, any thread.
 *
 * @param fixed the number that the user has chosen; {@link #AUTOMATIC} for calibration
 * @param most the largest number that is tried
 * @param recalibrates whether it is calibrated again while a run trains; a run whose number changes is not reproducible to the
 *     last bit, because sums are then taken in another order
 */
public record ThreadPolicy(int fixed, int most, boolean recalibrates) {

    /** In place of a number: calibration. */
    public static final int AUTOMATIC = 0;

    /** Largest number that can be fixed. */
    public static final int MOST = 256;

    /** Least gain of each further thread, as a share of the throughput of one of those before it. */
    private static final double GAIN = 0.15;

    /** Largest number that is tried: matrix products of this program's sizes gain nothing beyond. */
    private static final int LARGEST = 16;

    public ThreadPolicy {
        if (fixed < 0 || most < 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d threads of at most %d are no policy", fixed, most));
        }
    }

    /** For a window: one core stays free for it, and the number follows the load of the machine. */
    public static ThreadPolicy window(int fixed) {
        return new ThreadPolicy(fixed, Math.max(1, cores() - 1), true);
    }

    /** For the command line: all cores, calibrated once. */
    public static ThreadPolicy commandLine(int fixed) {
        return new ThreadPolicy(fixed, cores(), false);
    }

    /** Always the same number. */
    public static ThreadPolicy always(int count) {
        return new ThreadPolicy(count, count, false);
    }

    /** Processor cores that are available to this program. */
    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    public boolean automatic() {
        return fixed == AUTOMATIC;
    }

    ThreadPolicy with(int newFixed) {
        return new ThreadPolicy(newFixed, most, recalibrates);
    }

    /** The numbers to try, in ascending order: all small ones, then in steps of about a third. */
    public static List<Integer> candidates(int most) {
        List<Integer> counts = new ArrayList<>(IntStream.of(1, 2, 3, 4, 6, 8, 12, LARGEST)
                .filter(count -> count <= most)
                .boxed()
                .toList());
        int last = counts.get(counts.size() - 1);
        if (last < Math.min(most, LARGEST)) {
            counts.add(Math.min(most, LARGEST));
        }
        return counts;
    }

    /** The best number: more threads only where each of them gains enough. */
    static int best(List<ThreadTiming> timings) {
        ThreadTiming best = timings.get(0);
        for (ThreadTiming timing : timings) {
            int more = timing.threads() - best.threads();
            if (more > 0 && best.seconds() / timing.seconds() >= 1 + GAIN * more / best.threads()) {
                best = timing;
            }
        }
        return best.threads();
    }
}
