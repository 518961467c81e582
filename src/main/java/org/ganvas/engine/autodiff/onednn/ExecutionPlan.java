package org.ganvas.engine.autodiff.onednn;

import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** A computation of fixed shapes, ready to run on any arrays. Belongs to the thread that made it. */
final class ExecutionPlan implements NativePlan {

    private final NativeHandles handles;
    private final dnnl_primitive primitive;
    private final List<OperandMemory> read;
    private final OperandMemory written;
    private final @Nullable dnnl_memory bias;
    private final dnnl_exec_arg_t arguments;
    private final int count;

    /**
     * @param roles the library's numbers of the read arrays, then of the written one
     * @param bias null where nothing is added
     */
    ExecutionPlan(
            NativeHandles handles,
            dnnl_primitive primitive,
            int[] roles,
            List<OperandMemory> read,
            OperandMemory written,
            @Nullable dnnl_memory bias) {
        this.handles = handles;
        this.primitive = primitive;
        this.read = read;
        this.written = written;
        this.bias = bias;
        count = read.size() + (bias == null ? 1 : 2);
        arguments = new dnnl_exec_arg_t(count);
        for (int i = 0; i < read.size(); i++) {
            arguments.position(i).arg(roles[i]).memory(read.get(i).inner());
        }
        arguments.position(read.size()).arg(roles[read.size()]).memory(written.inner());
        if (bias != null) {
            arguments.position(count - 1L).arg(dnnl.DNNL_ARG_BIAS).memory(bias);
        }
        arguments.position(0);
    }

    @Override
    public NativeHandles handles() {
        return handles;
    }

    /** Computes {@code out} from two arrays; each of their pointers may have its position off zero. */
    void run(Workspace workspace, LayoutArray first, LayoutArray second, @Nullable Pointer added, LayoutArray out) {
        read.get(0).open(first, workspace);
        read.get(1).open(second, workspace);
        written.open(out, workspace);
        if (bias != null) {
            OneDnn.require(dnnl.dnnl_memory_set_data_handle(bias, added));
        }
        OneDnn.require(dnnl.dnnl_primitive_execute(primitive, workspace.stream(), count, arguments));
        written.close(workspace);
    }
}
