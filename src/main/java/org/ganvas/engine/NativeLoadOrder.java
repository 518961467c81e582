package org.ganvas.engine;

import java.util.Locale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.openblas.presets.openblas_nolapack.SetNumThreads;
import org.nd4j.common.config.ND4JSystemProperties;

/**
 * Load order of the native libraries that avoids a deadlock with JavaFX, whose render thread loads libraries of its own
 * when it first needs them.
 *
 * <p>On Linux every dlopen takes the loader's lock and then the lock of the list of loaded libraries. JavaCPP takes them
 * in the opposite order in one place: it looks a symbol up, and if the process does not export it, walks the list with
 * dl_iterate_phdr and calls dlopen on each entry. If another thread is between its two locks at that moment, both threads
 * deadlock. So no lookup of a symbol may fail:
 *
 * <ul>
 *   <li>ND4J looks up ten symbols of OpenBLAS. They are found at once if the library has been opened globally before.
 *   <li>{@code blas_set_num_threads} looks up three of MKL, which is absent. ND4J calls it while it logs a description of
 *       the machine, so that log is switched off, and OpenBLAS's own function is called here.
 * </ul>
 *
 * <p>The benchmark {@code DlopenLockCount} counts the calls of dlopen inside dl_iterate_phdr, which must be 0.
 */
final class NativeLoadOrder {

    private NativeLoadOrder() {}

    /** Prepares loading; to be called before any other class of ND4J is used. */
    static void prepare() {
        System.setProperty(ND4JSystemProperties.LOG_INITIALIZATION, "false");
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
            Loader.load(openblas_nolapack.class);
            Loader.getLoadedLibraries().forEach((name, path) -> {
                if (name.startsWith("openblas")) {
                    Loader.loadGlobal(path);
                }
            });
        }
    }

    /** Sets the number of threads for matrix products. */
    static void setBlasThreads(int count) {
        Pointer function = Loader.addressof("openblas_set_num_threads");
        if (function == null) {
            openblas_nolapack.blas_set_num_threads(count);
        } else {
            new BlasThreads().put(function).call(count);
        }
    }

    /** Subclass for access to the protected constructor. */
    private static final class BlasThreads extends SetNumThreads {}
}
