package org.ganvas.session.run;



/**
 * A state that a film passes through, and how it goes on from there. Immutable, any thread.
 *
 * @param point what is shown
 * @param hold seconds that it stands still, 0 to {@link #LONGEST}
 * @param seconds of the way to the next keyframe, {@link #SHORTEST} to {@link #LONGEST}; of no meaning for the last one of
 *     a film that does not loop
 * @param easing of that way
 */
public record Keyframe(LatentPoint point, double hold, double seconds, Easing easing) {

    public static final double SHORTEST = 0.1;
    public static final double LONGEST = 60;

    public Keyframe {
        if (!(hold >= 0 && hold <= LONGEST) || !(seconds >= SHORTEST && seconds <= LONGEST)) {
            throw new IllegalArgumentException("A keyframe holds 0 to %s seconds and moves for %s to %s, not %s and %s."
                    .formatted(LONGEST, SHORTEST, LONGEST, hold, seconds));
        }
    }

    static Keyframe of(FilmRecord.Frame kept) {
        return new Keyframe(
                new LatentPoint(kept.latent(), kept.classWeights(), kept.truncation()),
                kept.hold(),
                kept.seconds(),
                kept.smooth() ? Easing.SMOOTH : Easing.LINEAR);
    }

    FilmRecord.Frame kept() {
        return new FilmRecord.Frame(
                point.latent(), point.classWeights(), point.truncation(), hold, seconds, easing == Easing.SMOOTH);
    }

    public Keyframe withHold(double newHold) {
        return new Keyframe(point, newHold, seconds, easing);
    }

    public Keyframe withSeconds(double newSeconds) {
        return new Keyframe(point, hold, newSeconds, easing);
    }

    public Keyframe withEasing(Easing newEasing) {
        return new Keyframe(point, hold, seconds, newEasing);
    }
}
