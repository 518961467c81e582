package org.ganvas.session.run;

import java.util.Arrays;
import org.ganvas.engine.spec.layer.StyleControl;
import org.ganvas.engine.spec.layer.StyleEdits;

/**
 * Everything a generator needs to render one image again: latent, class, truncation, and edits of its style. Immutable by
 * convention: neither array is changed after construction. Any thread.
 *
 * @param latent in units of sigma
 * @param classWeights one weight a class of the generator, summing to 1; empty for an unconditional one
 * @param truncation 1 for none: factor that the latent is still to be multiplied by, or of a generator with styles that of
 *     their distance to the mean style
 * @param style edits of the style; of no account for a generator without styles
 */
public record LatentPoint(float[] latent, float[] classWeights, double truncation, StyleEdits style) {

    /** A latent whose style is as the mapping gives it. */
    public LatentPoint(float[] latent, float[] classWeights, double truncation) {
        this(latent, classWeights, truncation, StyleEdits.NONE);
    }

    /** Whether a generator of these sizes can render it; {@code classes} is 0 for an unconditional one. */
    public boolean fits(int latentDim, int classes) {
        return latent.length == latentDim
                && classWeights.length == classes
                && style.terms().stream()
                        .allMatch(each -> each.latent().length == latentDim && each.classWeights().length == classes);
    }

    /** Whether all numbers of another one are the same. */
    public boolean sameAs(LatentPoint other) {
        return Arrays.equals(latent, other.latent)
                && Arrays.equals(classWeights, other.classWeights)
                && truncation == other.truncation
                && style.equals(other.style);
    }

    /** Another latent with the same classes, truncation and edits. */
    public LatentPoint withLatent(float[] other) {
        return new LatentPoint(other, classWeights, truncation, style);
    }

    /** The same latent with other edits of its style. */
    public LatentPoint withStyle(StyleEdits other) {
        return new LatentPoint(latent, classWeights, truncation, other);
    }

    /** Truncation and edits, as a generator takes them. */
    public StyleControl control() {
        return new StyleControl(truncation, style);
    }

    /** The latent with its classes as a share of styles. */
    public StyleEdits.Term asTerm() {
        return new StyleEdits.Term(latent, classWeights, 0, StyleEdits.ALL, 1);
    }

    /**
     * This latent's style in the layers before a cut, and another one's from there on; truncation and noise are this one's.
     *
     * @param cut first layer with the other one's style, from 0
     */
    public LatentPoint mixedWith(LatentPoint fine, int cut) {
        return withStyle(StyleEdits.mixed(style, asTerm(), fine.asTerm(), fine.style(), cut));
    }
}
