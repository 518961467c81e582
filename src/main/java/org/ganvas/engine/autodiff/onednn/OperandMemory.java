package org.ganvas.engine.autodiff.onednn;

import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** One array of a computation: its memory in C order, and scratch memory in the layout that the library works in. */
final class OperandMemory {

    /** How many sides with scratch memory a computation can have. */
    static final int COUNT = 3;

    private final int which;
    private final dnnl_memory plain;
    private final dnnl_memory inner;
    private final long innerBytes;
    private final @Nullable dnnl_primitive reorder;
    private final @Nullable dnnl_exec_arg_t reorderArguments;

    /**
     * @param which index of the side's scratch memory
     * @param cOrder layout of the caller's array
     * @param wanted layout of the computation
     * @param read whether the computation reads the array; else it writes it
     */
    OperandMemory(NativeHandles handles, int which, dnnl_memory_desc cOrder, dnnl_memory_desc wanted, boolean read) {
        this.which = which;
        plain = handles.memory(cOrder);
        if (dnnl.dnnl_memory_desc_equal(cOrder, wanted) != 0) {
            inner = plain;
            innerBytes = 0;
            reorder = null;
            reorderArguments = null;
            return;
        }
        inner = handles.memory(wanted);
        innerBytes = dnnl.dnnl_memory_desc_get_size(wanted);
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.require(dnnl.dnnl_reorder_primitive_desc_create(
                description, read ? cOrder : wanted, OneDnn.engine(), read ? wanted : cOrder, OneDnn.engine(), null));
        reorder = handles.primitive(description);
        dnnl_exec_arg_t arguments = new dnnl_exec_arg_t(2);
        arguments.position(0).arg(dnnl.DNNL_ARG_FROM).memory(read ? plain : inner);
        arguments.position(1).arg(dnnl.DNNL_ARG_TO).memory(read ? inner : plain);
        reorderArguments = arguments.position(0);
    }

    dnnl_memory inner() {
        return inner;
    }

    void set(Pointer array, Workspace workspace) {
        OneDnn.require(dnnl.dnnl_memory_set_data_handle(plain, array));
        if (reorder != null) {
            OneDnn.require(dnnl.dnnl_memory_set_data_handle(inner, workspace.scratch(which, innerBytes)));
        }
    }

    /** Copies between the layouts where they differ. */
    void move(Workspace workspace) {
        if (reorder != null) {
            OneDnn.require(dnnl.dnnl_primitive_execute(reorder, workspace.stream(), 2, reorderArguments));
        }
    }
}
