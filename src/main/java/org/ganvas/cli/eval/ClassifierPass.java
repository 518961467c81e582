package org.ganvas.cli.eval;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.metrics.ClassDiversity;
import org.ganvas.metrics.ClassifiedImages;
import org.ganvas.metrics.ClassifierScore;
import org.ganvas.metrics.FeatureMatrix;
import org.ganvas.project.classifier.StoredClassifier;

/** Collects what a classifier makes of pictures that come in portions, so that they are never all in memory. One thread. */
final class ClassifierPass {

    /** Pictures a portion. */
    static final int PORTION = 500;

    private final StoredClassifier judge;
    private final int classes;
    private final int pixels;
    private final int[] meant;
    private final float[] features;
    private final float[] logits;
    private final ClassDiversity spread;
    private int done;

    /**
     * @param count how many pictures will come
     * @param pixels numbers a picture
     * @param meant the class of each; empty where it is for the classifier to say
     */
    private ClassifierPass(StoredClassifier judge, int count, int pixels, int[] meant) {
        this.judge = judge;
        this.pixels = pixels;
        this.meant = meant;
        classes = judge.card().classes();
        features = new float[count * judge.card().features()];
        logits = new float[count * classes];
        spread = new ClassDiversity(classes, pixels);
    }

    /** Gives pictures {@code from} to {@code to - 1}, one after the other. */
    @FunctionalInterface
    interface Source {
        float[] pictures(int from, int to);
    }

    static ClassifiedImages of(StoredClassifier judge, Source source, int count, int pixels, int[] meant) {
        ClassifierPass judging = new ClassifierPass(judge, count, pixels, meant);
        for (int from = 0; from < count; from += PORTION) {
            judging.add(source.pictures(from, Math.min(count, from + PORTION)));
        }
        return new ClassifiedImages(
                new FeatureMatrix(judging.features, judge.card().features()),
                judging.logits,
                judging.classes,
                meant,
                judging.spread.deviations());
    }

    /** The first pictures of a set. */
    static ClassifiedImages of(StoredClassifier judge, Dataset data, int count, boolean labelled) {
        int[] labels = labelled ? labels(data, count) : new int[0];
        return of(judge, (from, to) -> copy(data, from, to), count, data.shape().size(), labels);
    }

    static int[] labels(Dataset data, int count) {
        return IntStream.range(0, count).map(data::label).toArray();
    }

    private static float[] copy(Dataset data, int from, int to) {
        float[] pictures = new float[(to - from) * data.shape().size()];
        for (int i = from; i < to; i++) {
            data.copyImage(i, pictures, (i - from) * data.shape().size());
        }
        return pictures;
    }

    private void add(float[] pictures) {
        StoredClassifier.Output verdict = judge.classify(pictures);
        System.arraycopy(verdict.features(), 0, features, done * judge.card().features(), verdict.features().length);
        System.arraycopy(verdict.logits(), 0, logits, done * classes, verdict.logits().length);
        int count = pictures.length / pixels;
        int[] labels = meant.length > 0
                ? Arrays.copyOfRange(meant, done, done + count)
                : ClassifierScore.predictedClasses(verdict.logits(), classes);
        for (int i = 0; i < count; i++) {
            spread.add(pictures, i * pixels, labels[i]);
        }
        done += count;
    }
}
