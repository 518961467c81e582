package org.ganvas.cli.eval;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.metrics.ClassifiedImages;
import org.ganvas.metrics.ClassifierScore;
import org.ganvas.metrics.FeatureMatrix;
import org.ganvas.metrics.IntraClassDiversity;
import org.ganvas.project.classifier.StoredClassifier;

/** One pass of a classifier over images that come in batches, so that they are never all in memory. One thread. */
final class ClassifierPass {

    /** Images per batch. */
    static final int BATCH = 500;

    private final StoredClassifier classifier;
    private final int classes;
    private final int pixels;
    private final int[] intended;
    private final float[] features;
    private final float[] logits;
    private final IntraClassDiversity diversity;
    private int done;

    /**
     * @param count number of images
     * @param pixels numbers per image
     * @param intended the class of each image; empty to use the classifier's prediction
     */
    private ClassifierPass(StoredClassifier classifier, int count, int pixels, int[] intended) {
        this.classifier = classifier;
        this.pixels = pixels;
        this.intended = intended;
        classes = classifier.card().classes();
        features = new float[count * classifier.card().features()];
        logits = new float[count * classes];
        diversity = new IntraClassDiversity(classes, pixels);
    }

    /** Source of images, read in order. */
    @FunctionalInterface
    interface Source {
        /** Images {@code from} to {@code to - 1}, one after the other. */
        float[] images(int from, int to);
    }

    /** Classifies the images of a source; the parameters are those of the constructor. */
    static ClassifiedImages of(StoredClassifier classifier, Source source, int count, int pixels, int[] intended) {
        ClassifierPass pass = new ClassifierPass(classifier, count, pixels, intended);
        for (int from = 0; from < count; from += BATCH) {
            pass.add(source.images(from, Math.min(count, from + BATCH)));
        }
        return new ClassifiedImages(
                new FeatureMatrix(pass.features, classifier.card().features()),
                pass.logits,
                pass.classes,
                intended,
                pass.diversity.deviations());
    }

    /** Classifies the first images of a dataset, by its labels or by the classifier's predictions. */
    static ClassifiedImages of(StoredClassifier classifier, Dataset data, int count, boolean labelled) {
        int[] labels = labelled ? labels(data, count) : new int[0];
        return of(
                classifier,
                (from, to) -> copy(data, from, to),
                count,
                data.shape().size(),
                labels);
    }

    /** The labels of the first images of a dataset. */
    static int[] labels(Dataset data, int count) {
        return IntStream.range(0, count).map(data::label).toArray();
    }

    private static float[] copy(Dataset data, int from, int to) {
        float[] images = new float[(to - from) * data.shape().size()];
        for (int i = from; i < to; i++) {
            data.copyImage(i, images, (i - from) * data.shape().size());
        }
        return images;
    }

    private void add(float[] images) {
        StoredClassifier.Output output = classifier.classify(images);
        System.arraycopy(
                output.features(), 0, features, done * classifier.card().features(), output.features().length);
        System.arraycopy(output.logits(), 0, logits, done * classes, output.logits().length);
        int count = images.length / pixels;
        int[] labels = intended.length > 0
                ? Arrays.copyOfRange(intended, done, done + count)
                : ClassifierScore.predictedClasses(output.logits(), classes);
        for (int i = 0; i < count; i++) {
            diversity.add(images, i * pixels, labels[i]);
        }
        done += count;
    }
}
