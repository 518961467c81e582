package org.ganvas.metrics;

/**
 * Pictures as a classifier sees them. Not to be changed; any thread.
 *
 * @param features a row a picture
 * @param logits of each picture in turn
 * @param classes logits a picture
 * @param meant the class that each was asked for, or is labelled with; empty where nobody says
 * @param spread of the pixels within each class, see {@link ClassDiversity}
 */
public record ClassifiedImages(FeatureMatrix features, float[] logits, int classes, int[] meant, double[] spread) {

    public ClassifiedImages {
        boolean fits = logits.length == features.count() * classes
                && (meant.length == 0 || meant.length == features.count())
                && spread.length == classes;
        if (!fits) {
            throw new IllegalArgumentException(
                    "%d pictures, %d logits of %d classes, %d labels and %d spreads do not belong together"
                            .formatted(features.count(), logits.length, classes, meant.length, spread.length));
        }
    }

    /** Number of pictures. */
    public int count() {
        return features.count();
    }

    ClassHistogram histogram() {
        return ClassHistogram.of(ClassifierScore.likeliest(logits, classes), classes);
    }

    /** Share whose likeliest class is the one it was meant to be. */
    double rightClass() {
        int[] likeliest = ClassifierScore.likeliest(logits, classes);
        int right = 0;
        for (int i = 0; i < meant.length; i++) {
            right += likeliest[i] == meant[i] ? 1 : 0;
        }
        return (double) right / meant.length;
    }
}
