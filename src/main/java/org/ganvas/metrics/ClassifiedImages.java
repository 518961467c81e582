package org.ganvas.metrics;

/**
 * Pictures as a classifier sees them. Not to be changed; any thread.
 *
 * @param features a row a picture
 * @param logits of each picture in turn
 * @param classes logits a picture
 * @param labels the class that each was asked for, or is labelled with; empty where nobody says
 * @param deviations of the pixels within each class, see {@link ClassDiversity}
 */
public record ClassifiedImages(FeatureMatrix features, float[] logits, int classes, int[] labels, double[] deviations) {

    public ClassifiedImages {
        boolean fits = logits.length == features.count() * classes
                && (labels.length == 0 || labels.length == features.count())
                && deviations.length == classes;
        if (!fits) {
            throw new IllegalArgumentException(
                    "%d pictures, %d logits of %d classes, %d labels and %d spreads do not belong together"
                            .formatted(features.count(), logits.length, classes, labels.length, deviations.length));
        }
    }

    /** Number of pictures. */
    public int count() {
        return features.count();
    }

    ClassHistogram histogram() {
        return ClassHistogram.of(ClassifierScore.predictedClasses(logits, classes), classes);
    }

    /** Share whose likeliest class is the one it was meant to be. */
    double classAccuracy() {
        int[] likeliest = ClassifierScore.predictedClasses(logits, classes);
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += likeliest[i] == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }
}
