package org.ganvas.engine.net;

import org.ganvas.data.RandomStream;

/**
 * How a forward pass is meant.
 *
 * @param training whether BatchNorm uses (and learns) batch statistics and dropout drops
 * @param seed of the run
 * @param position of dropout's random numbers, a different one for each pass of a run
 */
public record ForwardContext(boolean training, long seed, long position) {

    /** Upper limit of the layers of one network. */
    static final int MAX_LAYERS = 256;

    /** The network as it is used after training. */
    public static final ForwardContext INFERENCE = new ForwardContext(false, 0, 0);

    public static ForwardContext training(long seed, long position) {
        return new ForwardContext(true, seed, position);
    }

    /** Another pass of the same kind, with random numbers of its own. */
    public ForwardContext next() {
        return new ForwardContext(training, seed, position + 1);
    }

    /** The random numbers of one layer in this pass. */
    RandomStream randomStream(int layer) {
        return new RandomStream(seed, RandomStream.Purpose.DROPOUT, position * MAX_LAYERS + layer);
    }
}
