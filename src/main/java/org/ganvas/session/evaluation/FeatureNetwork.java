package org.ganvas.session.evaluation;

/**
 * Fixed network trained on the data: on its labels where it has some, else on the orientation of its images. One thread;
 * holds native memory until closed.
 */
public interface FeatureNetwork extends AutoCloseable {

    /**
     * Output for a batch.
     *
     * @param features row after row, {@link #featureCount} an image
     * @param logits row after row, {@link #classCount} an image
     */
    record Output(float[] features, float[] logits) {}

    /** @param images one after the other, in [-1, 1] */
    Output forward(float[] images);

    int featureCount();

    int classCount();

    /** Whether its classes are those of the data. */
    boolean classifiesData();

    @Override
    void close();
}
