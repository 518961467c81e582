package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.ganvas.engine.autodiff.kernel.StyleLoops;
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
        Tensor out;
        if (x.type() == DataType.FLOAT) {
            float[] numbers = factors.toFloats();
            out = LayoutLoops.eachGroup(
                    x, x, (lanes, in, same, result) -> loops(x, lanes).scale(in, numbers, result));
        } else {
            out = ElementwiseOps.emptyLike(x);
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
            out.setDoubles(LayoutLoops.ofGroups(
                    a, b, (lanes, left, right) -> loops(a, lanes).dots(left, right)));
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
        Tensor out;
        if (x.type() == DataType.FLOAT) {
            FloatBuffer pixels = noise.storage().floats();
            float[] strengths = strength.toFloats();
            out = LayoutLoops.eachGroup(
                    x, x, (lanes, in, same, result) -> loops(x, lanes).addNoise(in, pixels, strengths, result));
        } else {
            out = withNoise(x, noise.toDoubles(), strength.toDoubles());
        }
        return OpRecorder.record(out, (i, g) -> i == 0 ? g : noiseDots(g, noise), x, strength);
    }

    /** The sums of a gradient times the noise, [channels]. */
    private static Tensor noiseDots(Tensor gradient, Tensor noise) {
        int batch = (int) gradient.size(0);
        int channels = (int) gradient.size(1);
        int run = (int) (gradient.length() / batch / channels);
        double[] sums = new double[channels];
        if (gradient.type() == DataType.FLOAT) {
            FloatBuffer pixels = noise.storage().floats();
            sums = LayoutLoops.ofGroups(
                    gradient,
                    gradient,
                    (lanes, g, same) -> loops(gradient, lanes).noiseDots(g, pixels));
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

    /** The definition in double precision, for checks. */
    private static Tensor withNoise(Tensor x, double[] noise, double[] strengths) {
        int run = (int) (x.size(2) * x.size(3));
        double[] values = x.toDoubles();
        for (int i = 0; i < values.length; i++) {
            int row = i / run;
            values[i] += strengths[row % strengths.length] * noise[row / strengths.length * run + i % run];
        }
        return Tensor.of(values, x.shape());
    }

    private static StyleLoops loops(Tensor x, int lanes) {
        return new StyleLoops((int) x.size(0), (int) x.size(1), (int) (x.size(2) * x.size(3)), lanes);
    }

    private static void require(boolean fits, Tensor a, Tensor b) {
        if (!fits) {
            throw new IllegalArgumentException(a + " and " + b + " do not fit");
        }
    }
}
