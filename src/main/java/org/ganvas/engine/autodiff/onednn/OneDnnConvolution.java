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
 * ...], and their gradients. The library chooses the layout that it works in, mostly {@link ChannelBlocks}; arrays that are
 * not there yet are copied. Works in the calling thread.
 */
public final class OneDnnConvolution {

    private OneDnnConvolution() {}

    /** What is computed. */
    enum Kind {
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
            ConvolutionShape shape,
            LayoutArray images,
            Pointer weight,
            @Nullable Pointer bias,
            float slope,
            LayoutArray maps) {
        run(new Key(Kind.FORWARD, shape, bias != null, slope), images, LayoutArray.of(weight), bias, maps);
    }

    /** Computes the gradient by the images, the transposed convolution. */
    public static void imageGradient(ConvolutionShape shape, LayoutArray maps, Pointer weight, LayoutArray images) {
        run(new Key(Kind.BY_IMAGES, shape, false, 1), maps, LayoutArray.of(weight), null, images);
    }

    /** Computes the gradient by the weight. */
    public static void weightGradient(ConvolutionShape shape, LayoutArray images, LayoutArray maps, Pointer weight) {
        run(new Key(Kind.BY_WEIGHT, shape, false, 1), images, maps, null, LayoutArray.of(weight));
    }

    /** Whether the library has nothing but its plain loops for a computation; for tests. */
    static boolean isByReference(Kind kind, ConvolutionShape shape) {
        dnnl_memory_desc bias = MemoryLayouts.of(dnnl.dnnl_a, shape.maps());
        dnnl_primitive_desc computation = description(new Key(kind, shape, false, 1), Arrays.of(shape), bias);
        boolean reference = OneDnn.isReference(computation);
        MemoryLayouts.free(bias);
        OneDnn.require(dnnl.dnnl_primitive_desc_destroy(computation));
        return reference;
    }

    private static void run(Key key, LayoutArray first, LayoutArray second, @Nullable Pointer bias, LayoutArray out) {
        Workspace workspace = Workspace.current();
        workspace.plan(key, OneDnnConvolution::plan).run(workspace, first, second, bias, out);
    }

    /** The library's numbers of a kind's arrays, and of the layouts that it wants for images, weight and maps. */
    private record Roles(int[] arguments, int images, int weight, int maps) {
        static Roles of(Kind kind) {
            return switch (kind) {
                case FORWARD ->
                    new Roles(
                            new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DST},
                            dnnl.dnnl_query_src_md,
                            dnnl.dnnl_query_weights_md,
                            dnnl.dnnl_query_dst_md);
                case BY_IMAGES ->
                    new Roles(
                            new int[] {dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DIFF_SRC},
                            dnnl.dnnl_query_diff_src_md,
                            dnnl.dnnl_query_weights_md,
                            dnnl.dnnl_query_diff_dst_md);
                case BY_WEIGHT ->
                    new Roles(
                            new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_WEIGHTS},
                            dnnl.dnnl_query_src_md,
                            dnnl.dnnl_query_diff_weights_md,
                            dnnl.dnnl_query_diff_dst_md);
            };
        }
    }

    /** Shapes of the three arrays. */
    private record Arrays(long[] images, long[] weight, long[] maps) {
        static Arrays of(ConvolutionShape s) {
            return new Arrays(
                    new long[] {s.batch(), s.channels(), s.height(), s.width()},
                    new long[] {
                        s.maps(), s.channels(), s.kernel().height(), s.kernel().width()
                    },
                    new long[] {s.batch(), s.maps(), s.mapHeight(), s.mapWidth()});
        }
    }

    private static ExecutionPlan plan(Key key) {
        Arrays shapes = Arrays.of(key.shape());
        Roles roles = Roles.of(key.kind());
        Kind kind = key.kind();
        dnnl_memory_desc bias = MemoryLayouts.of(dnnl.dnnl_a, key.shape().maps());
        dnnl_primitive_desc computation = description(key, shapes, bias);
        NativeHandles handles = new NativeHandles();
        OperandMemory images = side(handles, 0, shapes.images(), computation, roles.images(), kind != Kind.BY_IMAGES);
        OperandMemory weight = side(handles, 1, shapes.weight(), computation, roles.weight(), kind != Kind.BY_WEIGHT);
        OperandMemory maps = side(handles, 2, shapes.maps(), computation, roles.maps(), kind != Kind.FORWARD);
        dnnl_memory biasMemory = key.biased() ? handles.memory(bias) : null;
        MemoryLayouts.free(bias);
        List<OperandMemory> read = switch (kind) {
            case FORWARD -> List.of(images, weight);
            case BY_IMAGES -> List.of(maps, weight);
            case BY_WEIGHT -> List.of(images, maps);
        };
        OperandMemory written = switch (kind) {
            case FORWARD -> maps;
            case BY_IMAGES -> images;
            case BY_WEIGHT -> weight;
        };
        return new ExecutionPlan(handles, handles.primitive(computation), roles.arguments(), read, written, biasMemory);
    }

    private static OperandMemory side(
            NativeHandles handles, int which, long[] shape, dnnl_primitive_desc computation, int wanted, boolean read) {
        // For four dimensions the tags of images and of weights in C order are one.
        dnnl_memory_desc plain = MemoryLayouts.of(dnnl.dnnl_abcd, shape);
        OperandMemory side = new OperandMemory(
                handles, which, plain, dnnl.dnnl_primitive_desc_query_md(computation, wanted, 0), shape, read);
        MemoryLayouts.free(plain);
        return side;
    }

    /** The computation in blocks of channels where it has code of its own for them, else in the layout that it prefers. */
    private static dnnl_primitive_desc description(Key key, Arrays shapes, dnnl_memory_desc bias) {
        // Where it may choose, the library computes gradients by images of stride 2 in another layout, and 1.2 times as
        // long. But of much padding or long strides it knows some in its own layout alone, and takes many times as long
        // by its reference in any other.
        if (ChannelBlocks.fit(shapes.images()) && ChannelBlocks.fit(shapes.maps())) {
            dnnl_primitive_desc inBlocks = description(key, shapes, bias, true);
            if (!OneDnn.isReference(inBlocks)) {
                return inBlocks;
            }
            OneDnn.require(dnnl.dnnl_primitive_desc_destroy(inBlocks));
        }
        return description(key, shapes, bias, false);
    }

    private static dnnl_primitive_desc description(Key key, Arrays shapes, dnnl_memory_desc bias, boolean inBlocks) {
        dnnl_memory_desc images = layout(inBlocks, shapes.images());
        dnnl_memory_desc weight = MemoryLayouts.of(dnnl.dnnl_format_tag_any, shapes.weight());
        dnnl_memory_desc maps = layout(inBlocks, shapes.maps());
        long[] strides = {key.shape().stride(), key.shape().stride()};
        long[] dense = {0, 0};
        long[] padding = {key.shape().padding(), key.shape().padding()};
        dnnl_primitive_attr attributes = MemoryLayouts.leaky(key.slope());
        int direct = dnnl.dnnl_convolution_direct;
        var engine = OneDnn.engine();
        dnnl_primitive_desc forward = new dnnl_primitive_desc();
        OneDnn.require(dnnl.dnnl_convolution_forward_primitive_desc_create(
                forward,
                engine,
                dnnl.dnnl_forward_training,
                direct,
                images,
                weight,
                key.biased() ? bias : null,
                maps,
                strides,
                dense,
                padding,
                padding,
                attributes));
        dnnl_primitive_desc description =
                key.kind() == Kind.FORWARD ? forward : backward(key, images, weight, maps, forward);
        if (key.kind() != Kind.FORWARD) {
            OneDnn.require(dnnl.dnnl_primitive_desc_destroy(forward));
        }
        OneDnn.require(dnnl.dnnl_primitive_attr_destroy(attributes));
        MemoryLayouts.free(images, weight, maps);
        return description;
    }

    private static dnnl_memory_desc layout(boolean inBlocks, long[] shape) {
        return inBlocks ? ChannelBlocks.layout(shape) : MemoryLayouts.of(dnnl.dnnl_format_tag_any, shape);
    }

    private static dnnl_primitive_desc backward(
            Key key,
            dnnl_memory_desc images,
            dnnl_memory_desc weight,
            dnnl_memory_desc maps,
            dnnl_primitive_desc forward) {
        long[] strides = {key.shape().stride(), key.shape().stride()};
        long[] dense = {0, 0};
        long[] padding = {key.shape().padding(), key.shape().padding()};
        int direct = dnnl.dnnl_convolution_direct;
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        if (key.kind() == Kind.BY_IMAGES) {
            OneDnn.require(dnnl.dnnl_convolution_backward_data_primitive_desc_create(
                    description,
                    OneDnn.engine(),
                    direct,
                    images,
                    weight,
                    maps,
                    strides,
                    dense,
                    padding,
                    padding,
                    forward,
                    null));
        } else {
            OneDnn.require(dnnl.dnnl_convolution_backward_weights_primitive_desc_create(
                    description,
                    OneDnn.engine(),
                    direct,
                    images,
                    weight,
                    null,
                    maps,
                    strides,
                    dense,
                    padding,
                    padding,
                    forward,
                    null));
        }
        return description;
    }
}
