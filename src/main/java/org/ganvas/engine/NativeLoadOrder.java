package org.ganvas.engine;

import java.util.Locale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.openblas.presets.openblas_nolapack.SetNumThreads;
import org.nd4j.common.config.ND4JSystemProperties;

/**
 * Keeps the start of the native libraries from locking up with JavaFX, whose render thread loads natives of its own
 * whenever it first needs them.
 *
 * <p>On Linux every dlopen takes the loader's lock and then, to list what it has opened, the lock of that list. JavaCPP
 * takes them the other way round in one place: it looks a symbol up, and if the process does not show it, walks the list
 * with dl_iterate_phdr and calls dlopen on each entry. If another thread is between its two locks at that moment, neither
 * goes on for ever. So no symbol may be looked up in vain:
 *
 * <ul>
 *   <li>ND4J asks for ten symbols of OpenBLAS. They are found at once if the library is opened for all to see before.
 *   <li>{@code blas_set_num_threads} asks for three of MKL, which is not there. ND4J calls it while it describes the
 *       machine to a log that nobody reads, so that is switched off, and here OpenBLAS's own function is called.
 * </ul>
 *
 * <p>The measurement {@code bench.LockOrder} counts the calls of dlopen inside of dl_iterate_phdr: none is left.
 */
final class NativeLoadOrder {

    private NativeLoadOrder() {}

    /** Before anything else of ND4J is touched. */
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

    /** The number of threads that matrix products compute with. */
    static void setBlasThreads(int count) {
        Pointer function = Loader.addressof("openblas_set_num_threads");
        if (function == null) {
            openblas_nolapack.blas_set_num_threads(count);
        } else {
            new BlasThreads().put(function).call(count);
        }
    }

    /** Opens the constructor to this package. */
    private static final class BlasThreads extends SetNumThreads {}
}
