package org.ganvas.cli.train;

/** Steps at which {@code --samples} writes images: 1, 2, 5, 10, 20, 50, ..., because most happens early. Pure functions. */
public final class SampleSchedule {

    private SampleSchedule() {}

    /** The first such step after {@code step}. */
    public static long after(long step) {
        long decade = 1;
        while (decade <= Long.MAX_VALUE / 100 && decade * 10 <= step) {
            decade *= 10;
        }
        for (long factor : new long[] {1, 2, 5}) {
            if (factor * decade > step) {
                return factor * decade;
            }
        }
        return 10 * decade;
    }
}
