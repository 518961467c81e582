package org.ganvas.engine.spec.training;

import org.ganvas.data.PointBounds;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.engine.spec.base.SpecException;

/**
 * Motion of the distribution of 2-D points while networks train on it: where it is in a step is a function of the step
 * alone, so a run that is resumed or rewound finds it at the same place. Immutable, any thread.
 *
 * @param kind of the motion
 * @param amplitude radius of the circle in the units that the networks take; logarithm of the greatest scale; unused by a
 *     rotation; 0 to 3
 * @param period steps of one round, at least 1
 * @param phase share of a round that lies behind at step 0, in [0, 1)
 */
public record DataMotionSpec(Kind kind, double amplitude, long period, double phase) {

    /** Motions; each goes through the data's own place, at whole rounds. */
    public enum Kind {
        /** None. */
        STILL,
        /** Along a circle that goes to the right and up from the data's own place, without turning. */
        CIRCLE,
        /** About the origin, anticlockwise. */
        ROTATION,
        /** Larger and smaller about the origin. */
        BREATHING
    }

    /** No motion, with the numbers that a motion begins with. */
    public static final DataMotionSpec STILL = new DataMotionSpec(Kind.STILL, 0.5, 2000, 0);

    /** Greatest amplitude. */
    public static final double MOST = 3;

    /** Longest period. */
    public static final long LONGEST = 1_000_000;

    private static final int SWEPT_PLACES = 24;

    public DataMotionSpec {
        SpecException.require(amplitude >= 0 && amplitude <= MOST, "engine.spec.motion.amplitude", MOST, amplitude);
        SpecException.require(period >= 1 && period <= LONGEST, "engine.spec.motion.period", LONGEST, period);
        SpecException.require(phase >= 0 && phase < 1, "engine.spec.motion.phase", phase);
    }

    /** Whether the distribution is another one in other steps. */
    public boolean moves() {
        return kind != Kind.STILL && (kind == Kind.ROTATION || amplitude > 0);
    }

    /** Where the distribution is in a step, counted from 1; 0 before the first. */
    public SimilarityTransform at(long step) {
        return moves() ? atRound(round(step)) : SimilarityTransform.IDENTITY;
    }

    /** Share of a round that lies behind in a step, in [0, 1]. */
    public double round(long step) {
        double round = (double) Math.floorMod(step, period) / period + phase;
        return round - Math.floor(round);
    }

    private SimilarityTransform atRound(double round) {
        double angle = 2 * Math.PI * round;
        double sine = StrictMath.sin(angle);
        return switch (kind) {
            case STILL -> SimilarityTransform.IDENTITY;
            case CIRCLE -> SimilarityTransform.translation(amplitude * sine, amplitude * (1 - StrictMath.cos(angle)));
            case ROTATION -> SimilarityTransform.rotation(angle);
            case BREATHING -> SimilarityTransform.scaling(StrictMath.exp(amplitude * sine));
        };
    }

    /**
     * The same numbers so that the distribution stays where it is in a step.
     *
     * @param before the motion up to then
     */
    public DataMotionSpec continuing(DataMotionSpec before, long step) {
        double wanted = before.moves() && before.kind == kind ? before.round(step) : 0;
        double other = wanted - (double) Math.floorMod(step, period) / period;
        double fraction = other - Math.floor(other);
        return new DataMotionSpec(kind, amplitude, period, fraction < 1 ? fraction : 0);
    }

    /** Smallest rectangle, but for little, around points wherever they get to. */
    public PointBounds swept(float[] points) {
        PointBounds all = PointBounds.around(points);
        for (int i = 1; moves() && i < SWEPT_PLACES; i++) {
            all = all.union(
                    PointBounds.around(atRound((double) i / SWEPT_PLACES).mapped(points)));
        }
        return all;
    }
}
