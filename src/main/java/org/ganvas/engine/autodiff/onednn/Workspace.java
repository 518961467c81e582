package org.ganvas.engine.autodiff.onednn;

import java.lang.ref.Cleaner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;

/**
 * What one thread needs to call the library: a stream, scratch memory, and plans, because making one takes milliseconds.
 * The native memory is freed some time after the thread has ended.
 */
final class Workspace {

    /** Plans that a thread keeps; the one that was not used for longest goes first. */
    private static final int MOST_PLANS = 256;

    /** Bytes of a cache line, to which scratch memory is aligned. */
    private static final int LINE = 64;

    private static final Cleaner CLEANER = Cleaner.create();
    private static final ThreadLocal<Workspace> CURRENT = ThreadLocal.withInitial(Workspace::new);

    private final dnnl_stream stream = new dnnl_stream();
    private final FloatPointer[] scratch = new FloatPointer[OperandMemory.COUNT];
    private final Map<Object, NativePlan> plans = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, NativePlan> eldest) {
            return size() > MOST_PLANS;
        }
    };

    private Workspace() {
        OneDnn.require(dnnl.dnnl_stream_create(stream, OneDnn.engine(), dnnl.dnnl_stream_default_flags));
        dnnl_stream freed = stream;
        CLEANER.register(this, () -> dnnl.dnnl_stream_destroy(freed));
    }

    static Workspace current() {
        return CURRENT.get();
    }

    dnnl_stream stream() {
        return stream;
    }

    /** The plan of a key, made at the first use; keys of one class have plans of one class. */
    @SuppressWarnings("unchecked")
    <K, P extends NativePlan> P plan(K key, Function<K, P> factory) {
        P plan = (P) plans.get(key);
        if (plan == null) {
            plan = factory.apply(key);
            CLEANER.register(plan, plan.handles());
            plans.put(key, plan);
        }
        return plan;
    }

    /** Scratch memory of at least some bytes, shared by all plans. */
    FloatPointer scratch(int which, long bytes) {
        FloatPointer memory = scratch[which];
        if (memory == null || memory.limit() - memory.position() < bytes / Float.BYTES) {
            memory = new FloatPointer(bytes / Float.BYTES + LINE / Float.BYTES);
            long off = memory.address() % LINE;
            memory.position(off == 0 ? 0 : (LINE - off) / Float.BYTES);
            scratch[which] = memory;
        }
        return memory;
    }
}
