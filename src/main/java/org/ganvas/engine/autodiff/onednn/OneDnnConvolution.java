package org.ganvas.engine.autodiff.onednn;

import java.util.List;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Convolutions of images [batch, channels, height, width] by a weight [maps, channels, kernel, kernel] to maps [batch, maps,
 * ...], and their gradients. The library chooses the layout that it works in, in blocks of channels; copying into it and
 * back is a few per cent of the time. Works in the calling thread.
 */
public final class OneDnnConvolution {

    private OneDnnConvolution() {}

    private enum Kind {
        FORWARD,
        BY_IMAGES,
        BY_WEIGHT
    }

    private record Key(Kind kind, ConvolutionShape shape, boolean biased, float slope) {}

    /**
     * Computes maps from images, and a leaky ReLU of them.
     *
     * @param bias one number per map; null for none
     * @param slope of the leaky ReLU; 1 for none
     */
    public static void forward(
            ConvolutionShape shape, Pointer images, Pointer weight, @Nullable Pointer bias, float slope, Pointer maps) {
        run(new Key(Kind.FORWARD, shape, bias != null, slope), images, weight, bias, maps);
    }

    /** Computes the gradient by the images, the transposed convolution. */
    public static void imageGradient(ConvolutionShape shape, Pointer maps, Pointer weight, Pointer images) {
        run(new Key(Kind.BY_IMAGES, shape, false, 1), maps, weight, null, images);
    }

    /** Computes the gradient by the weight. */
    public static void weightGradient(ConvolutionShape shape, Pointer images, Pointer maps, Pointer weight) {
        run(new Key(Kind.BY_WEIGHT, shape, false, 1), images, maps, null, weight);
    }

    private static void run(Key key, Pointer first, Pointer second, @Nullable Pointer bias, Pointer out) {
        Workspace workspace = Workspace.current();
        workspace.plan(key, OneDnnConvolution::plan).run(workspace, first, second, bias, out);
    }

    private static Plan plan(Key key) {
        ConvolutionShape s = key.shape();
        long[] image = {s.batch(), s.channels(), s.height(), s.width()};
        long[] kernel = {s.maps(), s.channels(), s.kernel().height(), s.kernel().width()};
        long[] map = {s.batch(), s.maps(), s.mapHeight(), s.mapWidth()};
        dnnl_memory_desc plainImages = Layouts.of(dnnl.dnnl_nchw, image);
        dnnl_memory_desc plainWeight = Layouts.of(dnnl.dnnl_oihw, kernel);
        dnnl_memory_desc plainMaps = Layouts.of(dnnl.dnnl_nchw, map);
        dnnl_memory_desc bias = Layouts.of(dnnl.dnnl_a, s.maps());
        dnnl_primitive_desc computation = description(key, image, kernel, map, bias);
        NativeHandles handles = new NativeHandles();
        Side images = new Side(
                handles,
                0,
                plainImages,
                wanted(computation, key.kind() == Kind.BY_IMAGES ? dnnl.dnnl_query_diff_src_md : dnnl.dnnl_query_src_md),
                key.kind() != Kind.BY_IMAGES);
        Side weight = new Side(
                handles,
                1,
                plainWeight,
                wanted(
                        computation,
                        key.kind() == Kind.BY_WEIGHT ? dnnl.dnnl_query_diff_weights_md : dnnl.dnnl_query_weights_md),
                key.kind() != Kind.BY_WEIGHT);
        Side maps = new Side(
                handles,
                2,
                plainMaps,
                wanted(computation, key.kind() == Kind.FORWARD ? dnnl.dnnl_query_dst_md : dnnl.dnnl_query_diff_dst_md),
                key.kind() != Kind.FORWARD);
        dnnl_memory biasMemory = key.biased() ? handles.memory(bias) : null;
        Layouts.free(plainImages, plainWeight, plainMaps, bias);
        var primitive = handles.primitive(computation);
        return switch (key.kind()) {
            case FORWARD ->
                new Plan(
                        handles,
                        primitive,
                        new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DST},
                        List.of(images, weight),
                        maps,
                        biasMemory);
            case BY_IMAGES ->
                new Plan(
                        handles,
                        primitive,
                        new int[] {dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DIFF_SRC},
                        List.of(maps, weight),
                        images,
                        null);
            case BY_WEIGHT ->
                new Plan(
                        handles,
                        primitive,
                        new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_WEIGHTS},
                        List.of(images, maps),
                        weight,
                        null);
        };
    }

    private static dnnl_memory_desc wanted(dnnl_primitive_desc computation, int what) {
        return dnnl.dnnl_primitive_desc_query_md(computation, what, 0);
    }

    private static dnnl_primitive_desc description(
            Key key, long[] image, long[] kernel, long[] map, dnnl_memory_desc bias) {
        dnnl_memory_desc images = Layouts.of(dnnl.dnnl_format_tag_any, image);
        dnnl_memory_desc weight = Layouts.of(dnnl.dnnl_format_tag_any, kernel);
        dnnl_memory_desc maps = Layouts.of(dnnl.dnnl_format_tag_any, map);
        long[] strides = {key.shape().stride(), key.shape().stride()};
        long[] dilation = {0, 0};
        long[] padding = {key.shape().padding(), key.shape().padding()};
        dnnl_primitive_attr attributes = Layouts.leaky(key.slope());
        int direct = dnnl.dnnl_convolution_direct;
        dnnl_primitive_desc forward = new dnnl_primitive_desc();
        OneDnn.require(dnnl.dnnl_convolution_forward_primitive_desc_create(
                forward,
                OneDnn.engine(),
                dnnl.dnnl_forward_training,
                direct,
                images,
                weight,
                key.biased() ? bias : null,
                maps,
                strides,
                dilation,
                padding,
                padding,
                attributes));
        dnnl_primitive_desc description = forward;
        if (key.kind() != Kind.FORWARD) {
            description = new dnnl_primitive_desc();
            OneDnn.require(
                    key.kind() == Kind.BY_IMAGES
                            ? dnnl.dnnl_convolution_backward_data_primitive_desc_create(
                                    description,
                                    OneDnn.engine(),
                                    direct,
                                    images,
                                    weight,
                                    maps,
                                    strides,
                                    dilation,
                                    padding,
                                    padding,
                                    forward,
                                    null)
                            : dnnl.dnnl_convolution_backward_weights_primitive_desc_create(
                                    description,
                                    OneDnn.engine(),
                                    direct,
                                    images,
                                    weight,
                                    null,
                                    maps,
                                    strides,
                                    dilation,
                                    padding,
                                    padding,
                                    forward,
                                    null));
            OneDnn.require(dnnl.dnnl_primitive_desc_destroy(forward));
        }
        OneDnn.require(dnnl.dnnl_primitive_attr_destroy(attributes));
        Layouts.free(images, weight, maps);
        return description;
    }
}
