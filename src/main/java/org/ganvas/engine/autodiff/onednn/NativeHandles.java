package org.ganvas.engine.autodiff.onednn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** Objects of the library that are freed together, once, when their user is no longer reachable. */
final class NativeHandles implements Runnable {

    private final List<dnnl_primitive> primitives = new ArrayList<>();
    private final List<dnnl_memory> memories = new ArrayList<>();

    /** A primitive of a description, which is freed. */
    dnnl_primitive primitive(dnnl_primitive_desc description) {
        dnnl_primitive primitive = new dnnl_primitive();
        OneDnn.require(dnnl.dnnl_primitive_create(primitive, description));
        primitives.add(primitive);
        OneDnn.require(dnnl.dnnl_primitive_desc_destroy(description));
        return primitive;
    }

    /** A memory object without memory yet. */
    dnnl_memory memory(dnnl_memory_desc description) {
        dnnl_memory memory = new dnnl_memory();
        OneDnn.require(dnnl.dnnl_memory_create(memory, description, OneDnn.engine(), (@Nullable Pointer) null));
        memories.add(memory);
        return memory;
    }

    @Override
    public void run() {
        primitives.forEach(dnnl::dnnl_primitive_destroy);
        memories.forEach(dnnl::dnnl_memory_destroy);
        primitives.clear();
        memories.clear();
    }
}
