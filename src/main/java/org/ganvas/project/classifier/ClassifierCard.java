package org.ganvas.project.classifier;

/**
 * What must be told with every value that a classifier takes part in: two values can be compared only under the same
 * card. Immutable; any thread.
 *
 * @param task what it was taught
 * @param data id of the data it was trained on
 * @param pictures how many of them
 * @param classes it tells apart
 * @param features numbers a picture
 * @param accuracy share of right answers on pictures it was not trained on
 * @param tested how many of these
 * @param seed of its training
 * @param recipe version of the way it is trained
 * @param sha256 of its weights
 */
public record ClassifierCard(
        Task task,
        String data,
        int pictures,
        int classes,
        int features,
        double accuracy,
        int tested,
        long seed,
        int recipe,
        String sha256) {

    /** What a classifier can be taught. */
    public enum Task {
        /** The labels of the data. */
        CLASSES,
        /** By how many quarter turns a picture is turned, where nobody labelled it. */
        QUARTER_TURNS
    }
}
