package org.ganvas.engine.autodiff.onednn;

import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.global.dnnl;

/** Descriptions of arrays and of what follows a computation. The caller frees them. */
final class MemoryLayouts {

    private MemoryLayouts() {}

    static dnnl_memory_desc of(int tag, long... shape) {
        dnnl_memory_desc description = new dnnl_memory_desc();
        OneDnn.require(dnnl.dnnl_memory_desc_create_with_tag(description, shape.length, shape, dnnl.dnnl_f32, tag));
        return description;
    }

    static void free(dnnl_memory_desc... descriptions) {
        for (dnnl_memory_desc description : descriptions) {
            OneDnn.require(dnnl.dnnl_memory_desc_destroy(description));
        }
    }

    /** Attributes that apply a leaky ReLU to the results; a slope of 1 leaves them as they are. */
    static dnnl_primitive_attr leaky(float slope) {
        dnnl_primitive_attr attributes = new dnnl_primitive_attr();
        OneDnn.require(dnnl.dnnl_primitive_attr_create(attributes));
        if (slope != 1) {
            dnnl_post_ops operations = new dnnl_post_ops();
            OneDnn.require(dnnl.dnnl_post_ops_create(operations));
            OneDnn.require(dnnl.dnnl_post_ops_append_eltwise(operations, dnnl.dnnl_eltwise_relu, slope, 0));
            OneDnn.require(dnnl.dnnl_primitive_attr_set_post_ops(attributes, operations));
            OneDnn.require(dnnl.dnnl_post_ops_destroy(operations));
        }
        return attributes;
    }
}
