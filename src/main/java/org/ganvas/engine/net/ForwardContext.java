package org.ganvas.engine.net;

import org.ganvas.data.SeededRandomStream;

/**
 * Mode of a forward pass. Immutable; any thread.
 *
 * @param training whether BatchNorm uses batch statistics and updates its running ones, and dropout is active
 * @param seed the run's seed
 * @param position of dropout's random numbers, unique per forward pass of a run
 */
public record ForwardContext(boolean training, long seed, long position) {

    /** Largest number of layers of a network. */
    static final int MAX_LAYERS = 256;

    /** Inference: running statistics, no dropout. */
    public static final ForwardContext INFERENCE = new ForwardContext(false, 0, 0);

    /** Training, with random numbers from a position. */
    public static ForwardContext training(long seed, long position) {
        return new ForwardContext(true, seed, position);
    }

    /** The context of another forward pass in the same mode, with random numbers of its own. */
    public ForwardContext next() {
        return new ForwardContext(training, seed, position + 1);
    }

    /** The random stream of one layer in this pass. */
    SeededRandomStream randomStream(int layer) {
        return new SeededRandomStream(seed, SeededRandomStream.Purpose.DROPOUT, position * MAX_LAYERS + layer);
    }
}
