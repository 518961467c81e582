package org.ganvas.engine.autodiff;

import static org.ganvas.engine.autodiff.GradientCheck.check;
import static org.ganvas.engine.autodiff.GradientCheck.inputs;

import java.util.List;
import java.util.stream.Stream;
import org.ganvas.engine.NativeEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** First and second derivatives of every operation against central differences. */
class OpsDerivativeTest {

    private static final long[] MATRIX = {3, 4};
    private static final long[] ROW = {4};
    private static final long[] COLUMN = {3, 1};
    private static final int[] LABELS = {2, 0, 2};

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @TestFactory
    Stream<DynamicTest> arithmetic() {
        return Stream.of(
                test("add", in -> ElementwiseOps.add(in.get(0), in.get(1)), MATRIX, MATRIX),
                test("add a row", in -> ElementwiseOps.square(ElementwiseOps.add(in.get(0), in.get(1))), MATRIX, ROW),
                test(
                        "add a column",
                        in -> ElementwiseOps.square(ElementwiseOps.add(in.get(0), in.get(1))),
                        MATRIX,
                        COLUMN),
                test("add to itself", in -> ElementwiseOps.square(ElementwiseOps.add(in.get(0), in.get(0))), MATRIX),
                test("subtract", in -> ElementwiseOps.square(ElementwiseOps.sub(in.get(0), in.get(1))), MATRIX, ROW),
                test("multiply", in -> ElementwiseOps.mul(in.get(0), in.get(1)), MATRIX, MATRIX),
                test("multiply by a column", in -> ElementwiseOps.mul(in.get(0), in.get(1)), MATRIX, COLUMN),
                test(
                        "divide",
                        in -> ElementwiseOps.div(in.get(0), ElementwiseOps.shift(ElementwiseOps.square(in.get(1)), 1)),
                        MATRIX,
                        ROW),
                test(
                        "scale and shift",
                        in -> ElementwiseOps.square(ElementwiseOps.shift(ElementwiseOps.scale(in.get(0), -3), 2)),
                        MATRIX),
                test(
                        "square root",
                        in -> ElementwiseOps.sqrt(ElementwiseOps.shift(ElementwiseOps.square(in.get(0)), 1)),
                        MATRIX),
                test("exponential", in -> ElementwiseOps.exp(in.get(0)), MATRIX),
                test("maximum", in -> ElementwiseOps.square(ElementwiseOps.max(in.get(0), in.get(1))), MATRIX, MATRIX),
                test("absolute value", in -> ElementwiseOps.mul(ElementwiseOps.abs(in.get(0)), in.get(0)), MATRIX),
                test("clip", in -> ElementwiseOps.mul(ElementwiseOps.clip(in.get(0), -0.9, 0.7), in.get(0)), MATRIX),
                test(
                        "logarithm",
                        in -> ElementwiseOps.log(ElementwiseOps.shift(ElementwiseOps.square(in.get(0)), 1)),
                        MATRIX));
    }

    @TestFactory
    Stream<DynamicTest> activations() {
        return Stream.of(
                test("relu", in -> ElementwiseOps.relu(ElementwiseOps.mul(in.get(0), in.get(0))), MATRIX),
                test("relu at both signs", in -> ElementwiseOps.mul(ElementwiseOps.relu(in.get(0)), in.get(0)), MATRIX),
                test(
                        "leaky relu",
                        in -> ElementwiseOps.mul(ActivationOps.leakyRelu(in.get(0), 0.2), in.get(0)),
                        MATRIX),
                test("tanh", in -> ActivationOps.tanh(in.get(0)), MATRIX),
                test("sigmoid", in -> ActivationOps.sigmoid(in.get(0)), MATRIX),
                test("log softmax", in -> ElementwiseOps.square(ActivationOps.logSoftmax(in.get(0))), MATRIX),
                test("softmax", in -> ElementwiseOps.square(ActivationOps.softmax(in.get(0))), MATRIX),
                test("softplus", in -> ActivationOps.softplus(in.get(0)), MATRIX));
    }

    @TestFactory
    Stream<DynamicTest> productsAndReductions() {
        long[] inner = {4, 2};
        return Stream.of(
                test("matmul", in -> MatrixOps.matmul(in.get(0), in.get(1)), MATRIX, inner),
                test("matmul AᵀB", in -> MatrixOps.matmul(in.get(0), true, in.get(1), false), MATRIX, new long[] {3, 2
                }),
                test("matmul ABᵀ", in -> MatrixOps.matmul(in.get(0), false, in.get(1), true), MATRIX, new long[] {2, 4
                }),
                test("matmul AᵀBᵀ", in -> MatrixOps.matmul(in.get(0), true, in.get(1), true), MATRIX, new long[] {2, 3
                }),
                test(
                        "matmul of a batch",
                        in -> MatrixOps.matmul(in.get(0), false, in.get(1), false),
                        new long[] {2, 3, 4},
                        new long[] {2, 4, 2}),
                test(
                        "matmul AᵀBᵀ of a batch",
                        in -> MatrixOps.matmul(in.get(0), true, in.get(1), true),
                        new long[] {2, 4, 3},
                        new long[] {2, 2, 4}),
                test(
                        "matmul of a batch with itself",
                        in -> MatrixOps.matmul(in.get(0), true, in.get(0), false),
                        new long[] {2, 3, 2}),
                test(
                        "linear",
                        in -> ElementwiseOps.square(MatrixOps.linear(in.get(0), in.get(1), in.get(2))),
                        MATRIX,
                        inner,
                        new long[] {2}),
                test("sum", in -> ReductionOps.sum(ElementwiseOps.square(in.get(0))), MATRIX),
                test("mean", in -> ElementwiseOps.square(ReductionOps.mean(in.get(0))), MATRIX),
                test("sum of rows", in -> ElementwiseOps.square(ReductionOps.sum(in.get(0), 0)), MATRIX),
                test("sum of columns", in -> ElementwiseOps.square(ReductionOps.sum(in.get(0), 1)), MATRIX),
                test(
                        "mean over two of three",
                        in -> ElementwiseOps.square(ReductionOps.mean(in.get(0), 0, 2)),
                        new long[] {2, 3, 2}),
                test("greatest of a row", in -> ElementwiseOps.square(ReductionOps.max(in.get(0), 1)), MATRIX),
                test("broadcast", in -> ElementwiseOps.square(ReductionOps.broadcastTo(in.get(0), MATRIX)), COLUMN),
                test(
                        "broadcast a scalar",
                        in -> ElementwiseOps.square(ReductionOps.broadcastTo(in.get(0), MATRIX)),
                        new long[] {1}));
    }

    @TestFactory
    Stream<DynamicTest> movesAndNorms() {
        return Stream.of(
                test("reshape", in -> ElementwiseOps.square(ViewOps.reshape(in.get(0), 2, 6)), MATRIX),
                test(
                        "concat rows",
                        in -> ElementwiseOps.square(ViewOps.concat(0, in.get(0), in.get(1))),
                        MATRIX,
                        new long[] {2, 4}),
                test(
                        "concat columns",
                        in -> ElementwiseOps.square(ViewOps.concat(1, in.get(0), in.get(1))),
                        MATRIX,
                        COLUMN),
                test(
                        "concat channels",
                        in -> ElementwiseOps.square(ViewOps.concat(1, in.get(0), in.get(1))),
                        new long[] {2, 1, 2, 3},
                        new long[] {2, 3, 2, 3}),
                test("slice channels", in -> ElementwiseOps.square(ViewOps.slice(in.get(0), 1, 1, 2)), new long[] {
                    2, 4, 2, 2
                }),
                test("slice pixels", in -> ElementwiseOps.square(ViewOps.slice(in.get(0), 3, 1, 2)), new long[] {
                    2, 2, 2, 4
                }),
                test("slice rows", in -> ElementwiseOps.square(ViewOps.slice(in.get(0), 0, 1, 2)), MATRIX),
                test("slice columns", in -> ElementwiseOps.square(ViewOps.slice(in.get(0), 1, 1, 2)), MATRIX),
                test("transpose", in -> ElementwiseOps.square(ViewOps.transpose(in.get(0), 2, 0, 1)), new long[] {
                    2, 3, 4
                }),
                test("gather", in -> ElementwiseOps.square(ViewOps.gather(in.get(0), LABELS)), MATRIX),
                test(
                        "batch norm",
                        in -> ElementwiseOps.square(NormOps.batchNorm(in.get(0), in.get(1), in.get(2), 1e-2)
                                .output()),
                        new long[] {5, 3},
                        new long[] {3},
                        new long[] {3}),
                test(
                        "batch norm of images",
                        in -> ElementwiseOps.square(NormOps.batchNorm(in.get(0), in.get(1), in.get(2), 1e-2)
                                .output()),
                        new long[] {2, 3, 2, 2},
                        new long[] {3},
                        new long[] {3}),
                test(
                        "batch norm by given statistics",
                        in -> ElementwiseOps.square(NormOps.batchNorm(
                                in.get(0), in.get(1), in.get(2), in.get(3), ElementwiseOps.square(in.get(4)), 0.5)),
                        MATRIX,
                        ROW,
                        ROW,
                        ROW,
                        ROW));
    }

    @TestFactory
    Stream<DynamicTest> resamplingAndPictureNorms() {
        long[] image = {2, 4, 3, 2};
        return Stream.of(
                test("nearest", in -> ElementwiseOps.square(ResampleOps.nearest(in.get(0), 2)), image),
                test("bilinear", in -> ElementwiseOps.square(ResampleOps.bilinear(in.get(0), 2)), image),
                test("bilinear by 3", in -> ElementwiseOps.square(ResampleOps.bilinear(in.get(0), 3)), image),
                test("average pooling", in -> ElementwiseOps.square(ResampleOps.averagePool(in.get(0), 2)), new long[] {
                    2, 1, 5, 4
                }),
                test("pad", in -> ElementwiseOps.square(ResampleOps.pad(in.get(0), 1, 0, 2, 1)), image),
                test("crop", in -> ElementwiseOps.square(ResampleOps.pad(in.get(0), -1, 0, 0, -1)), image),
                test(
                        "shift",
                        in -> ElementwiseOps.square(ResampleOps.shift(in.get(0), new int[] {1, -2}, new int[] {-1, 1})),
                        image),
                test("pixel shuffle", in -> ElementwiseOps.square(ResampleOps.pixelShuffle(in.get(0), 2)), image),
                test(
                        "layer norm",
                        in -> ElementwiseOps.square(NormOps.layerNorm(in.get(0), in.get(1), in.get(2), 0.1)),
                        image,
                        ROW,
                        ROW),
                test(
                        "layer norm of rows",
                        in -> ElementwiseOps.square(NormOps.layerNorm(in.get(0), in.get(1), in.get(2), 0.1)),
                        MATRIX,
                        ROW,
                        ROW),
                test("instance norm", in -> ElementwiseOps.mul(NormOps.instanceNorm(in.get(0), 0.1), in.get(0)), image),
                test("reflection pad", in -> ElementwiseOps.square(ResampleOps.reflectPad(in.get(0), 1)), image),
                test("pixel norm", in -> ElementwiseOps.mul(NormOps.pixelNorm(in.get(0), 0.1), in.get(0)), image));
    }

    @TestFactory
    Stream<DynamicTest> styles() {
        long[] image = {2, 3, 4, 2};
        long[] style = {2, 3};
        ConvolutionOps.Geometry same = new ConvolutionOps.Geometry(1, 1);
        ConvolutionOps.Geometry doubling = new ConvolutionOps.Geometry(2, 1);
        Tensor noise = inputs(9, new long[] {2, 1, 4, 2}).get(0).detached();
        return Stream.of(
                test(
                        "scaled channels",
                        in -> ElementwiseOps.square(StyleOps.scaleChannels(in.get(0), in.get(1))),
                        image,
                        style),
                test(
                        "channel dots",
                        in -> ElementwiseOps.square(StyleOps.channelDots(in.get(0), in.get(1))),
                        image,
                        image),
                test(
                        "added noise",
                        in -> ElementwiseOps.square(StyleOps.addNoise(in.get(0), noise, in.get(1))),
                        image,
                        new long[] {3}),
                test(
                        "adaptive instance norm",
                        in -> ElementwiseOps.square(NormOps.adaptiveInstanceNorm(in.get(0), in.get(1), in.get(2), 0.1)),
                        image,
                        style,
                        style),
                test(
                        "modulated convolution",
                        in -> ElementwiseOps.square(
                                StyleOps.modulatedConv2d(in.get(0), in.get(1), in.get(2), same, false, false)),
                        image,
                        new long[] {2, 3, 3, 3},
                        style),
                test(
                        "demodulated convolution",
                        in -> ElementwiseOps.square(
                                StyleOps.modulatedConv2d(in.get(0), in.get(1), in.get(2), same, false, true)),
                        image,
                        new long[] {2, 3, 3, 3},
                        style),
                test(
                        "demodulated transposed convolution",
                        in -> ElementwiseOps.square(
                                StyleOps.modulatedConv2d(in.get(0), in.get(1), in.get(2), doubling, true, true)),
                        new long[] {2, 3, 2, 2},
                        new long[] {3, 2, 4, 4},
                        style));
    }

    @TestFactory
    Stream<DynamicTest> convolutions() {
        long[] image = {2, 3, 5, 5};
        long[] kernel = {2, 3, 3, 3};
        long[] small = {2, 3, 3, 3};
        long[] transposed = {3, 2, 4, 4};
        ConvolutionOps.Geometry plain = new ConvolutionOps.Geometry(1, 0);
        ConvolutionOps.Geometry padded = new ConvolutionOps.Geometry(2, 1);
        return Stream.of(
                test("conv2d", in -> ConvolutionOps.conv2d(in.get(0), in.get(1), plain), image, kernel),
                test("conv2d, stride 2", in -> ConvolutionOps.conv2d(in.get(0), in.get(1), padded), image, kernel),
                test(
                        "conv2d, stride that leaves a rest",
                        in -> ConvolutionOps.conv2d(in.get(0), in.get(1), new ConvolutionOps.Geometry(2, 0)),
                        new long[] {1, 1, 6, 6},
                        new long[] {2, 1, 3, 3}),
                test(
                        "conv2d, padding and a rest",
                        in -> ConvolutionOps.conv2d(in.get(0), in.get(1), new ConvolutionOps.Geometry(2, 1)),
                        new long[] {1, 1, 5, 6},
                        new long[] {2, 1, 4, 3}),
                test(
                        "conv2d, a rest that only padding has",
                        in -> ConvolutionOps.conv2d(in.get(0), in.get(1), new ConvolutionOps.Geometry(3, 1)),
                        new long[] {1, 1, 5, 5},
                        new long[] {1, 1, 2, 2}),
                test(
                        "transposed conv2d",
                        in -> ConvolutionOps.convTranspose2d(in.get(0), in.get(1), padded),
                        small,
                        transposed),
                test(
                        "transposed conv2d of a conv2d",
                        in -> ConvolutionOps.convTranspose2d(
                                ConvolutionOps.conv2d(in.get(0), in.get(1), padded), in.get(2), padded),
                        image,
                        kernel,
                        new long[] {2, 1, 4, 4}));
    }

    /** The gradient penalty of a convolutional critic: two convolutions with stride 2 and a dense layer. */
    @TestFactory
    Stream<DynamicTest> gradientPenaltyOfAConvolutionalCritic() {
        ConvolutionOps.Geometry halving = new ConvolutionOps.Geometry(2, 1);
        return Stream.of(DynamicTest.dynamicTest("‖∇x D(x)‖²", () -> {
            List<Tensor> parameters = inputs(
                    7,
                    new long[] {3, 2, 4, 4},
                    new long[] {3},
                    new long[] {4, 3, 4, 4},
                    new long[] {16, 1},
                    new long[] {1});
            Tensor x = inputs(8, new long[] {2, 2, 8, 8}).get(0);
            // Small weights: where tanh saturates, the difference of two penalties has no digits left.
            check(
                    large -> {
                        List<Tensor> p = large.stream()
                                .map(w -> ElementwiseOps.scale(w, 0.25))
                                .toList();
                        Tensor first = ConvolutionOps.addBias(ConvolutionOps.conv2d(x, p.get(0), halving), p.get(1));
                        Tensor second = ConvolutionOps.conv2d(ActivationOps.leakyRelu(first, 0.2), p.get(2), halving);
                        Tensor flat = ViewOps.reshape(ActivationOps.tanh(second), 2, 16);
                        Tensor logits = MatrixOps.linear(flat, p.get(3), p.get(4));
                        return ReductionOps.sum(
                                ElementwiseOps.square(Autograd.grad(ReductionOps.sum(logits), List.of(x), true)
                                        .get(0)));
                    },
                    parameters);
        }));
    }

    /** The derivative d/dθ of ‖∇x D(x)‖², as a gradient penalty needs it. */
    @TestFactory
    Stream<DynamicTest> gradientPenaltyOfAnMlpCritic() {
        return Stream.of(DynamicTest.dynamicTest("‖∇x D(x)‖²", () -> {
            List<Tensor> parameters = inputs(5, new long[] {4, 6}, new long[] {6}, new long[] {6, 1}, new long[] {1});
            Tensor x = inputs(6, new long[] {3, 4}).get(0);
            check(p -> penalty(x, p), parameters);
        }));
    }

    private static Tensor penalty(Tensor x, List<Tensor> p) {
        Tensor hidden = ActivationOps.tanh(MatrixOps.linear(x, p.get(0), p.get(1)));
        Tensor logits = MatrixOps.linear(hidden, p.get(2), p.get(3));
        Tensor gradient =
                Autograd.grad(ReductionOps.sum(logits), List.of(x), true).get(0);
        return ReductionOps.sum(ElementwiseOps.square(gradient));
    }

    private static DynamicTest test(String name, GradientCheck.Function2 f, long[]... shapes) {
        return DynamicTest.dynamicTest(name, () -> check(f, inputs(1, shapes)));
    }
}
