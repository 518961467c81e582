package org.ganvas.engine.autodiff.onednn;

import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;

/**
 * Element-wise functions of two arrays of floats, by the library's own loops and threads. A call costs some microseconds, so
 * they are for long arrays. Works in the calling thread.
 */
public final class OneDnnElementwise {

    /** Length from which the library is faster than a loop in Java. */
    private static final long LEAST_LENGTH = 1 << 14;

    private OneDnnElementwise() {}

    /** An element-wise function of two arrays. */
    public enum Function {
        ADD(dnnl.dnnl_binary_add),
        SUBTRACT(dnnl.dnnl_binary_sub),
        MULTIPLY(dnnl.dnnl_binary_mul),
        /** The first array, times the slope of a leaky ReLU where the second is not positive. */
        LEAKY_GRADIENT(dnnl.dnnl_eltwise_relu_use_dst_for_bwd);

        private final int algorithm;

        Function(int algorithm) {
            this.algorithm = algorithm;
        }
    }

    private record Key(Function function, long length, float slope) {}

    /** Whether a function of arrays of a length is faster here than in Java. */
    public static boolean isFaster(long length) {
        return length >= LEAST_LENGTH && OneDnn.isAvailable();
    }

    /**
     * Computes a function.
     *
     * @param slope of the leaky ReLU; any number for other functions
     */
    public static void run(Function function, long length, float slope, Pointer left, Pointer right, Pointer out) {
        Workspace workspace = Workspace.current();
        ExecutionPlan plan = workspace.plan(new Key(function, length, slope), OneDnnElementwise::plan);
        plan.run(workspace, LayoutArray.of(left), LayoutArray.of(right), null, LayoutArray.of(out));
    }

    private static ExecutionPlan plan(Key key) {
        boolean gradient = key.function() == Function.LEAKY_GRADIENT;
        long[] shape = {key.length()};
        dnnl_memory_desc array = MemoryLayouts.of(dnnl.dnnl_a, shape);
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        if (gradient) {
            describeGradient(key, array, description);
        } else {
            OneDnn.require(dnnl.dnnl_binary_primitive_desc_create(
                    description, OneDnn.engine(), key.function().algorithm, array, array, array, (dnnl_primitive_attr)
                            null));
        }
        NativeHandles handles = new NativeHandles();
        List<OperandMemory> read = List.of(
                new OperandMemory(handles, 0, array, array, shape, true),
                new OperandMemory(handles, 1, array, array, shape, true));
        OperandMemory written = new OperandMemory(handles, 2, array, array, shape, false);
        MemoryLayouts.free(array);
        int[] roles = gradient
                ? new int[] {dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DST, dnnl.DNNL_ARG_DIFF_SRC}
                : new int[] {dnnl.DNNL_ARG_SRC_0, dnnl.DNNL_ARG_SRC_1, dnnl.DNNL_ARG_DST};
        return new ExecutionPlan(handles, handles.primitive(description), roles, read, written, null);
    }

    private static void describeGradient(Key key, dnnl_memory_desc array, dnnl_primitive_desc description) {
        int algorithm = key.function().algorithm;
        dnnl_primitive_desc forward = new dnnl_primitive_desc();
        OneDnn.require(dnnl.dnnl_eltwise_forward_primitive_desc_create(
                forward, OneDnn.engine(), dnnl.dnnl_forward_training, algorithm, array, array, key.slope(), 0, null));
        OneDnn.require(dnnl.dnnl_eltwise_backward_primitive_desc_create(
                description, OneDnn.engine(), algorithm, array, array, array, key.slope(), 0, forward, null));
        OneDnn.require(dnnl.dnnl_primitive_desc_destroy(forward));
    }
}
