package org.ganvas.session.evaluation;

import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.metrics.ClassifiedImages;
import org.ganvas.metrics.ClassifierScore;
import org.ganvas.metrics.FeatureMatrix;
import org.ganvas.metrics.IntraClassDiversity;

/** Images with their features and logits. Pure functions, on the thread that the network belongs to. */
public final class ClassifiedBatch {

    private ClassifiedBatch() {}

    /**
     * A whole dataset.
     *
     * @param labelled whether to take the images' own labels for their intended classes
     */
    public static ClassifiedImages of(FeatureNetwork network, Dataset data, boolean labelled) {
        int size = data.shape().size();
        float[] images = new float[data.size() * size];
        for (int i = 0; i < data.size(); i++) {
            data.copyImage(i, images, i * size);
        }
        return of(network, images, size, labelled ? labels(data) : new int[0]);
    }

    static int[] labels(Dataset data) {
        return IntStream.range(0, data.size()).map(data::label).toArray();
    }

    /**
     * @param size numbers an image
     * @param intended the class of each; empty to take the network's most likely ones
     */
    static ClassifiedImages of(FeatureNetwork network, float[] images, int size, int[] intended) {
        FeatureNetwork.Output output = network.forward(images);
        int[] classes = intended.length > 0
                ? intended
                : ClassifierScore.predictedClasses(output.logits(), network.classCount());
        IntraClassDiversity diversity = new IntraClassDiversity(network.classCount(), size);
        for (int i = 0; i < classes.length; i++) {
            diversity.add(images, i * size, classes[i]);
        }
        return new ClassifiedImages(
                new FeatureMatrix(output.features(), network.featureCount()),
                output.logits(),
                network.classCount(),
                intended,
                diversity.deviations());
    }
}
