package org.ganvas.metrics.translation;

import org.ganvas.data.ImageShape;
import org.jspecify.annotations.Nullable;

/**
 * Comparison of images with their targets, the argument of {@link TranslationMetric}. Immutable by convention; any thread.
 *
 * @param shape of every image
 * @param images what was made of the inputs, one after another, in [-1, 1]
 * @param targets as many images that were wanted
 * @param missing for each pixel of each image whether the input lacked it; null where no input had a hole
 * @param classes what a classifier takes each image for; null without a classifier
 * @param wantedClasses the right class of each image; null where the data has none
 */
public record TranslationComparison(
        ImageShape shape,
        float[] images,
        float[] targets,
        boolean @Nullable [] missing,
        int @Nullable [] classes,
        int @Nullable [] wantedClasses) {

    public TranslationComparison {
        int pixels = shape.height() * shape.width();
        int count = images.length / shape.size();
        boolean fits = images.length == targets.length
                && count >= 1
                && images.length % shape.size() == 0
                && (missing == null || missing.length == count * pixels)
                && (classes == null || classes.length == count)
                && (wantedClasses == null || wantedClasses.length == count);
        if (!fits) {
            throw new IllegalArgumentException(images.length + " and " + targets.length + " levels of " + shape);
        }
    }

    /** Images and targets alone. */
    public static TranslationComparison of(ImageShape shape, float[] images, float[] targets) {
        return new TranslationComparison(shape, images, targets, null, null, null);
    }

    /** The same targets beside other images, such as a trivial answer. */
    public TranslationComparison withImages(float[] others, int @Nullable [] otherClasses) {
        return new TranslationComparison(shape, others, targets, missing, otherClasses, wantedClasses);
    }

    /** Number of images. */
    public int count() {
        return images.length / shape.size();
    }
}
