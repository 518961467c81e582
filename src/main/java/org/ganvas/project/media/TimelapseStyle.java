package org.ganvas.project.media;

import java.util.Locale;

/**
 * Look of a time-lapse. Immutable, any thread.
 *
 * @param side longest side of its images in pixels, 64 to 2048
 * @param framesPerSecond 1 to 50
 * @param captioned whether the step stands under each frame
 */
public record TimelapseStyle(int side, double framesPerSecond, boolean captioned) {

    /** At a rate that every viewer plays without slowing down. */
    public static final TimelapseStyle DEFAULT = new TimelapseStyle(512, 20, true);

    private static final int MIN_SIDE = 64;
    private static final int MAX_SIDE = 2048;
    private static final double MAX_RATE = 50;

    /** Refuses impossible styles with an IllegalArgumentException. */
    public TimelapseStyle {
        if (side < MIN_SIDE || side > MAX_SIDE || !(framesPerSecond >= 1 && framesPerSecond <= MAX_RATE)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A time-lapse has 64 to 2048 pixels and 1 to 50 frames per second, not %d and %s.",
                    side,
                    framesPerSecond));
        }
    }
}
