package org.ganvas.engine.dl4j;

import static org.ganvas.engine.dl4j.UntrustedJsonObject.require;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ganvas.data.FileException;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Translation of Deeplearning4j's layers to this program's; unknown kinds and settings are refused by name. The inverse of
 * {@link Dl4jLayerWriter}. Pure functions.
 */
final class Dl4jLayerReader {

    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";

    private static final int MAX_UNITS = 1 << 24;
    private static final int MAX_FILTERS = 1 << 14;
    private static final int MAX_WINDOW = 64;

    /** Settings that are ignored: those of training, and those that select an implementation. */
    private static final Set<String> IGNORED = Set.of(
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

    /** Encoding of an array in the file. */
    enum Encoding {
        /** Numbers in C order. */
        PLAIN,
        /** A matrix in column-major order. */
        BY_COLUMNS,
        /** A variance as the decimal logarithm of its root. */
        LOG_DEVIATION,
        /** Not stored; all numbers are 0. */
        ABSENT
    }

    /**
     * Array of a layer, a contiguous block of the file.
     *
     * @param kind last part of the array's name in this program
     * @param encoding of the block
     * @param shape dimensions of the array in this program
     */
    record ArrayBlock(String kind, Encoding encoding, long... shape) {
        boolean stored() {
            return encoding != Encoding.ABSENT;
        }
    }

    /**
     * Translation of a layer.
     *
     * @param layer the layer here; null where there is only an activation or a dropout
     * @param arrayName name of the layer in its arrays' names, for example {@code dense}
     * @param arrays in the file's order
     */
    record TranslatedLayer(@Nullable LayerSpec layer, String arrayName, List<ArrayBlock> arrays) {}

    /** Deeplearning4j's name of a layer's kind. */
    static String kind(UntrustedJsonObject layer) throws IOException {
        return layer.type(LAYERS);
    }

    static TranslatedLayer read(UntrustedJsonObject layer, LayerShape in) throws IOException {
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
                throw new FileException(Message.of(
                        "engine.dl4j.unreadableLayer", layer.subject(), UntrustedJsonObject.printable(kind)));
        };
    }

    private static TranslatedLayer dense(UntrustedJsonObject layer, LayerShape in) throws IOException {
        layer.requireKnownFields(DENSE);
        layer.requireUnset("hasLayerNorm");
        int inputs = layer.integer("nin", 1, MAX_UNITS);
        int units = layer.integer("nout", 1, MAX_UNITS);
        requireInputs(layer, inputs, in.size());
        return new TranslatedLayer(
                new LayerSpec.Dense(units),
                "dense",
                List.of(
                        new ArrayBlock("weight", Encoding.BY_COLUMNS, inputs, units),
                        new ArrayBlock("bias", layer.bool("hasBias") ? Encoding.PLAIN : Encoding.ABSENT, units)));
    }

    private static TranslatedLayer conv(UntrustedJsonObject layer, LayerShape in) throws IOException {
        int kernel = window(layer, in, "kernelSize");
        int stride = window(layer, in, "stride");
        int filters = layer.integer("nout", 1, MAX_FILTERS);
        boolean bias = layer.bool("hasBias");
        int padding = isSameMode(layer)
                ? evenHalf(layer, samePadding(in.height(), kernel, stride), samePadding(in.width(), kernel, stride))
                : layer.squareSide("padding", 0, MAX_WINDOW);
        return new TranslatedLayer(
                new LayerSpec.Conv(filters, kernel, stride, padding, bias),
                "conv",
                biasFirst(
                        bias,
                        filters,
                        new ArrayBlock("weight", Encoding.PLAIN, filters, in.channels(), kernel, kernel)));
    }

    private static TranslatedLayer deconv(UntrustedJsonObject layer, LayerShape in) throws IOException {
        int kernel = window(layer, in, "kernelSize");
        int stride = window(layer, in, "stride");
        int filters = layer.integer("nout", 1, MAX_FILTERS);
        boolean bias = layer.bool("hasBias");
        int padding = isSameMode(layer)
                ? evenHalf(layer, kernel - stride, kernel - stride)
                : layer.squareSide("padding", 0, MAX_WINDOW);
        return new TranslatedLayer(
                new LayerSpec.ConvTranspose(filters, kernel, stride, padding, bias),
                "convTranspose",
                biasFirst(
                        bias,
                        filters,
                        new ArrayBlock("weight", Encoding.PLAIN, in.channels(), filters, kernel, kernel)));
    }

    /** A side of a convolution's window or stride, after a check of its other settings. */
    private static int window(UntrustedJsonObject layer, LayerShape in, String field) throws IOException {
        layer.requireKnownFields(WINDOW);
        layer.requireTextOrUnset("cnn2dDataFormat", "NCHW");
        require(
                !layer.has("dilation") || layer.squareSide("dilation", 0, MAX_WINDOW) == 1,
                Message.of("engine.dl4j.dilated", layer.subject()));
        requireInputs(layer, layer.integer("nin", 1, MAX_FILTERS), in.channels());
        return layer.squareSide(field, 1, MAX_WINDOW);
    }

    private static boolean isSameMode(UntrustedJsonObject layer) throws IOException {
        String mode = layer.text("convolutionMode");
        require(
                Set.of("Truncate", "Strict", "Same").contains(mode),
                Message.of(
                        "engine.dl4j.unreadableConvolutionMode", layer.subject(), UntrustedJsonObject.printable(mode)));
        return mode.equals("Same");
    }

    private static int samePadding(int side, int kernel, int stride) {
        int out = (side + stride - 1) / stride;
        return Math.max(0, (out - 1) * stride + kernel - side);
    }

    private static int evenHalf(UntrustedJsonObject layer, int rows, int columns) throws IOException {
        require(
                rows == columns && rows >= 0 && rows % 2 == 0,
                Message.of("engine.dl4j.unevenPadding", layer.subject()));
        return rows / 2;
    }

    private static List<ArrayBlock> biasFirst(boolean bias, int filters, ArrayBlock weight) {
        return bias ? List.of(new ArrayBlock("bias", Encoding.PLAIN, filters), weight) : List.of(weight);
    }

    private static TranslatedLayer norm(UntrustedJsonObject layer, LayerShape in) throws IOException {
        layer.requireKnownFields(NORM);
        layer.requireUnset("lockGammaBeta");
        layer.requireTextOrUnset("cnn2DFormat", "NCHW");
        int features = layer.integer("nout", 1, MAX_UNITS);
        requireInputs(layer, features, in.channels());
        double momentum = rounded(1 - layer.number("decay"));
        return new TranslatedLayer(
                new LayerSpec.BatchNorm(layer.number("eps"), momentum),
                "batchNorm",
                List.of(
                        new ArrayBlock("scale", Encoding.PLAIN, features),
                        new ArrayBlock("shift", Encoding.PLAIN, features),
                        new ArrayBlock("mean", Encoding.PLAIN, features),
                        new ArrayBlock(
                                "variance",
                                layer.bool("useLogStd") ? Encoding.LOG_DEVIATION : Encoding.PLAIN,
                                features)));
    }

    private static TranslatedLayer upsampling(UntrustedJsonObject layer) throws IOException {
        layer.requireKnownFields(UPSAMPLING);
        layer.requireTextOrUnset("format", "NCHW");
        int factor = layer.squareSide("size", 1, MAX_WINDOW);
        return weightless(new ResizeLayerSpec.Upsample(factor, ResizeLayerSpec.Interpolation.NEAREST));
    }

    private static TranslatedLayer pooling(UntrustedJsonObject layer) throws IOException {
        layer.requireKnownFields(POOLING);
        layer.requireTextOrUnset("cnn2dDataFormat", "NCHW");
        layer.requireTextOrUnset("poolingType", "AVG");
        int window = layer.squareSide("kernelSize", 1, MAX_WINDOW);
        boolean disjoint = layer.squareSide("stride", 1, MAX_WINDOW) == window
                && layer.squareSide("padding", 0, MAX_WINDOW) == 0
                && (!layer.has("dilation") || layer.squareSide("dilation", 0, MAX_WINDOW) == 1);
        require(disjoint && !isSameMode(layer), Message.of("engine.dl4j.unreadablePooling", layer.subject()));
        return weightless(new ResizeLayerSpec.AveragePool(window));
    }

    private static TranslatedLayer padding(UntrustedJsonObject layer) throws IOException {
        layer.requireKnownFields(PADDING);
        layer.requireTextOrUnset("dataFormat", "NCHW");
        return weightless(new ResizeLayerSpec.Pad(layer.equalIntegers("padding", 4, 0, MAX_WINDOW)));
    }

    private static TranslatedLayer weightless(LayerSpec layer) {
        return new TranslatedLayer(layer, "", List.of());
    }

    private static TranslatedLayer plain(UntrustedJsonObject layer) throws IOException {
        layer.requireKnownFields(PLAIN);
        return new TranslatedLayer(null, "", List.of());
    }

    private static void requireInputs(UntrustedJsonObject layer, int declared, int given) throws IOException {
        require(declared == given, Message.of("engine.dl4j.inputCount", layer.subject(), declared, given));
    }

    /** A share without the rounding error of 1 - 0.9. */
    static double rounded(double share) {
        return Math.rint(share * 1e12) / 1e12;
    }

    private static Set<String> known(String... more) {
        return Stream.concat(IGNORED.stream(), Stream.of(more)).collect(Collectors.toSet());
    }
}
