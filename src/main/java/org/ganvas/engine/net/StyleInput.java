package org.ganvas.engine.net;

import java.util.Map;

/**
 * Styles that a pass in inference mode takes in place of those that it computes. Immutable by convention; any thread.
 *
 * @param styles by the index of the layer that keeps a style: rows of w, those of all samples for the first layer that
 *     reads a style, then those for the next one; empty for the styles that the mapping gives
 * @param noise by sample, see {@link org.ganvas.engine.spec.layer.StyleEdits#noise}; empty for the generator's own
 */
public record StyleInput(Map<Integer, float[]> styles, long[] noise) {

    /** Styles and noise as the generator has them. */
    public static final StyleInput NONE = new StyleInput(Map.of(), new long[0]);
}
