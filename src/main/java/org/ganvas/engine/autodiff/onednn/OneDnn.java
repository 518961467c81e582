package org.ganvas.engine.autodiff.onednn;

import java.util.Locale;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * The library oneDNN, in a newer version than ND4J's. Used on 64-bit Intel Linux alone: elsewhere its OpenMP is not the one
 * whose number of threads ND4J sets. Any thread.
 */
public final class OneDnn {

    /** System property that switches the library off, for measurements. */
    public static final String SWITCH = "ganvas.onednn";

    private static final System.Logger LOG = System.getLogger(OneDnn.class.getName());

    private static volatile @Nullable dnnl_engine engine;

    private OneDnn() {}

    /** Loads the library where it can be used; without it the callers of {@link #isAvailable} have other ways. */
    public static synchronized void load() {
        if (engine != null || !isSupported() || !Boolean.parseBoolean(System.getProperty(SWITCH, "true"))) {
            return;
        }
        try {
            Loader.load(dnnl.class);
            dnnl_engine created = new dnnl_engine();
            require(dnnl.dnnl_engine_create(created, dnnl.dnnl_cpu, 0));
            engine = created;
        } catch (LinkageError | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "oneDNN cannot be loaded; ND4J's operations serve.", e);
        }
    }

    private static boolean isSupported() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")
                && System.getProperty("os.arch", "").equals("amd64");
    }

    /** Whether the library is loaded. */
    public static boolean isAvailable() {
        return engine != null;
    }

    static dnnl_engine engine() {
        dnnl_engine created = engine;
        if (created == null) {
            throw new IllegalStateException("oneDNN is not loaded");
        }
        return created;
    }

    /** Checks the status that a function returned. */
    static void require(int status) {
        if (status != dnnl.dnnl_success) {
            throw new IllegalStateException("oneDNN failed with status " + status);
        }
    }

    /** Whether a computation is the library's plain loops, which serve any layout and are many times slower than its own code. */
    static boolean isReference(dnnl_primitive_desc description) {
        try (PointerPointer<BytePointer> name = new PointerPointer<>(1)) {
            require(dnnl.dnnl_primitive_desc_query(description, dnnl.dnnl_query_impl_info_str, 0, name));
            return name.get(BytePointer.class, 0).getString().startsWith("ref");
        }
    }
}
