package org.ganvas.viewmodel.latent;

import org.ganvas.engine.spec.layer.StyleEdits;

/** Layers of a style-based generator that a control acts on: all, or a third of those that read a style. Any thread. */
public enum LayerRange {
    ALL,
    COARSE,
    MIDDLE,
    FINE;

    /** Fewest layers of which each third has one. */
    public static final int MIN_LAYERS = 3;

    /**
     * Number of the first layer, from 0.
     *
     * @param layers number of layers that read a style
     */
    public int from(int layers) {
        return switch (this) {
            case ALL, COARSE -> 0;
            case MIDDLE -> layers / 3;
            case FINE -> 2 * layers / 3;
        };
    }

    /** Number behind the last layer. */
    public int to(int layers) {
        return switch (this) {
            case COARSE -> layers / 3;
            case MIDDLE -> 2 * layers / 3;
            case ALL, FINE -> StyleEdits.ALL;
        };
    }
}
