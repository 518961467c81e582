package org.ganvas.project.classifier;

/**
 * Provenance of a trained classifier, stored beside its weights. Metric values are comparable only under the same card.
 * The names of the components are those of the JSON fields. Immutable; any thread.
 *
 * @param task that it was trained for
 * @param data id of its training data
 * @param pictures number of training images
 * @param classes number of classes it distinguishes
 * @param features width of its feature vector
 * @param accuracy share of right answers on images outside the training data
 * @param tested number of those images
 * @param seed of its training
 * @param recipe version of the training procedure
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

    /** Task of a classifier. */
    public enum Task {
        /** Predict the labels of the data. */
        CLASSES,
        /** Predict by how many quarter turns an image is rotated, where the data has no labels. */
        QUARTER_TURNS
    }
}
