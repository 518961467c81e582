package org.ganvas.engine.spec.layer;

/**
 * What inference does with one latent: truncation, and the edits of its style where the generator has styles. Immutable by
 * convention; any thread.
 *
 * @param truncation factor ψ, 1 for none: of the latent itself, or of a style's distance to the mean style
 *     (Karras et al. 2018, B), w' = w̄ + ψ (w − w̄)
 * @param edits of the style; of no account for a generator without styles
 */
public record StyleControl(double truncation, StyleEdits edits) {

    /** Everything as it is. */
    public static final StyleControl NONE = new StyleControl(1, StyleEdits.NONE);

    public StyleControl(double truncation) {
        this(truncation, StyleEdits.NONE);
    }
}
