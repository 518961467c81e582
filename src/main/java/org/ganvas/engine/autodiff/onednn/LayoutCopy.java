package org.ganvas.engine.autodiff.onednn;

import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;

/** A copy of an array of fixed shape from one layout to another. Belongs to the thread that made it. */
final class LayoutCopy implements NativePlan {

    private static final int ARGUMENTS = 2;

    private final NativeHandles handles;
    private final dnnl_memory source;
    private final dnnl_memory target;
    private final dnnl_primitive reorder;
    private final dnnl_exec_arg_t arguments = new dnnl_exec_arg_t(ARGUMENTS);

    LayoutCopy(
            NativeHandles handles,
            dnnl_memory source,
            dnnl_memory_desc sourceLayout,
            dnnl_memory target,
            dnnl_memory_desc targetLayout) {
        this.handles = handles;
        this.source = source;
        this.target = target;
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.require(dnnl.dnnl_reorder_primitive_desc_create(
                description, sourceLayout, OneDnn.engine(), targetLayout, OneDnn.engine(), null));
        reorder = handles.primitive(description);
        arguments.position(0).arg(dnnl.DNNL_ARG_FROM).memory(source);
        arguments.position(1).arg(dnnl.DNNL_ARG_TO).memory(target);
        arguments.position(0);
    }

    @Override
    public NativeHandles handles() {
        return handles;
    }

    void run(Workspace workspace, Pointer from, Pointer to) {
        OneDnn.require(dnnl.dnnl_memory_set_data_handle(source, from));
        OneDnn.require(dnnl.dnnl_memory_set_data_handle(target, to));
        run(workspace);
    }

    /** Copies between the memories as they are set. */
    void run(Workspace workspace) {
        OneDnn.require(dnnl.dnnl_primitive_execute(reorder, workspace.stream(), ARGUMENTS, arguments));
    }
}
