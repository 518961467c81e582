package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
import org.ganvas.engine.autodiff.kernel.ChannelLoops;
import org.ganvas.engine.autodiff.onednn.ChannelBlocks;
import org.ganvas.engine.autodiff.onednn.OneDnnElementwise;
import org.ganvas.engine.autodiff.onednn.OneDnnElementwise.Function;

/**
 * Loops over floats in whichever layout they lie: where an operand is in blocks of channels, all are, and the result too.
 * Pure functions.
 */
final class LayoutLoops {

    private LayoutLoops() {}

    /** Loop over an array of floats into another. */
    interface Unary {
        void apply(FloatBuffer operand, FloatBuffer result);
    }

    /** Loop over two arrays of floats of one shape into a third. */
    interface Binary {
        void apply(FloatBuffer left, FloatBuffer right, FloatBuffer result);
    }

    /** Loop that knows the channels of two arrays of one shape, into a third. */
    interface ByChannel {
        void apply(ChannelLoops loops, FloatBuffer left, FloatBuffer right, FloatBuffer result);
    }

    /** Loop over channels, or groups of them whose numbers lie side by side at each pixel. */
    interface ByGroup {
        /**
         * @param lanes channels of a group; 1 in C order
         */
        void apply(int lanes, FloatBuffer operand, FloatBuffer result);
    }

    /** A function of each number. */
    static Tensor each(Tensor a, Unary loop) {
        boolean blocks = inBlocks(a, a);
        Tensor out = Tensor.undefined(a.type(), a.shape());
        loop.apply(a.values().floats(blocks), out.values().resultFloats(blocks));
        return out;
    }

    /**
     * A function of each pair of numbers, by the library where that is faster.
     *
     * @param slope of {@link Function#LEAKY_GRADIENT}; any number for other functions
     */
    static Tensor each(Tensor a, Tensor b, Function function, float slope, Binary loop) {
        if (!OneDnnElementwise.isFaster(a.length())) {
            return each(a, b, loop);
        }
        boolean blocks = inBlocks(a, b);
        Tensor out = Tensor.undefined(a.type(), a.shape());
        OneDnnElementwise.run(
                function,
                a.length(),
                slope,
                a.values().address(blocks),
                b.values().address(blocks),
                out.values().resultAddress(blocks));
        return out;
    }

    /** A function of each pair of numbers. */
    static Tensor each(Tensor a, Tensor b, Binary loop) {
        boolean blocks = inBlocks(a, b);
        Tensor out = Tensor.undefined(a.type(), a.shape());
        loop.apply(
                a.values().floats(blocks),
                b.values().floats(blocks),
                out.values().resultFloats(blocks));
        return out;
    }

    /** A function of each pair of numbers and their channel. */
    static Tensor eachChannel(Tensor a, Tensor b, ByChannel loop) {
        boolean blocks = inBlocks(a, b);
        Tensor out = Tensor.undefined(a.type(), a.shape());
        loop.apply(
                channels(a, blocks),
                a.values().floats(blocks),
                b.values().floats(blocks),
                out.values().resultFloats(blocks));
        return out;
    }

    /** Fills a result of as many channels and any number of pixels. */
    static void eachGroup(Tensor x, Tensor out, ByGroup loop) {
        boolean blocks = x.values().inBlocks() && out.values().keepsBlocks();
        loop.apply(
                blocks ? ChannelBlocks.size() : 1,
                x.values().floats(blocks),
                out.values().resultFloats(blocks));
    }

    /** The sum of each channel, dimension 1, over all other dimensions. */
    static double[] channelTotals(Tensor a) {
        boolean blocks = inBlocks(a, a);
        return channels(a, blocks).totals(a.values().floats(blocks));
    }

    /** Sums of each channel over two tensors, as {@link ChannelLoops#products}. */
    static ChannelLoops.Sums channelProducts(Tensor g, Tensor x, float[] shift) {
        boolean blocks = inBlocks(g, x);
        return channels(g, blocks)
                .products(g.values().floats(blocks), x.values().floats(blocks), shift);
    }

    /** Sums of each channel, as {@link ChannelLoops#moments}, shifted by the channel's first number. */
    static ChannelLoops.Sums channelMoments(Tensor x, float[] shift) {
        boolean blocks = inBlocks(x, x);
        FloatBuffer numbers = x.values().floats(blocks);
        ChannelLoops loops = channels(x, blocks);
        for (int c = 0; c < shift.length; c++) {
            shift[c] = numbers.get(loops.first(c));
        }
        return loops.moments(numbers, shift);
    }

    private static boolean inBlocks(Tensor a, Tensor b) {
        TensorValues left = a.values();
        TensorValues right = b.values();
        return left.keepsBlocks() && right.keepsBlocks() && (left.inBlocks() || right.inBlocks());
    }

    /** Loops over the channels, dimension 1, of a tensor of rank 2 or more. */
    private static ChannelLoops channels(Tensor x, boolean blocks) {
        int batch = (int) x.size(0);
        int channels = (int) x.size(1);
        int run = (int) (x.length() / channels / batch);
        return blocks
                ? ChannelLoops.inBlocks(batch, channels, run, ChannelBlocks.size())
                : ChannelLoops.of(batch, channels, run);
    }
}
