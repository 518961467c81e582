package org.ganvas.engine.dl4j;

import static org.ganvas.engine.dl4j.UntrustedJson.require;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.spec.ResizeLayerSpec;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary from Deeplearning4j's layers to ours: a kind or a setting that has no line here is refused by name. The
 * way there is {@link Dl4jLayerWriter}. Pure functions; messages say what is wrong, without a full stop.
 */
final class Dl4jLayerReader {

    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";

    private static final int WIDEST = 1 << 24;
    private static final int MOST_FILTERS = 1 << 14;
    private static final int LARGEST_WINDOW = 64;

    /** What shapes training only, which the run here decides anew, or chooses among ways to the same result. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "@class",
            "layerName",
            "biasInit",
            "gainInit",
            "biasUpdater",
            "iupdater",
            "constraints",
            "weightInitFn",
            "weightNoise",
            "regularization",
            "regularizationBias",
            "gradientNormalization",
            "gradientNormalizationThreshold",
            "timeDistributedFormat",
            "cudnnAlgoMode",
            "cudnnAllowFallback",
            "cudnnFwdAlgo",
            "cudnnBwdDataAlgo",
            "cudnnBwdFilterAlgo",
            "lossFn");

    private static final Set<String> DENSE =
            known("nin", "nout", "hasBias", "hasLayerNorm", "activationFn", "idropout");
    private static final Set<String> WINDOW = known(
            "nin",
            "nout",
            "hasBias",
            "kernelSize",
            "stride",
            "padding",
            "dilation",
            "convolutionMode",
            "cnn2dDataFormat",
            "activationFn",
            "idropout");
    private static final Set<String> NORM = known(
            "nin",
            "nout",
            "eps",
            "decay",
            "gamma",
            "beta",
            "lockGammaBeta",
            "useLogStd",
            "minibatch",
            "cnn2DFormat",
            "activationFn",
            "idropout");
    private static final Set<String> PLAIN = known("nin", "nout", "activationFn", "idropout");

    private static final Set<String> UPSAMPLING = known("size", "format", "idropout");
    private static final Set<String> POOLING = known(
            "avgPoolIncludePadInDivisor",
            "cnn2dDataFormat",
            "convolutionMode",
            "dilation",
            "eps",
            "kernelSize",
            "padding",
            "pnorm",
            "poolingType",
            "stride",
            "idropout");
    private static final Set<String> PADDING = known("padding", "dataFormat", "idropout");

    private Dl4jLayerReader() {}

    /** How numbers stand in the file. */
    enum Encoding {
        /** In C order. */
        PLAIN,
        /** A matrix, column after column. */
        BY_COLUMNS,
        /** Of a variance the common logarithm of its root. */
        LOG_DEVIATION,
        /** Not at all: they are 0. */
        ABSENT
    }

    /**
     * Numbers that follow one another in the file and become one of our arrays.
     *
     * @param kind the last part of our array's name
     * @param form how they stand there
     * @param shape dimensions of our array
     */
    record ArrayBlock(String kind, Encoding form, long... shape) {
        boolean stored() {
            return form != Encoding.ABSENT;
        }
    }

    /**
     * What one of their layers is here.
     *
     * @param layer with weights or windows; null where there is only an activation or a dropout
     * @param arrayName what our arrays of that layer are called, for example {@code dense}
     * @param blocks its arrays, in the file's order
     */
    record TranslatedLayer(@Nullable LayerSpec layer, String arrayName, List<ArrayBlock> blocks) {}

    /** The kind of a layer, as Deeplearning4j calls it. */
    static String kind(UntrustedJson layer) throws IOException {
        return layer.type(LAYERS);
    }

    static TranslatedLayer read(UntrustedJson layer, LayerShape in) throws IOException {
        String kind = kind(layer);
        return switch (kind) {
            case "DenseLayer", "OutputLayer" -> dense(layer, in);
            case "ConvolutionLayer", "Convolution2D" -> conv(layer, in);
            case "Deconvolution2D" -> deconv(layer, in);
            case "BatchNormalization" -> norm(layer, in);
            case "ActivationLayer", "DropoutLayer" -> plain(layer);
            case "Upsampling2D" -> upsampling(layer);
            case "SubsamplingLayer" -> pooling(layer);
            case "ZeroPaddingLayer" -> padding(layer);
            default ->
                throw new IOException(
                        "%s is of the kind '%s', and only dense, output, convolution, deconvolution, batch normalisation, upsampling, average pooling, zero padding, activation and dropout layers can be read"
                                .formatted(layer.subject(), UntrustedJson.printable(kind)));
        };
    }

    private static TranslatedLayer dense(UntrustedJson layer, LayerShape in) throws IOException {
        layer.requireKnownFields(DENSE);
        layer.requireUnset("hasLayerNorm");
        int inputs = layer.integer("nin", 1, WIDEST);
        int units = layer.integer("nout", 1, WIDEST);
        requireInputs(layer, inputs, in.size());
        return new TranslatedLayer(
                new LayerSpec.Dense(units),
                "dense",
                List.of(
                        new ArrayBlock("weight", Encoding.BY_COLUMNS, inputs, units),
                        new ArrayBlock("bias", layer.bool("hasBias") ? Encoding.PLAIN : Encoding.ABSENT, units)));
    }

    private static TranslatedLayer conv(UntrustedJson layer, LayerShape in) throws IOException {
        int kernel = window(layer, in, "kernelSize");
        int stride = window(layer, in, "stride");
        int filters = layer.integer("nout", 1, MOST_FILTERS);
        boolean bias = layer.bool("hasBias");
        int padding = same(layer)
                ? half(layer, samePadding(in.height(), kernel, stride), samePadding(in.width(), kernel, stride))
                : layer.squareSide("padding", 0, LARGEST_WINDOW);
        return new TranslatedLayer(
                new LayerSpec.Conv(filters, kernel, stride, padding, bias),
                "conv",
                biasFirst(bias, filters, new ArrayBlock("weight", Encoding.PLAIN, filters, in.channels(), kernel, kernel)));
    }

    private static TranslatedLayer deconv(UntrustedJson layer, LayerShape in) throws IOException {
        int kernel = window(layer, in, "kernelSize");
        int stride = window(layer, in, "stride");
        int filters = layer.integer("nout", 1, MOST_FILTERS);
        boolean bias = layer.bool("hasBias");
        int padding = same(layer)
                ? half(layer, kernel - stride, kernel - stride)
                : layer.squareSide("padding", 0, LARGEST_WINDOW);
        return new TranslatedLayer(
                new LayerSpec.ConvTranspose(filters, kernel, stride, padding, bias),
                "convTranspose",
                biasFirst(bias, filters, new ArrayBlock("weight", Encoding.PLAIN, in.channels(), filters, kernel, kernel)));
    }

    private static int window(UntrustedJson layer, LayerShape in, String field) throws IOException {
        layer.requireKnownFields(WINDOW);
        layer.requireTextOrUnset("cnn2dDataFormat", "NCHW");
        require(
                !layer.has("dilation") || layer.squareSide("dilation", 0, LARGEST_WINDOW) == 1,
                "%s is dilated, which cannot be read".formatted(layer.subject()));
        requireInputs(layer, layer.integer("nin", 1, MOST_FILTERS), in.channels());
        return layer.squareSide(field, 1, LARGEST_WINDOW);
    }

    private static boolean same(UntrustedJson layer) throws IOException {
        String mode = layer.text("convolutionMode");
        require(
                Set.of("Truncate", "Strict", "Same").contains(mode),
                "%s has the convolution mode '%s', which cannot be read"
                        .formatted(layer.subject(), UntrustedJson.printable(mode)));
        return mode.equals("Same");
    }

    private static int samePadding(int side, int kernel, int stride) {
        int out = (side + stride - 1) / stride;
        return Math.max(0, (out - 1) * stride + kernel - side);
    }

    private static int half(UntrustedJson layer, int rows, int columns) throws IOException {
        require(
                rows == columns && rows >= 0 && rows % 2 == 0,
                "%s has the convolution mode Same with more padding on one side than on the other, which cannot be read"
                        .formatted(layer.subject()));
        return rows / 2;
    }

    private static List<ArrayBlock> biasFirst(boolean bias, int filters, ArrayBlock weight) {
        return bias ? List.of(new ArrayBlock("bias", Encoding.PLAIN, filters), weight) : List.of(weight);
    }

    private static TranslatedLayer norm(UntrustedJson layer, LayerShape in) throws IOException {
        layer.requireKnownFields(NORM);
        layer.requireUnset("lockGammaBeta");
        layer.requireTextOrUnset("cnn2DFormat", "NCHW");
        int features = layer.integer("nout", 1, WIDEST);
        requireInputs(layer, features, in.channels());
        double momentum = rounded(1 - layer.number("decay"));
        return new TranslatedLayer(
                new LayerSpec.BatchNorm(layer.number("eps"), momentum),
                "batchNorm",
                List.of(
                        new ArrayBlock("scale", Encoding.PLAIN, features),
                        new ArrayBlock("shift", Encoding.PLAIN, features),
                        new ArrayBlock("mean", Encoding.PLAIN, features),
                        new ArrayBlock("variance", layer.bool("useLogStd") ? Encoding.LOG_DEVIATION : Encoding.PLAIN, features)));
    }

    private static TranslatedLayer upsampling(UntrustedJson layer) throws IOException {
        layer.requireKnownFields(UPSAMPLING);
        layer.requireTextOrUnset("format", "NCHW");
        int factor = layer.squareSide("size", 1, LARGEST_WINDOW);
        return without(new ResizeLayerSpec.Upsample(factor, ResizeLayerSpec.Interpolation.NEAREST));
    }

    private static TranslatedLayer pooling(UntrustedJson layer) throws IOException {
        layer.requireKnownFields(POOLING);
        layer.requireTextOrUnset("cnn2dDataFormat", "NCHW");
        layer.requireTextOrUnset("poolingType", "AVG");
        int window = layer.squareSide("kernelSize", 1, LARGEST_WINDOW);
        boolean apart = layer.squareSide("stride", 1, LARGEST_WINDOW) == window
                && layer.squareSide("padding", 0, LARGEST_WINDOW) == 0
                && (!layer.has("dilation") || layer.squareSide("dilation", 0, LARGEST_WINDOW) == 1);
        require(
                apart && !same(layer),
                "%s pools windows that overlap or reach over the border, which cannot be read"
                        .formatted(layer.subject()));
        return without(new ResizeLayerSpec.AveragePool(window));
    }

    private static TranslatedLayer padding(UntrustedJson layer) throws IOException {
        layer.requireKnownFields(PADDING);
        layer.requireTextOrUnset("dataFormat", "NCHW");
        return without(new ResizeLayerSpec.Pad(layer.equalIntegers("padding", 4, 0, LARGEST_WINDOW)));
    }

    private static TranslatedLayer without(LayerSpec layer) {
        return new TranslatedLayer(layer, "", List.of());
    }

    private static TranslatedLayer plain(UntrustedJson layer) throws IOException {
        layer.requireKnownFields(PLAIN);
        return new TranslatedLayer(null, "", List.of());
    }

    private static void requireInputs(UntrustedJson layer, int declared, int given) throws IOException {
        require(
                declared == given,
                "%s takes %d numbers or channels, but is given %d".formatted(layer.subject(), declared, given));
    }

    /** 1 - 0.9 as people mean it. */
    static double rounded(double share) {
        return Math.rint(share * 1e12) / 1e12;
    }

    private static Set<String> known(String... more) {
        return Stream.concat(WITHOUT_EFFECT.stream(), Stream.of(more)).collect(Collectors.toSet());
    }
}
