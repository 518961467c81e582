package org.ganvas.engine.dl4j;

import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;

/**
 * Batches for a classifier's training, each a function of (seed, step). Images are shifted by up to a pixel in either
 * direction, so that the classifier does not depend on positions. One thread.
 */
final class ClassifierTrainingBatches {

    /** Least side of images that are shifted; a pixel would change smaller ones too much. */
    private static final int MIN_SHIFTED_SIDE = 16;

    private final Dataset data;
    private final ClassifierTrainingSpec training;
    private final BatchSampler sampler;
    private final int maxShift;

    ClassifierTrainingBatches(Dataset data, ClassifierTrainingSpec training) {
        this.data = data;
        this.training = training;
        sampler = new BatchSampler(training.seed(), data.size());
        maxShift = Math.min(data.shape().height(), data.shape().width()) >= MIN_SHIFTED_SIDE ? 1 : 0;
    }

    /**
     * Batch of a step.
     *
     * @param images one after the other
     * @param labels one an image
     */
    record Batch(float[] images, int[] labels) {}

    Batch batch(int step) {
        ImageShape shape = data.shape();
        int[] indices = sampler.indices(step, training.batch());
        SeededRandomStream random = new SeededRandomStream(training.seed(), Purpose.CLASSIFIER, step);
        float[] pixels = new float[indices.length * shape.size()];
        int[] labels = new int[indices.length];
        float[] image = new float[shape.size()];
        for (int i = 0; i < indices.length; i++) {
            data.copyImage(indices[i], image, 0);
            int down = random.nextInt(2 * maxShift + 1) - maxShift;
            int right = random.nextInt(2 * maxShift + 1) - maxShift;
            shift(image, shape, down, right, pixels, i * shape.size());
            labels[i] = data.label(indices[i]);
        }
        return new Batch(pixels, labels);
    }

    /** Copies an image shifted by whole pixels; pixels from outside repeat the edge. */
    static void shift(float[] image, ImageShape shape, int down, int right, float[] target, int offset) {
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int row = 0; row < shape.height(); row++) {
                int from = (channel * shape.height() + bounded(row - down, shape.height())) * shape.width();
                int to = offset + (channel * shape.height() + row) * shape.width();
                for (int column = 0; column < shape.width(); column++) {
                    target[to + column] = image[from + bounded(column - right, shape.width())];
                }
            }
        }
    }

    private static int bounded(int index, int size) {
        return Math.max(0, Math.min(size - 1, index));
    }
}
