package org.ganvas.engine.autodiff;

import java.util.Arrays;
import org.ganvas.engine.autodiff.kernel.ChannelLoops;
import org.ganvas.engine.autodiff.kernel.PartialSums;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Operations of style-based generators on [batch, channels, height, width], with numbers per sample and channel. In floats
 * each is one pass; derivatives are these operations again. Pure functions.
 */
public final class StyleOps {

    private static final double DEMODULATION_EPSILON = 1e-8;

    private StyleOps() {}

    /**
     * Convolution whose weights a style modulates (StyleGAN2, Karras et al. 2020). Weight w[o, i, k] of a sample with style
     * s is s[i] w[o, i, k], and with demodulation divided by √(Σ (s[i] w[o, i, k])² + ε), so that unit variance stays.
     * Computed as the input scaled by s, the convolution, and its output scaled.
     *
     * @param x [batch, in, height, width]
     * @param weight [out, in, kernel, kernel], or [in, out, kernel, kernel] where transposed
     * @param style [batch, in]
     * @param geometry stride and padding
     * @param transposed whether the convolution is a transposed one, as for upsampling
     * @param demodulate whether the output is scaled back
     */
    public static Tensor modulatedConv2d(
            Tensor x,
            Tensor weight,
            Tensor style,
            ConvolutionOps.Geometry geometry,
            boolean transposed,
            boolean demodulate) {
        Tensor scaled = scaleChannels(x, style);
        Tensor out = transposed
                ? ConvolutionOps.convTranspose2d(scaled, weight, geometry)
                : ConvolutionOps.conv2d(scaled, weight, geometry);
        return demodulate ? scaleChannels(out, demodulation(weight, style, transposed)) : out;
    }

    /** The factors 1 / √(Σ (s w)² + ε), [batch, out]. */
    private static Tensor demodulation(Tensor weight, Tensor style, boolean transposed) {
        Tensor energy = ReductionOps.sum(ElementwiseOps.square(weight), 2, 3);
        Tensor table = ViewOps.reshape(energy, weight.size(0), weight.size(1));
        Tensor sums = MatrixOps.matmul(ElementwiseOps.square(style), false, table, !transposed);
        Tensor root = ElementwiseOps.sqrt(ElementwiseOps.shift(sums, DEMODULATION_EPSILON));
        return ElementwiseOps.div(Tensor.filled(1, root.type(), root.shape()), root);
    }

    /**
     * Each channel of each sample times a number.
     *
     * @param x [batch, channels, height, width]
     * @param factors [batch, channels]
     */
    public static Tensor scaleChannels(Tensor x, Tensor factors) {
        require(factors.length() == x.size(0) * x.size(1), x, factors);
        Tensor out = ElementwiseOps.emptyLike(x);
        if (x.type() == DataType.FLOAT) {
            int rows = (int) factors.length();
            instances(x)
                    .affine(
                            x.storage().floats(),
                            factors.toFloats(),
                            x.storage().floats(),
                            new float[rows],
                            new float[rows],
                            out.storage().floats());
        } else {
            x.array()
                    .mul(
                            ViewOps.reshape(factors.detached(), x.size(0), x.size(1), 1, 1)
                                    .array(),
                            out.array());
        }
        return OpRecorder.record(out, (i, g) -> i == 0 ? scaleChannels(g, factors) : channelDots(g, x), x, factors);
    }

    /** The scalar products of two tensors, channel by channel of each sample, [batch, channels]. */
    static Tensor channelDots(Tensor a, Tensor b) {
        require(Arrays.equals(a.shape(), b.shape()), a, b);
        Tensor out = Tensor.empty(a.type(), a.size(0), a.size(1));
        if (a.type() == DataType.FLOAT) {
            out.setDoubles(instances(a).dots(a.storage().floats(), b.storage().floats()));
        } else {
            out.array().assign(a.array().mul(b.array()).sum(2, 3));
        }
        return OpRecorder.record(out, (i, g) -> scaleChannels(i == 0 ? b : a, g), a, b);
    }

    /**
     * Noise per pixel, the same for all channels, times a strength per channel, added to the images (StyleGAN, Karras et
     * al. 2018).
     *
     * @param x [batch, channels, height, width]
     * @param noise [batch, 1, height, width]; a constant
     * @param strength [channels]
     */
    public static Tensor addNoise(Tensor x, Tensor noise, Tensor strength) {
        require(strength.length() == x.size(1) && noise.length() * x.size(1) == x.length(), x, strength);
        Tensor out = ElementwiseOps.emptyLike(x);
        out.storage().copyFrom(x.storage(), 0, 0, x.length());
        addOuter(noise, strength, out);
        return OpRecorder.record(out, (i, g) -> i == 0 ? g : noiseDots(g, noise), x, strength);
    }

    /** The sums of a gradient times the noise, [channels]. */
    private static Tensor noiseDots(Tensor gradient, Tensor noise) {
        int batch = (int) gradient.size(0);
        int channels = (int) gradient.size(1);
        int run = (int) (gradient.length() / batch / channels);
        double[] sums = new double[channels];
        if (gradient.type() == DataType.FLOAT) {
            float[] g = new float[run];
            float[] n = new float[run];
            for (int row = 0; row < batch * channels; row++) {
                if (row % channels == 0) {
                    noise.storage().floats().get(row / channels * run, n, 0, run);
                }
                gradient.storage().floats().get(row * run, g, 0, run);
                sums[row % channels] += PartialSums.ofProducts(g, n);
            }
        } else {
            double[] wide = gradient.toDoubles();
            double[] noises = noise.toDoubles();
            for (int i = 0; i < wide.length; i++) {
                int row = i / run;
                sums[row % channels] += wide[i] * noises[row / channels * run + i % run];
            }
        }
        Tensor out = Tensor.empty(gradient.type(), channels);
        out.setDoubles(sums);
        return OpRecorder.record(
                out, (i, g2) -> addNoise(Tensor.filled(0, gradient.type(), gradient.shape()), noise, g2), gradient);
    }

    private static void addOuter(Tensor noise, Tensor strength, Tensor out) {
        int batch = (int) out.size(0);
        int channels = (int) out.size(1);
        int run = (int) (out.length() / batch / channels);
        if (out.type() == DataType.FLOAT) {
            float[] factors = strength.toFloats();
            float[] plane = new float[run];
            float[] line = new float[run];
            for (int row = 0; row < batch * channels; row++) {
                if (row % channels == 0) {
                    noise.storage().floats().get(row / channels * run, plane, 0, run);
                }
                out.storage().floats().get(row * run, line, 0, run);
                float factor = factors[row % channels];
                for (int i = 0; i < run; i++) {
                    line[i] += factor * plane[i];
                }
                out.storage().floats().put(row * run, line, 0, run);
            }
        } else {
            double[] values = out.toDoubles();
            double[] factors = strength.toDoubles();
            double[] noises = noise.toDoubles();
            for (int i = 0; i < values.length; i++) {
                int row = i / run;
                values[i] += factors[row % channels] * noises[row / channels * run + i % run];
            }
            out.setDoubles(values);
        }
    }

    /** Loops over the channels of all samples, each with numbers of its own. */
    private static ChannelLoops instances(Tensor x) {
        int rows = (int) (x.size(0) * x.size(1));
        return ChannelLoops.of(1, rows, (int) (x.length() / rows));
    }

    private static void require(boolean fits, Tensor a, Tensor b) {
        if (!fits) {
            throw new IllegalArgumentException(a + " and " + b + " do not fit");
        }
    }
}
