package org.ganvas.engine.net;

import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.spec.layer.LayerLiveness;

/**
 * Mode of a forward pass. Immutable; any thread.
 *
 * @param training whether BatchNorm uses batch statistics and updates its running ones, and dropout is active
 * @param seed the run's seed
 * @param position of the layers' random numbers, unique per forward pass of a run
 * @param growth number of stages of growth that have come in, with the share of the next one
 * @param style styles and noise of a style-based generator in inference
 * @param mixes whether samples may go on with the style of another one in training
 */
public record ForwardContext(
        boolean training, long seed, long position, double growth, StyleInput style, boolean mixes) {

    /** Largest number of layers of a network. */
    static final int MAX_LAYERS = 256;

    /** Inference: running statistics, no dropout. */
    public static final ForwardContext INFERENCE =
            new ForwardContext(false, 0, 0, LayerLiveness.GROWN, StyleInput.NONE, true);

    /** Training, with random numbers from a position. */
    public static ForwardContext training(long seed, long position) {
        return new ForwardContext(true, seed, position, LayerLiveness.GROWN, StyleInput.NONE, true);
    }

    /** The context of another forward pass in the same mode, with random numbers of its own. */
    public ForwardContext next() {
        return new ForwardContext(training, seed, position + 1, growth, style, mixes);
    }

    /** The context of the forward pass that comes a number of passes later. */
    public ForwardContext plus(long passes) {
        return new ForwardContext(training, seed, position + passes, growth, style, mixes);
    }

    /** The same context for a network that has grown by a number of stages. */
    public ForwardContext withGrowth(double stages) {
        return new ForwardContext(training, seed, position, stages, style, mixes);
    }

    /** The same context with each sample's own style alone. */
    public ForwardContext unmixed() {
        return new ForwardContext(training, seed, position, growth, style, false);
    }

    /** Inference with styles that are given. */
    public static ForwardContext inference(StyleInput style) {
        return new ForwardContext(false, 0, 0, LayerLiveness.GROWN, style, true);
    }

    /** The random stream of a layer's dropout in this pass. */
    SeededRandomStream randomStream(int layer) {
        return randomStream(SeededRandomStream.Purpose.DROPOUT, layer);
    }

    /** The random stream of one layer in this pass. */
    SeededRandomStream randomStream(SeededRandomStream.Purpose purpose, int layer) {
        return new SeededRandomStream(seed, purpose, place(layer));
    }

    /** Position of the random numbers of one layer in this pass. */
    long place(int layer) {
        return position * MAX_LAYERS + layer;
    }
}
