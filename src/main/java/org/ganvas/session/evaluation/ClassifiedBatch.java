package org.ganvas.session.evaluation;

import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.metrics.ClassDiversity;
import org.ganvas.metrics.ClassifiedImages;
import org.ganvas.metrics.ClassifierScore;
import org.ganvas.metrics.FeatureMatrix;

/** Pictures as a network sees them. Pure functions, on the thread that the network belongs to. */
public final class ClassifiedBatch {

    private ClassifiedBatch() {}

    /**
     * A whole set of pictures.
     *
     * @param labelled whether the pictures' own labels count as what they are meant to be
     */
    public static ClassifiedImages of(FeatureNetwork net, Dataset data, boolean labelled) {
        int size = data.shape().size();
        float[] pictures = new float[data.size() * size];
        for (int i = 0; i < data.size(); i++) {
            data.copyPicture(i, pictures, i * size);
        }
        return of(net, pictures, size, labelled ? labels(data) : new int[0]);
    }

    static int[] labels(Dataset data) {
        return IntStream.range(0, data.size()).map(data::label).toArray();
    }

    /**
     * @param pixels numbers a picture
     * @param meant the class of each; empty where it is for the network to say
     */
    static ClassifiedImages of(FeatureNetwork net, float[] pictures, int pixels, int[] meant) {
        FeatureNetwork.Output answer = net.forward(pictures);
        int[] classes = meant.length > 0 ? meant : ClassifierScore.likeliest(answer.logits(), net.classCount());
        ClassDiversity spread = new ClassDiversity(net.classCount(), pixels);
        for (int i = 0; i < classes.length; i++) {
            spread.add(pictures, i * pixels, classes[i]);
        }
        return new ClassifiedImages(
                new FeatureMatrix(answer.features(), net.featureCount()),
                answer.logits(),
                net.classCount(),
                meant,
                spread.deviations());
    }
}
