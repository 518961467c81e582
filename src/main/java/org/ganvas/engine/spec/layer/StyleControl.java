package org.ganvas.engine.spec.layer;

import org.ganvas.engine.spec.base.SpecException;

/**
 * What a forward pass in inference mode does with the styles of a style-based generator; of no account for others.
 * Immutable; any thread.
 *
 * @param truncation factor ψ of the distance to the mean style (Karras et al. 2018, B), 1 for none: w' = w̄ + ψ (w − w̄)
 * @param cut number of the first layer with the style of a sample's partner, counted from 0 among the layers that read a
 *     style: the batch is then twice as long, and its second half are the partners; {@link #UNMIXED} for no partners
 * @param noise whether noise per pixel is added
 */
public record StyleControl(double truncation, int cut, boolean noise) {

    /** A cut for no mixing. */
    public static final int UNMIXED = -1;

    /** Styles as they are, with noise. */
    public static final StyleControl NONE = new StyleControl(1, UNMIXED, true);

    public StyleControl {
        SpecException.require(cut >= UNMIXED, "engine.spec.style.cut", cut);
    }

    /** Whether the second half of a batch are partners. */
    public boolean mixes() {
        return cut != UNMIXED;
    }
}
