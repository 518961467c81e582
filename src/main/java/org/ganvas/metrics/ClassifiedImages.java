package org.ganvas.metrics;

import java.util.Locale;

/**
 * Outputs of a classifier for a set of images. Must not be modified; any thread.
 *
 * @param features a row for each image
 * @param logits of each image in turn
 * @param classes number of logits for each image
 * @param labels class that each image was generated for or is labelled with; empty where unknown
 * @param deviations of the pixels within each class, see {@link IntraClassDiversity#deviations}
 */
public record ClassifiedImages(FeatureMatrix features, float[] logits, int classes, int[] labels, double[] deviations) {

    public ClassifiedImages {
        boolean fits = logits.length == features.count() * classes
                && (labels.length == 0 || labels.length == features.count())
                && deviations.length == classes;
        if (!fits) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%d images, %d logits of %d classes, %d labels and %d deviations do not belong together",
                    features.count(),
                    logits.length,
                    classes,
                    labels.length,
                    deviations.length));
        }
    }

    /** Number of images. */
    public int count() {
        return features.count();
    }

    GeneratedClassHistogram histogram() {
        return GeneratedClassHistogram.of(ClassifierScore.predictedClasses(logits, classes), classes);
    }

    /** Share of images whose predicted class is their label. */
    double classAccuracy() {
        int[] predicted = ClassifierScore.predictedClasses(logits, classes);
        int correct = 0;
        for (int i = 0; i < labels.length; i++) {
            correct += predicted[i] == labels[i] ? 1 : 0;
        }
        return (double) correct / labels.length;
    }
}
