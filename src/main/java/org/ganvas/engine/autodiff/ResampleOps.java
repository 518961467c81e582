package org.ganvas.engine.autodiff;

import org.ganvas.engine.autodiff.kernel.ResampleLoops;
import org.ganvas.engine.autodiff.kernel.ResampleMatrix;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Linear resampling of images, channel by channel, for [batch, channels, height, width]. Most are one operation, a sparse
 * matrix along each side, whose derivative is the same operation with the matrices transposed. Pure functions.
 */
public final class ResampleOps {

    private ResampleOps() {}

    /** Nearest-neighbour upsampling. */
    public static Tensor nearest(Tensor x, int factor) {
        ResampleMatrix vertical = ResampleMatrix.nearest(height(x), factor);
        ResampleMatrix horizontal = ResampleMatrix.nearest(width(x), factor);
        if (x.type() != DataType.FLOAT || factor != ScaledConvolutionOps.FACTOR) {
            return resample(x, vertical, horizontal);
        }
        PendingResult later = new PendingResult(
                () -> resampled(x, vertical, horizontal).values(),
                x.type(),
                x.size(0),
                x.size(1),
                vertical.outputs(),
                horizontal.outputs());
        return recorded(Tensor.pending(later, new TensorOrigin.Enlarged(x)), x, vertical, horizontal);
    }

    /** Bilinear upsampling between pixel centres, as in PyTorch with align_corners=False. */
    public static Tensor bilinear(Tensor x, int factor) {
        return resample(x, ResampleMatrix.linear(height(x), factor), ResampleMatrix.linear(width(x), factor));
    }

    /** Average pooling over windows that do not overlap; a remainder at the border is dropped. */
    public static Tensor averagePool(Tensor x, int window) {
        Tensor scaled = window == ScaledConvolutionOps.FACTOR ? ScaledConvolutionOps.averaged(x) : null;
        if (scaled != null) {
            return scaled;
        }
        return resample(x, ResampleMatrix.mean(height(x), window), ResampleMatrix.mean(width(x), window));
    }

    /** Zero padding; a negative number crops. */
    public static Tensor pad(Tensor x, int top, int bottom, int left, int right) {
        return resample(x, ResampleMatrix.padded(height(x), top, bottom), ResampleMatrix.padded(width(x), left, right));
    }

    /**
     * Padding by reflection at the border pixels, as PyTorch's ReflectionPad2d.
     *
     * @param border pixels at each side, fewer than the image has along it
     */
    public static Tensor reflectPad(Tensor x, int border) {
        return resample(x, ResampleMatrix.reflected(height(x), border), ResampleMatrix.reflected(width(x), border));
    }

    /**
     * Pixel shuffle (Shi et al. 2016): groups of factor² channels become squares of pixels.
     *
     * @param x [batch, channels factor², height, width]
     * @return [batch, channels, height factor, width factor]
     */
    public static Tensor pixelShuffle(Tensor x, int factor) {
        long channels = x.size(1) / ((long) factor * factor);
        Tensor split = ViewOps.reshape(x, x.size(0), channels, factor, factor, x.size(2), x.size(3));
        Tensor interleaved = ViewOps.transpose(split, 0, 1, 4, 2, 5, 3);
        return ViewOps.reshape(interleaved, x.size(0), channels, x.size(2) * factor, x.size(3) * factor);
    }

    /**
     * Images shifted by whole pixels, with zeros from the border.
     *
     * @param down pixels per image, negative for up
     * @param right pixels per image, negative for left
     */
    public static Tensor shift(Tensor x, int[] down, int[] right) {
        Tensor out = ElementwiseOps.emptyLike(x);
        if (x.type() == DataType.FLOAT) {
            float[] shifted = new float[(int) x.length()];
            copyShifted(x, x.toFloats(), shifted, down, right);
            out.set(shifted, 0);
        } else {
            double[] shifted = new double[(int) x.length()];
            copyShifted(x, x.toDoubles(), shifted, down, right);
            out.setDoubles(shifted);
        }
        return OpRecorder.record(out, (i, g) -> shift(g, negated(down), negated(right)), x);
    }

    /** Copies shifted lines from an array of the tensor's type to another of the same type, full of zeros. */
    @SuppressWarnings("SuspiciousSystemArraycopy")
    private static void copyShifted(Tensor shape, Object from, Object to, int[] down, int[] right) {
        int channels = (int) shape.size(1);
        int height = height(shape);
        int width = width(shape);
        for (int plane = 0; plane < shape.size(0) * channels; plane++) {
            int dy = down[plane / channels];
            int dx = right[plane / channels];
            int count = width - Math.abs(dx);
            for (int row = Math.max(0, dy); row < Math.min(height, height + dy) && count > 0; row++) {
                int source = (plane * height + row - dy) * width + Math.max(0, -dx);
                System.arraycopy(from, source, to, (plane * height + row) * width + Math.max(0, dx), count);
            }
        }
    }

    private static int[] negated(int[] values) {
        return java.util.Arrays.stream(values).map(v -> -v).toArray();
    }

    private static int height(Tensor x) {
        return (int) x.size(2);
    }

    private static int width(Tensor x) {
        return (int) x.size(3);
    }

    /** A linear map along each side, its derivative that of the transposed matrices. */
    static Tensor resample(Tensor x, ResampleMatrix vertical, ResampleMatrix horizontal) {
        return recorded(resampled(x, vertical, horizontal), x, vertical, horizontal);
    }

    private static Tensor recorded(Tensor out, Tensor x, ResampleMatrix vertical, ResampleMatrix horizontal) {
        return OpRecorder.record(out, (i, g) -> resample(g, vertical.transposed(), horizontal.transposed()), x);
    }

    private static Tensor resampled(Tensor x, ResampleMatrix vertical, ResampleMatrix horizontal) {
        Tensor out = Tensor.undefined(x.type(), x.size(0), x.size(1), vertical.outputs(), horizontal.outputs());
        int planes = (int) (x.size(0) * x.size(1));
        if (x.type() == DataType.FLOAT) {
            LayoutLoops.eachGroup(
                    x,
                    out,
                    (lanes, in, result) ->
                            new ResampleLoops(vertical, horizontal, lanes).run(in, planes / lanes, result));
        } else {
            inDoubles(x, out, planes, vertical, horizontal);
        }
        return out;
    }

    /** The definition in double precision, for checks. */
    private static void inDoubles(
            Tensor x, Tensor out, int planes, ResampleMatrix vertical, ResampleMatrix horizontal) {
        double[] in = x.toDoubles();
        double[] values = new double[(int) out.length()];
        int size = vertical.inputs() * horizontal.inputs();
        int at = 0;
        for (int p = 0; p < planes; p++) {
            for (int row = 0; row < vertical.outputs(); row++) {
                for (int column = 0; column < horizontal.outputs(); column++) {
                    double sum = 0;
                    for (int i = 0; i < vertical.lines()[row].length; i++) {
                        int line = p * size + vertical.lines()[row][i] * horizontal.inputs();
                        for (int j = 0; j < horizontal.lines()[column].length; j++) {
                            sum += vertical.weights()[row][i]
                                    * horizontal.weights()[column][j]
                                    * in[line + horizontal.lines()[column][j]];
                        }
                    }
                    values[at++] = sum;
                }
            }
        }
        out.setDoubles(values);
    }
}
