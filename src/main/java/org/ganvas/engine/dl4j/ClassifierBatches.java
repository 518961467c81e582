package org.ganvas.engine.dl4j;

import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Batches to train a classifier on, each a function of (seed, step). Pictures are moved by up to a pixel in either
 * direction, so that the classifier learns shapes and not places. One thread.
 */
final class ClassifierBatches {

    /** The lesser side from which a pixel more or less is no other picture. */
    private static final int LARGE_ENOUGH = 16;

    private final Dataset data;
    private final ClassifierTrainingSpec recipe;
    private final BatchSampler sampler;
    private final int reach;

    ClassifierBatches(Dataset data, ClassifierTrainingSpec recipe) {
        this.data = data;
        this.recipe = recipe;
        sampler = new BatchSampler(recipe.seed(), data.size());
        reach = Math.min(data.shape().height(), data.shape().width()) >= LARGE_ENOUGH ? 1 : 0;
    }

    /**
     * What a step learns from.
     *
     * @param pictures [batch, channels, height, width]
     * @param labels [batch, classes], one-hot
     */
    record Batch(INDArray pictures, INDArray labels) {}

    Batch batch(int step) {
        ImageShape shape = data.shape();
        int[] indices = sampler.indices(step, recipe.batch());
        RandomStream random = new RandomStream(recipe.seed(), Purpose.CLASSIFIER, step);
        float[] pixels = new float[indices.length * shape.size()];
        float[] labels = new float[indices.length * data.classCount()];
        float[] picture = new float[shape.size()];
        for (int i = 0; i < indices.length; i++) {
            data.copyImage(indices[i], picture, 0);
            int down = random.nextInt(2 * reach + 1) - reach;
            int right = random.nextInt(2 * reach + 1) - reach;
            move(picture, shape, down, right, pixels, i * shape.size());
            labels[i * data.classCount() + data.label(indices[i])] = 1;
        }
        return new Batch(
                Nd4j.createFromArray(pixels)
                        .reshape('c', indices.length, shape.channels(), shape.height(), shape.width()),
                Nd4j.createFromArray(labels).reshape('c', indices.length, data.classCount()));
    }

    /** What comes in at an edge repeats the edge. */
    static void move(float[] picture, ImageShape shape, int down, int right, float[] target, int offset) {
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int row = 0; row < shape.height(); row++) {
                int from = (channel * shape.height() + bounded(row - down, shape.height())) * shape.width();
                int to = offset + (channel * shape.height() + row) * shape.width();
                for (int column = 0; column < shape.width(); column++) {
                    target[to + column] = picture[from + bounded(column - right, shape.width())];
                }
            }
        }
    }

    private static int bounded(int index, int size) {
        return Math.max(0, Math.min(size - 1, index));
    }
}
