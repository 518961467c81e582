package org.ganvas.session.evaluation;

/**
 * A network that was trained on the data and is fixed now: on its labels where it has some, else on which way up pictures
 * are. One thread; holds native memory until closed.
 */
public interface FeatureNetwork extends AutoCloseable {

    /**
     * What it makes of pictures.
     *
     * @param features of each picture in turn
     * @param logits of each picture in turn, one a class
     */
    record Output(float[] features, float[] logits) {}

    /** @param pictures one after the other, in [-1, 1] */
    Output forward(float[] pictures);

    /** Numbers a picture in the features. */
    int featureCount();

    /** Logits a picture. */
    int classCount();

    /** Whether the classes are those of the data. */
    boolean classifiesData();

    @Override
    void close();
}
