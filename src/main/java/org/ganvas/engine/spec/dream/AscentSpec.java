package org.ganvas.engine.spec.dream;

import org.ganvas.engine.spec.base.SpecException;

/**
 * Course of an ascent on an image. Immutable, any thread.
 *
 * @param rule how a gradient becomes a step
 * @param steps in each octave
 * @param octaves sizes that the image passes through, from the smallest to its own
 * @param scale factor from one size to the next
 * @param strength length of a step: the mean change of a pixel of a range of 2, or Adam's learning rate
 * @param jitter pixels by which the image is shifted at most before each step, so that no grid shows
 * @param noise whether it starts from noise instead of the image
 * @param seed of noise and jitter
 */
public record AscentSpec(
        Rule rule, int steps, int octaves, double scale, double strength, int jitter, boolean noise, long seed) {

    public static final int MAX_STEPS = 2000;
    public static final int MAX_OCTAVES = 8;
    public static final double MAX_SCALE = 2;
    public static final double MAX_STRENGTH = 1;
    public static final int MAX_JITTER = 64;

    /** How a gradient becomes a step. */
    public enum Rule {
        /** The gradient divided by the mean of its magnitudes. */
        NORMALISED,
        /** Adam (Kingma and Ba 2015). */
        ADAM
    }

    public AscentSpec {
        SpecException.require(steps >= 1 && steps <= MAX_STEPS, "engine.spec.dream.steps", MAX_STEPS, steps);
        SpecException.require(
                octaves >= 1 && octaves <= MAX_OCTAVES, "engine.spec.dream.octaves", MAX_OCTAVES, octaves);
        SpecException.require(scale > 1 && scale <= MAX_SCALE, "engine.spec.dream.scale", MAX_SCALE, scale);
        SpecException.require(
                strength > 0 && strength <= MAX_STRENGTH, "engine.spec.dream.strength", MAX_STRENGTH, strength);
        SpecException.require(jitter >= 0 && jitter <= MAX_JITTER, "engine.spec.dream.jitter", MAX_JITTER, jitter);
    }

    /** Usual values for an objective. */
    public static AscentSpec usual(DreamObjective objective) {
        if (objective instanceof DreamObjective.Style) {
            return new AscentSpec(Rule.ADAM, 200, 1, 1.4, 0.05, 0, false, 1);
        }
        return objective instanceof DreamObjective.Energy
                ? new AscentSpec(Rule.NORMALISED, 20, 3, 1.4, 0.01, 4, false, 1)
                : new AscentSpec(Rule.NORMALISED, 60, 3, 1.4, 0.03, 2, true, 1);
    }

    /** Usual weights for an objective. */
    public static DreamWeights usualWeights(DreamObjective objective) {
        if (objective instanceof DreamObjective.Style) {
            return new DreamWeights(1, 1, 4);
        }
        return new DreamWeights(0, 0, objective instanceof DreamObjective.Energy ? 0 : 0.5);
    }
}
