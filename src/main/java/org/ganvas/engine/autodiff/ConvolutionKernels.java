package org.ganvas.engine.autodiff;

import org.bytedeco.javacpp.Pointer;
import org.ganvas.engine.autodiff.ConvolutionOps.Geometry;
import org.ganvas.engine.autodiff.onednn.ConvolutionShape;
import org.ganvas.engine.autodiff.onednn.OneDnn;
import org.ganvas.engine.autodiff.onednn.OneDnnConvolution;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The one place that convolves, with the fastest code for each shape as measured: {@link OneDnnConvolution} where it is
 * available, {@link Im2ColConvolution} for few channels, ND4J's operations otherwise. Images are [batch, channels, height,
 * width], weights [maps, channels, kernel, kernel]. Belongs to the calling thread.
 */
final class ConvolutionKernels {

    private static final int NCHW = 0;
    private static final int PYTORCH_WEIGHTS = 1;

    /** Whether ND4J's natives of this processor convolve by oneDNN; without it they are two to four times slower than products. */
    private static final boolean ND4J_IS_FAST =
            !System.getProperty("os.arch", "").equals("aarch64");

    private ConvolutionKernels() {}

    /** Computes maps from images. */
    static void forward(Tensor images, Tensor weight, Geometry geometry, Tensor maps) {
        if (isNarrow(weight, geometry)) {
            Tensor mirrored = mirrored(weight);
            Im2ColConvolution.of(maps, mirrored, geometry.mirrored(weight)).backward(images, mirrored, maps);
        } else if (usesOneDnn(weight)) {
            OneDnnConvolution.forward(
                    shape(images, weight, geometry), images.values(), address(weight), null, 1, maps.values());
        } else if (usesProducts(weight)) {
            Im2ColConvolution.of(images, weight, geometry).forward(images, weight, maps);
        } else {
            run("conv2d", weight, geometry, new Tensor[] {images, weight}, maps);
        }
    }

    /** Computes images from maps, the gradient of {@link #forward} by its images. */
    static void imageGradient(Tensor maps, Tensor weight, Geometry geometry, Tensor images) {
        if (isNarrow(weight, geometry)) {
            Tensor mirrored = mirrored(weight);
            forward(maps, mirrored, geometry.mirrored(weight), images);
        } else if (usesProducts(weight)) {
            Im2ColConvolution.of(images, weight, geometry).backward(maps, weight, images);
        } else if (usesOneDnn(weight)) {
            OneDnnConvolution.imageGradient(
                    shape(images, weight, geometry), maps.values(), address(weight), images.values());
        } else {
            run("deconv2d", weight, geometry, new Tensor[] {maps, weight}, images);
        }
    }

    /** Whether a bias and a leaky ReLU can join {@link #forward}. */
    static boolean joinsMore(Tensor weight, Geometry geometry) {
        return usesOneDnn(weight) && !isNarrow(weight, geometry);
    }

    /** Maps that are computed from images when they are read. */
    static PendingResult.Joinable pending(Tensor images, Tensor weight, Geometry geometry, long... mapShape) {
        ConvolutionShape shape = shape(images, weight, geometry);
        return new PendingResult.Joinable(
                (out, bias, slope) -> OneDnnConvolution.forward(
                        shape, images.values(), address(weight), bias == null ? null : address(bias), slope, out),
                null,
                weight.type(),
                mapShape);
    }

    /** Computes the gradient of {@link #forward} by its weight. */
    static void weightGradient(Tensor images, Tensor maps, Geometry geometry, Tensor weight) {
        if (usesOneDnn(weight) && isNarrow(weight, geometry)) {
            Tensor exchanged =
                    Tensor.empty(weight.type(), weight.size(1), weight.size(0), weight.size(2), weight.size(3));
            weightGradient(maps, images, geometry.mirrored(weight), exchanged);
            weight.storage().copyFrom(mirrored(exchanged).storage(), 0, 0, weight.length());
        } else if (usesOneDnn(weight)) {
            OneDnnConvolution.weightGradient(
                    shape(images, weight, geometry), images.values(), maps.values(), address(weight));
        } else if (weight.type() == DataType.FLOAT) {
            // ND4J computes both gradients, and one of them in vain.
            Im2ColConvolution.of(images, weight, geometry).weightGradient(images, maps, weight);
        } else {
            Tensor unused = ElementwiseOps.emptyLike(images);
            run("conv2d_bp", weight, geometry, new Tensor[] {images, weight, maps}, unused, weight);
        }
    }

    /** Whether one operation computes the gradients by image and weight faster than two. */
    static boolean jointIsFaster(Tensor weight, Geometry geometry) {
        return !isNarrow(weight, geometry) && !usesProducts(weight) && !usesOneDnn(weight);
    }

    /**
     * Computes both gradients by one of ND4J's operations.
     *
     * @param name of the operation, for a convolution or a transposed one
     */
    static void jointGradients(String name, Tensor[] inputs, Geometry geometry, Tensor byInput, Tensor byWeight) {
        run(name, byWeight, geometry, inputs, byInput, byWeight);
    }

    private static boolean usesProducts(Tensor weight) {
        return Im2ColConvolution.isFaster(weight) || weight.type() == DataType.FLOAT && !ND4J_IS_FAST;
    }

    private static boolean usesOneDnn(Tensor weight) {
        return weight.type() == DataType.FLOAT && OneDnn.isAvailable();
    }

    /** Whether few maps are computed from many channels, window by window: with mirrored weights the roles are exchanged. */
    private static boolean isNarrow(Tensor weight, Geometry geometry) {
        long window = weight.size(2) * weight.size(3);
        return weight.type() == DataType.FLOAT
                && geometry.stride() == 1
                && window > 1
                && weight.size(2) == weight.size(3)
                && geometry.padding() < weight.size(2)
                && weight.size(0) * window <= Im2ColConvolution.MOST_ROWS
                && weight.size(1) > weight.size(0);
    }

    /** The weight with both sides of its window mirrored and maps and channels exchanged. */
    private static Tensor mirrored(Tensor weight) {
        int maps = (int) weight.size(0);
        int channels = (int) weight.size(1);
        int window = (int) (weight.size(2) * weight.size(3));
        float[] from = weight.toFloats();
        float[] to = new float[from.length];
        for (int m = 0; m < maps; m++) {
            for (int c = 0; c < channels; c++) {
                for (int i = 0; i < window; i++) {
                    to[(c * maps + m) * window + i] = from[(m * channels + c) * window + window - 1 - i];
                }
            }
        }
        return Tensor.of(to, channels, maps, weight.size(2), weight.size(3));
    }

    private static ConvolutionShape shape(Tensor images, Tensor weight, Geometry geometry) {
        return new ConvolutionShape(
                images.size(0),
                images.size(1),
                images.size(2),
                images.size(3),
                weight.size(0),
                new ConvolutionShape.Kernel(weight.size(2), weight.size(3)),
                geometry.stride(),
                geometry.padding());
    }

    private static Pointer address(Tensor tensor) {
        return tensor.storage().address().position(0);
    }

    private static void run(String name, Tensor weight, Geometry geometry, Tensor[] inputs, Tensor... outputs) {
        INDArray[] in = new INDArray[inputs.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = inputs[i].array();
        }
        INDArray[] out = new INDArray[outputs.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = outputs[i].array();
        }
        int kernelHeight = (int) weight.size(2);
        int kernelWidth = (int) weight.size(3);
        int stride = geometry.stride();
        int padding = geometry.padding();
        OpRecorder.custom(
                name,
                in,
                out,
                kernelHeight,
                kernelWidth,
                stride,
                stride,
                padding,
                padding,
                1,
                1,
                0,
                NCHW,
                PYTORCH_WEIGHTS);
    }
}
