package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.ganvas.engine.autodiff.kernel.BlockedChannelLoops;
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

    /** Loop over channels, or groups of them whose numbers lie side by side at each pixel. */
    interface ByGroup {
        /**
         * @param lanes channels of a group; 1 in C order
         */
        void apply(int lanes, FloatBuffer operand, FloatBuffer result);
    }

    /** Loop over two operands by groups of channels. */
    interface PairByGroup {
        /**
         * @param lanes channels of a group; 1 in C order
         */
        void apply(int lanes, FloatBuffer left, FloatBuffer right, FloatBuffer result);
    }

    /** Numbers from two operands by groups of channels. */
    interface NumbersByGroup {
        /**
         * @param lanes channels of a group; 1 in C order
         */
        double[] apply(int lanes, FloatBuffer left, FloatBuffer right);
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

    /** The tensor plus one number per channel. */
    static Tensor plusChannels(Tensor x, float[] added) {
        Tensor out = Tensor.undefined(x.type(), x.shape());
        if (x.values().inBlocks()) {
            blocked(x).plus(x.values().floats(true), added, out.values().resultFloats(true));
            return out;
        }
        float[] ones = new float[added.length];
        Arrays.fill(ones, 1);
        FloatBuffer in = x.values().floats(false);
        planar(x)
                .affine(
                        in,
                        ones,
                        in,
                        new float[added.length],
                        added,
                        out.values().resultFloats(false));
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

    /** A function of two tensors of images, one shape for both and the result. */
    static Tensor eachGroup(Tensor a, Tensor b, PairByGroup loop) {
        boolean blocks = inBlocks(a, b);
        Tensor out = Tensor.undefined(a.type(), a.shape());
        loop.apply(
                blocks ? ChannelBlocks.size() : 1,
                a.values().floats(blocks),
                b.values().floats(blocks),
                out.values().resultFloats(blocks));
        return out;
    }

    /** Numbers of two tensors of images of one shape, in C order whichever layout they are computed from. */
    static double[] ofGroups(Tensor a, Tensor b, NumbersByGroup loop) {
        boolean blocks = inBlocks(a, b);
        return loop.apply(
                blocks ? ChannelBlocks.size() : 1,
                a.values().floats(blocks),
                b.values().floats(blocks));
    }

    /** The sum of each channel, dimension 1, over all other dimensions. */
    static double[] channelTotals(Tensor x) {
        return x.values().inBlocks()
                ? blocked(x).totals(x.values().floats(true))
                : planar(x).totals(x.values().floats(false));
    }

    /** Loops over the channels, dimension 1, of a tensor of rank 2 or more in C order. */
    static ChannelLoops planar(Tensor x) {
        return ChannelLoops.of((int) x.size(0), (int) x.size(1), pixels(x));
    }

    private static BlockedChannelLoops blocked(Tensor x) {
        return new BlockedChannelLoops((int) x.size(0), (int) x.size(1), pixels(x), ChannelBlocks.size());
    }

    private static int pixels(Tensor x) {
        return (int) (x.length() / x.size(1) / x.size(0));
    }

    private static boolean inBlocks(Tensor a, Tensor b) {
        TensorValues left = a.values();
        TensorValues right = b.values();
        return left.keepsBlocks() && right.keepsBlocks() && (left.inBlocks() || right.inBlocks());
    }
}
