package org.ganvas.session.measure;

import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.metrics.ClassSpread;
import org.ganvas.metrics.ClassifierScore;
import org.ganvas.metrics.FeatureRows;
import org.ganvas.metrics.JudgedPictures;

/** Pictures as a network sees them. Pure functions, on the thread that the network belongs to. */
public final class JudgedBatch {

    private JudgedBatch() {}

    /**
     * A whole set of pictures.
     *
     * @param labelled whether the pictures' own labels count as what they are meant to be
     */
    public static JudgedPictures of(FeatureNet net, Dataset data, boolean labelled) {
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
    static JudgedPictures of(FeatureNet net, float[] pictures, int pixels, int[] meant) {
        FeatureNet.Answer answer = net.judge(pictures);
        int[] classes = meant.length > 0 ? meant : ClassifierScore.likeliest(answer.logits(), net.classes());
        ClassSpread spread = new ClassSpread(net.classes(), pixels);
        for (int i = 0; i < classes.length; i++) {
            spread.add(pictures, i * pixels, classes[i]);
        }
        return new JudgedPictures(
                new FeatureRows(answer.features(), net.features()),
                answer.logits(),
                net.classes(),
                meant,
                spread.deviations());
    }
}
