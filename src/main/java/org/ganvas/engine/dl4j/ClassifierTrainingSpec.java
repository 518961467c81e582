package org.ganvas.engine.dl4j;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.InitSpec;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.spec.NetworkSpec;
import org.ganvas.engine.spec.ResizeLayerSpec;

/**
 * How a classifier is trained. Immutable; any thread.
 *
 * @param steps batches in all
 * @param batch pictures a batch
 * @param rate Adam's learning rate at the start; it falls evenly to 0
 * @param seed decides weights, order and shifts
 */
public record ClassifierTrainingSpec(int steps, int batch, double rate, long seed) {

    /** Changes with everything that makes another classifier from the same data. */
    public static final int VERSION = 1;

    private static final int BATCH = 64;
    private static final int EPOCHS = 12;
    private static final int FEWEST_STEPS = 400;
    private static final int MOST_STEPS = 3000;

    /** Width of the features. */
    private static final int FEATURES = 64;

    private static final int FILTERS = 16;
    private static final int KERNEL = 5;

    /** Larger pictures are halved first until no side is longer than this. */
    private static final int LONGEST_SIDE = 32;

    public ClassifierTrainingSpec {
        if (steps < 1 || batch < 1 || !(rate > 0)) {
            throw new IllegalArgumentException(
                    "%d steps of %d pictures at a rate of %s are no training".formatted(steps, batch, rate));
        }
    }

    /** What does well within minutes for a set of this size. */
    public static ClassifierTrainingSpec recommended(Dataset data, long seed) {
        long steps = (long) EPOCHS * data.size() / BATCH;
        int bounded = (int) Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, steps));
        return new ClassifierTrainingSpec(bounded, BATCH, 2e-3, seed);
    }

    /**
     * LeNet's shape (LeCun 1998): two convolutions of 5x5 with 16 and 32 filters, each with its average pool where the
     * picture is large enough, 64 features, one logit a class.
     */
    static NetworkSpec network(ImageShape shape, int classes) {
        Stack stack = new Stack(shape.height(), shape.width());
        stack.shrink();
        stack.convolve(FILTERS);
        stack.convolve(2 * FILTERS);
        stack.layers.add(new LayerSpec.Dense(FEATURES));
        stack.layers.add(new LayerSpec.Relu());
        stack.layers.add(new LayerSpec.Dense(classes));
        return new NetworkSpec(InitSpec.PYTORCH, stack.layers);
    }

    /** Layers so far and the size behind them. */
    private static final class Stack {
        private final List<LayerSpec> layers = new java.util.ArrayList<>();
        private int height;
        private int width;

        Stack(int height, int width) {
            this.height = height;
            this.width = width;
        }

        void shrink() {
            while (Math.max(height, width) > LONGEST_SIDE && Math.min(height, width) > 1) {
                pool();
            }
        }

        void convolve(int filters) {
            // Without padding where there is room, or small pictures would vanish.
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
