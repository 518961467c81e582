package org.ganvas.engine.dl4j;

import java.util.List;
import java.util.Locale;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;

/**
 * Settings of a classifier's training. Immutable; any thread.
 *
 * @param steps number of batches
 * @param batch images per batch
 * @param rate Adam's initial learning rate, which falls linearly to 0
 * @param seed of weights, order and shifts
 */
public record ClassifierTrainingSpec(int steps, int batch, double rate, long seed) {

    /** Version of the training procedure, incremented with every change of the resulting classifier. */
    public static final int VERSION = 2;

    private static final int BATCH = 64;
    private static final int EPOCHS = 12;
    private static final int MIN_STEPS = 400;
    private static final int MAX_STEPS = 3000;

    /** Width of the features. */
    private static final int FEATURES = 64;

    private static final int FILTERS = 16;
    private static final int KERNEL = 5;

    /** Longest side of the first convolution's input; larger images are halved before. */
    private static final int MAX_SIDE = 32;

    public ClassifierTrainingSpec {
        if (steps < 1 || batch < 1 || !(rate > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%d steps of %d images at a rate of %s are no training", steps, batch, rate));
        }
    }

    /** Settings that train a good classifier of a dataset within minutes. */
    public static ClassifierTrainingSpec recommended(Dataset data, long seed) {
        long steps = (long) EPOCHS * data.size() / BATCH;
        int bounded = (int) Math.max(MIN_STEPS, Math.min(MAX_STEPS, steps));
        return new ClassifierTrainingSpec(bounded, BATCH, 2e-3, seed);
    }

    /**
     * Architecture like LeNet (LeCun 1998): two convolutions of 5x5 with 16 and 32 filters, each with average pooling where
     * the image is large enough, 64 features, one logit per class.
     */
    static NetworkSpec network(ImageShape shape, int classes) {
        LayerStack stack = new LayerStack(shape.height(), shape.width());
        stack.shrink();
        stack.convolve(FILTERS);
        stack.convolve(2 * FILTERS);
        stack.layers.add(new LayerSpec.Dense(FEATURES));
        stack.layers.add(new LayerSpec.Relu());
        stack.layers.add(new LayerSpec.Dense(classes));
        return new NetworkSpec(InitSpec.PYTORCH, stack.layers);
    }

    /** Layers so far with the size of their output. */
    private static final class LayerStack {
        private final List<LayerSpec> layers = new java.util.ArrayList<>();
        private int height;
        private int width;

        LayerStack(int height, int width) {
            this.height = height;
            this.width = width;
        }

        void shrink() {
            while (Math.max(height, width) > MAX_SIDE && Math.min(height, width) > 1) {
                pool();
            }
        }

        void convolve(int filters) {
            // Small images are padded, or nothing would be left of them.
            int padding = Math.min(height, width) > 2 * KERNEL ? 0 : KERNEL / 2;
            layers.add(new LayerSpec.Conv(filters, KERNEL, 1, padding, true));
            layers.add(new LayerSpec.Relu());
            height += 2 * padding - KERNEL + 1;
            width += 2 * padding - KERNEL + 1;
            if (Math.min(height, width) > 1) {
                pool();
            }
        }

        private void pool() {
            layers.add(new ResizeLayerSpec.AveragePool(2));
            height /= 2;
            width /= 2;
        }
    }
}
