package org.ganvas.engine.autodiff.onednn;

import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * One array of a computation in the layout that the library works in: the caller's memory where it has that layout, else
 * scratch memory that is copied from or to memory in C order.
 */
final class OperandMemory {

    /** How many sides with scratch memory a computation can have. */
    static final int COUNT = 3;

    private final int which;
    private final boolean read;
    private final dnnl_memory plain;
    private final dnnl_memory inner;
    private final long innerBytes;
    private final boolean inBlocks;
    private final @Nullable LayoutCopy copy;
    private boolean copies;

    /**
     * @param which index of the side's scratch memory
     * @param cOrder layout of the caller's array
     * @param wanted layout of the computation
     * @param shape of the array
     * @param read whether the computation reads the array; else it writes it
     */
    OperandMemory(
            NativeHandles handles,
            int which,
            dnnl_memory_desc cOrder,
            dnnl_memory_desc wanted,
            long[] shape,
            boolean read) {
        this.which = which;
        this.read = read;
        plain = handles.memory(cOrder);
        if (dnnl.dnnl_memory_desc_equal(cOrder, wanted) != 0) {
            inner = plain;
            innerBytes = 0;
            inBlocks = false;
            copy = null;
            return;
        }
        inner = handles.memory(wanted);
        innerBytes = dnnl.dnnl_memory_desc_get_size(wanted);
        inBlocks = ChannelBlocks.are(wanted, shape);
        copy = read
                ? new LayoutCopy(handles, plain, cOrder, inner, wanted)
                : new LayoutCopy(handles, inner, wanted, plain, cOrder);
    }

    dnnl_memory inner() {
        return inner;
    }

    /** Chooses the memory for the next run; what is read is copied here where it must be. */
    void open(LayoutArray array, Workspace workspace) {
        Pointer blocks = !inBlocks ? null : read ? array.blocks() : array.resultBlocks();
        copies = copy != null && blocks == null;
        if (blocks != null) {
            OneDnn.require(dnnl.dnnl_memory_set_data_handle(inner, blocks));
            return;
        }
        OneDnn.require(dnnl.dnnl_memory_set_data_handle(plain, array.plain()));
        if (copy != null) {
            OneDnn.require(dnnl.dnnl_memory_set_data_handle(inner, workspace.scratch(which, innerBytes)));
            if (read) {
                copy.run(workspace);
            }
        }
    }

    /** Copies what was written where it must be. */
    void close(Workspace workspace) {
        if (copies && copy != null) {
            copy.run(workspace);
        }
    }
}
