package org.ganvas.session.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many native threads training may use. There is no rule of thumb: a second thread makes a convolutional GAN 1.7
 * times as fast and a small MLP not at all, and where something else needs the cores, waiting threads spin and a step
 * takes up to ten times as long. So the program measures. Immutable, any thread.
 *
 * @param fixed the number a person wants; {@link #AUTOMATIC} to have it measured
 * @param most the largest number that is tried
 * @param adapts whether it is measured again while a run goes on; a run whose number changes is not reproducible to the
 *     last bit, because sums are then taken in another order
 */
public record ThreadPolicy(int fixed, int most, boolean adapts) {

    /** In place of a number: the program measures. */
    public static final int AUTOMATIC = 0;

    /** More than any machine this program meets. */
    public static final int MOST = 256;

    /** What each further thread must gain, as a share of what one of those before it does. */
    private static final double GAIN = 0.15;

    /** Matrix products of this program's sizes gain nothing beyond. */
    private static final int LARGEST = 16;

    public ThreadPolicy {
        if (fixed < 0 || most < 1) {
            throw new IllegalArgumentException("%d threads of at most %d are no policy".formatted(fixed, most));
        }
    }

    /** For an open window: a core stays free for it, and the number follows what else the machine has to do. */
    public static ThreadPolicy window(int fixed) {
        return new ThreadPolicy(fixed, Math.max(1, cores() - 1), true);
    }

    /** For the command line: all cores, measured once. */
    public static ThreadPolicy commandLine(int fixed) {
        return new ThreadPolicy(fixed, cores(), false);
    }

    /** Always the same number. */
    public static ThreadPolicy always(int count) {
        return new ThreadPolicy(count, count, false);
    }

    /** Processor cores that the system gives this program. */
    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    public boolean automatic() {
        return fixed == AUTOMATIC;
    }

    ThreadPolicy with(int newFixed) {
        return new ThreadPolicy(newFixed, most, adapts);
    }

    /** The numbers worth trying, from one up: all small ones, then in steps of about a third. */
    public static List<Integer> counts(int most) {
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

    /** The number that serves best: more threads only where every one of them is worth its core. */
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
