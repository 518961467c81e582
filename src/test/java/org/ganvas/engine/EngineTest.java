package org.ganvas.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.ganvas.engine.autodiff.Arena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineTest {

    private final int before = Engine.threads();

    @BeforeEach
    void start() {
        Engine.start();
    }

    @AfterEach
    void restore() {
        Engine.useThreads(before);
    }

    @Test
    void threadsThatComputeTakeTheNumberThatWasSet() {
        Engine.useThreads(3);
        assertEquals(3, onAThreadOfItsOwn(EngineTest::openMpThreadsInARound));
        Engine.useThreads(1);
        assertEquals(1, onAThreadOfItsOwn(EngineTest::openMpThreadsInARound));
    }

    @Test
    void aThreadThatComputesAlreadyTakesANewNumber() {
        Engine.useThreads(1);
        assertEquals(1, openMpThreadsInARound());
        Engine.useThreads(2);
        assertEquals(2, openMpThreadsInARound());
    }

    @Test
    void refusesNoThreads() {
        assertThrows(IllegalArgumentException.class, () -> Engine.useThreads(0));
    }

    private static int openMpThreadsInARound() {
        try (Arena arena = new Arena();
                Arena.Round round = arena.open()) {
            return Engine.openMpThreads();
        }
    }

    private static <T> T onAThreadOfItsOwn(Supplier<T> work) {
        Executor own = task -> new Thread(task).start();
        return CompletableFuture.supplyAsync(work, own).join();
    }
}
