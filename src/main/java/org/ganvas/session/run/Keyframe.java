package org.ganvas.session.run;

import java.util.Locale;

/**
 * A latent point that a film passes through, and the timing from there on. Immutable, any thread.
 *
 * @param point rendered at the keyframe
 * @param hold seconds that the film stands still at it, 0 to {@link #MAX_SECONDS}
 * @param seconds from here to the next keyframe, {@link #MIN_SECONDS} to {@link #MAX_SECONDS}; without meaning for the last
 *     one of a film that does not loop
 * @param easing of the movement to the next keyframe
 */
public record Keyframe(LatentPoint point, double hold, double seconds, KeyframeEasing easing) {

    public static final double MIN_SECONDS = 0.1;
    public static final double MAX_SECONDS = 60;

    public Keyframe {
        if (!validTiming(hold, seconds)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A keyframe holds 0 to %s seconds and moves for %s to %s, not %s and %s.",
                    MAX_SECONDS,
                    MIN_SECONDS,
                    MAX_SECONDS,
                    hold,
                    seconds));
        }
    }

    /** Whether a keyframe can have this timing, in seconds. */
    public static boolean validTiming(double hold, double seconds) {
        return hold >= 0 && hold <= MAX_SECONDS && seconds >= MIN_SECONDS && seconds <= MAX_SECONDS;
    }

    public Keyframe withHold(double newHold) {
        return new Keyframe(point, newHold, seconds, easing);
    }

    public Keyframe withSeconds(double newSeconds) {
        return new Keyframe(point, hold, newSeconds, easing);
    }

    public Keyframe withEasing(KeyframeEasing newEasing) {
        return new Keyframe(point, hold, seconds, newEasing);
    }
}
