package org.ganvas.session.render;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.ganvas.engine.spec.layer.StyleControl;
import org.jspecify.annotations.Nullable;

/**
 * Latents to render, side by side in one row. Immutable by agreement: no array is changed after it was handed over. Any
 * thread.
 *
 * @param latents each of the generator's latent width, in units of sigma; of a translation what G is given instead
 * @param labels class of each; ignored by an unconditional generator
 * @param averaged whether to render with G's averaged weights, where the run has them
 * @param classWeights a blend of classes for each, in place of its label; empty where the labels are enough
 * @param controls truncation of each, and the edits of its style; empty where all are as they are
 * @param token comes back with the images, so that an answer is matched by its request; not used otherwise
 */
public record LatentRequest(
        List<float[]> latents,
        List<Integer> labels,
        boolean averaged,
        List<float[]> classWeights,
        @Nullable Object token,
        List<StyleControl> controls) {

    public LatentRequest {
        latents = List.copyOf(latents);
        labels = List.copyOf(labels);
        classWeights = List.copyOf(classWeights);
        controls = controls.stream().allMatch(StyleControl.NONE::equals) ? List.of() : List.copyOf(controls);
        if (latents.size() != labels.size()
                || !classWeights.isEmpty() && classWeights.size() != latents.size()
                || !controls.isEmpty() && controls.size() != latents.size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%d latents, %d labels, %d blends and %d controls do not belong together",
                    latents.size(),
                    labels.size(),
                    classWeights.size(),
                    controls.size()));
        }
    }

    /** Latents as they are. */
    public LatentRequest(
            List<float[]> latents,
            List<Integer> labels,
            boolean averaged,
            List<float[]> classWeights,
            @Nullable Object token) {
        this(latents, labels, averaged, classWeights, token, List.of());
    }

    /** Latents of one class each, without a token. */
    public LatentRequest(List<float[]> latents, List<Integer> labels, boolean averaged) {
        this(latents, labels, averaged, List.of(), null);
    }

    /** The same request with one control for all latents. */
    public LatentRequest withControl(StyleControl control) {
        return withControls(Collections.nCopies(latents.size(), control));
    }

    /** The same request with a control for each latent. */
    public LatentRequest withControls(List<StyleControl> each) {
        return new LatentRequest(latents, labels, averaged, classWeights, token, each);
    }

    /** Latents of one class each. */
    public LatentRequest(List<float[]> latents, List<Integer> labels, boolean averaged, Object token) {
        this(latents, labels, averaged, List.of(), token);
    }
}
