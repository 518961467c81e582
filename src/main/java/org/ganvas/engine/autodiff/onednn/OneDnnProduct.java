package org.ganvas.engine.autodiff.onednn;

import java.util.List;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** Matrix products. Faster than OpenBLAS where one matrix has few rows, because it copies less. Works in the calling thread. */
public final class OneDnnProduct {

    private OneDnnProduct() {}

    /**
     * Sizes of a product of [m, k] and [k, n].
     *
     * @param m rows of the result
     * @param n columns of the result
     * @param k numbers in each sum
     * @param transposeLeft whether the left matrix lies in memory as [k, m]
     * @param transposeRight whether the right matrix lies in memory as [n, k]
     */
    public record Shape(long m, long n, long k, boolean transposeLeft, boolean transposeRight) {}

    private record Key(Shape shape, boolean biased, float slope) {}

    /**
     * Computes a product, and a leaky ReLU of it.
     *
     * @param bias one number per column; null for none
     * @param slope of the leaky ReLU; 1 for none
     */
    public static void multiply(
            Shape shape, Pointer left, Pointer right, @Nullable Pointer bias, float slope, Pointer out) {
        Workspace workspace = Workspace.current();
        workspace
                .plan(new Key(shape, bias != null, slope), OneDnnProduct::plan)
                .run(workspace, LayoutArray.of(left), LayoutArray.of(right), bias, LayoutArray.of(out));
    }

    private static ExecutionPlan plan(Key key) {
        Shape s = key.shape();
        dnnl_memory_desc left = MemoryLayouts.of(s.transposeLeft() ? dnnl.dnnl_ba : dnnl.dnnl_ab, s.m(), s.k());
        dnnl_memory_desc right = MemoryLayouts.of(s.transposeRight() ? dnnl.dnnl_ba : dnnl.dnnl_ab, s.k(), s.n());
        dnnl_memory_desc out = MemoryLayouts.of(dnnl.dnnl_ab, s.m(), s.n());
        dnnl_memory_desc bias = MemoryLayouts.of(dnnl.dnnl_ab, 1, s.n());
        dnnl_primitive_attr attributes = MemoryLayouts.leaky(key.slope());
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.require(dnnl.dnnl_matmul_primitive_desc_create(
                description, OneDnn.engine(), left, right, key.biased() ? bias : null, out, attributes));
        NativeHandles handles = new NativeHandles();
        OperandMemory leftSide = new OperandMemory(handles, 0, left, left, new long[] {s.m(), s.k()}, true);
        OperandMemory rightSide = new OperandMemory(handles, 1, right, right, new long[] {s.k(), s.n()}, true);
        OperandMemory outSide = new OperandMemory(handles, 2, out, out, new long[] {s.m(), s.n()}, false);
        dnnl_memory biasMemory = key.biased() ? handles.memory(bias) : null;
        OneDnn.require(dnnl.dnnl_primitive_attr_destroy(attributes));
        MemoryLayouts.free(left, right, out, bias);
        return new ExecutionPlan(
                handles,
                handles.primitive(description),
                new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DST},
                List.of(leftSide, rightSide),
                outSide,
                biasMemory);
    }
}
