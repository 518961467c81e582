package org.ganvas.engine.autodiff.onednn;

import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;

/**
 * The layout of images [batch, channels / block, height, width, block], in which the channels of a block are neighbours, as
 * many as a vector register holds. Convolutions work in it; element by element nothing changes. Works in the calling thread.
 */
public final class ChannelBlocks {

    private static final int WIDE_BLOCK = 16;
    private static final int NARROW_BLOCK = 8;

    private ChannelBlocks() {}

    private record Key(long batch, long channels, long height, long width, boolean toBlocks) {}

    /** Channels of a block on this processor; 0 without the library. */
    public static int size() {
        return OneDnn.isAvailable() ? Processor.BLOCK : 0;
    }

    /** Asked once, when the library is there. */
    private static final class Processor {
        static final int BLOCK =
                (dnnl.dnnl_get_effective_cpu_isa() & dnnl.dnnl_cpu_isa_avx512_core) == dnnl.dnnl_cpu_isa_avx512_core
                        ? WIDE_BLOCK
                        : NARROW_BLOCK;
    }

    /** Whether images of a shape have a layout of their own here: whole blocks, and more than one pixel. */
    public static boolean fit(long[] shape) {
        int block = size();
        return block > 0 && shape.length == 4 && shape[1] > 0 && shape[1] % block == 0 && shape[2] * shape[3] > 1;
    }

    /** Copies images from C order. */
    public static void fromPlain(long[] shape, Pointer plain, Pointer blocks) {
        copy(shape, true, plain, blocks);
    }

    /** Copies images to C order. */
    public static void toPlain(long[] shape, Pointer blocks, Pointer plain) {
        copy(shape, false, blocks, plain);
    }

    private static void copy(long[] shape, boolean toBlocks, Pointer from, Pointer to) {
        Workspace workspace = Workspace.current();
        Key key = new Key(shape[0], shape[1], shape[2], shape[3], toBlocks);
        workspace.plan(key, ChannelBlocks::plan).run(workspace, from, to);
    }

    private static LayoutCopy plan(Key key) {
        long[] shape = {key.batch(), key.channels(), key.height(), key.width()};
        dnnl_memory_desc plain = MemoryLayouts.of(dnnl.dnnl_abcd, shape);
        dnnl_memory_desc blocks = layout(shape);
        NativeHandles handles = new NativeHandles();
        LayoutCopy copy = key.toBlocks()
                ? new LayoutCopy(handles, handles.memory(plain), plain, handles.memory(blocks), blocks)
                : new LayoutCopy(handles, handles.memory(blocks), blocks, handles.memory(plain), plain);
        MemoryLayouts.free(plain, blocks);
        return copy;
    }

    /** Whether a layout that the library wants is this one. */
    static boolean are(dnnl_memory_desc wanted, long[] shape) {
        if (!fit(shape)) {
            return false;
        }
        dnnl_memory_desc blocks = layout(shape);
        boolean equal = dnnl.dnnl_memory_desc_equal(blocks, wanted) != 0;
        MemoryLayouts.free(blocks);
        return equal;
    }

    /** The layout of images of a shape; the caller frees it. */
    static dnnl_memory_desc layout(long... shape) {
        return MemoryLayouts.of(size() == WIDE_BLOCK ? dnnl.dnnl_aBcd16b : dnnl.dnnl_aBcd8b, shape);
    }
}
