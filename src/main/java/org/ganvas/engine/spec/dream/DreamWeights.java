package org.ganvas.engine.spec.dream;

import org.ganvas.engine.spec.base.SpecException;

/**
 * Weights of an ascent's terms, which may change from step to step. Immutable, any thread.
 *
 * @param content of the content loss of a style transfer
 * @param style of its style loss
 * @param smoothness of the total variation
 */
public record DreamWeights(double content, double style, double smoothness) {

    /** The largest weight. */
    public static final double MAX = 100;

    public DreamWeights {
        require("content", content);
        require("style", style);
        require("smoothness", smoothness);
    }

    private static void require(String name, double weight) {
        SpecException.require(weight >= 0 && weight <= MAX, "engine.spec.dream.weight", name, MAX, weight);
    }
}
