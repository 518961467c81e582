package org.ganvas.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class NativeEngineTest {

    private final int before = NativeEngine.threads();

    @BeforeEach
    void start() {
        NativeEngine.start();
    }

    @AfterEach
    void restore() {
        NativeEngine.setThreads(before);
    }

    @Test
    void computingThreadUsesTheNumberOfThreadsThatWasSet() {
        NativeEngine.setThreads(3);
        assertEquals(3, onAThreadOfItsOwn(NativeEngineTest::openMpThreadsInARound));
        NativeEngine.setThreads(1);
        assertEquals(1, onAThreadOfItsOwn(NativeEngineTest::openMpThreadsInARound));
    }

    @Test
    void computingThreadFollowsAChangedNumber() {
        NativeEngine.setThreads(1);
        assertEquals(1, openMpThreadsInARound());
        NativeEngine.setThreads(2);
        assertEquals(2, openMpThreadsInARound());
    }

    @Test
    void threadThatComputesOutsideOfARoundUsesTheNumberToo() {
        NativeEngine.setThreads(2);
        assertEquals(2, onAThreadOfItsOwn(NativeEngineTest::openMpThreadsAfterATensor));
        NativeEngine.setThreads(1);
        assertEquals(1, onAThreadOfItsOwn(NativeEngineTest::openMpThreadsAfterATensor));
    }

    @Test
    void threadThatWorksBesideTrainingUsesOneOnly() {
        NativeEngine.setThreads(3);
        assertEquals(1, onAThreadOfItsOwn(() -> {
            NativeEngine.useOneThread();
            return openMpThreadsAfterATensor();
        }));
    }

    @Test
    void blasOfDeeplearning4jLeavesTheNumberOfThreadsAlone() {
        openblas_nolapack.blas_set_num_threads(3);
        Nd4j.factory().createBlas();
        assertEquals(3, openblas_nolapack.blas_get_num_threads());
    }

    @Test
    void refusesZeroThreads() {
        assertThrows(IllegalArgumentException.class, () -> NativeEngine.setThreads(0));
    }

    private static int openMpThreadsInARound() {
        try (TensorArena arena = new TensorArena();
                TensorArena.Round round = arena.open()) {
            return NativeEngine.openMpThreads();
        }
    }

    private static int openMpThreadsAfterATensor() {
        Tensor.of(new float[1], 1);
        return NativeEngine.openMpThreads();
    }

    private static <T> T onAThreadOfItsOwn(Supplier<T> work) {
        Executor own = task -> new Thread(task).start();
        return CompletableFuture.supplyAsync(work, own).join();
    }
}
