package org.ganvas.session.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.ganvas.engine.NativeEngine;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {

    private static void assertThread(Thread thread, String name, int priority) {
        assertEquals(name, thread.getName());
        assertEquals(priority, thread.getPriority());
        assertTrue(thread.isDaemon());
    }

    private static Thread threadOf(Executor executor) {
        return CompletableFuture.supplyAsync(Thread::currentThread, executor)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void startedThreadsAreNamedDaemonsOfTheirPriority() {
        CountDownLatch end = new CountDownLatch(1);
        Runnable work = () -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        Thread normal = DaemonThreads.start("normal", work);
        Thread low = DaemonThreads.startLowPriority("low", work);
        assertThread(normal, "normal", Thread.NORM_PRIORITY);
        assertThread(low, "low", Thread.MIN_PRIORITY);
        DaemonThreads.join(normal, 1);
        assertTrue(normal.isAlive(), "joined before it ended, and that for ever");
        end.countDown();
        DaemonThreads.join(normal, 60_000);
        assertFalse(normal.isAlive());
    }

    @Test
    void singleExecutorsKeepTheirThread() {
        ExecutorService normal = DaemonThreads.single("normal");
        ExecutorService low = DaemonThreads.singleLowPriority("low");
        try {
            assertThread(threadOf(normal), "normal", Thread.NORM_PRIORITY);
            assertSame(threadOf(normal), threadOf(normal));
            assertThread(threadOf(low), "low", Thread.MIN_PRIORITY);
        } finally {
            normal.shutdown();
            low.shutdown();
        }
    }

    @Test
    void threadsBesideTrainingComputeWithOneNativeThread() {
        int before = NativeEngine.threads();
        NativeEngine.setThreads(before + 1);
        ExecutorService normal = DaemonThreads.single("normal");
        ExecutorService low = DaemonThreads.singleLowPriority("low");
        try {
            assertEquals(1, nativeThreadsOf(low));
            assertEquals(before + 1, nativeThreadsOf(normal));
            CompletableFuture<Integer> started = new CompletableFuture<>();
            DaemonThreads.startLowPriority("low", () -> started.complete(NativeEngine.threadsOfCaller()));
            assertEquals(1, started.orTimeout(60, TimeUnit.SECONDS).join());
        } finally {
            NativeEngine.setThreads(before);
            normal.shutdown();
            low.shutdown();
        }
    }

    private static int nativeThreadsOf(Executor executor) {
        return CompletableFuture.supplyAsync(NativeEngine::threadsOfCaller, executor)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void aThreadPerTaskIsAnotherOneEachTime() {
        Executor executor = DaemonThreads.perTask("task");
        Thread first = threadOf(executor);
        assertEquals("task", first.getName());
        assertTrue(first.isDaemon());
        assertNotSame(first, threadOf(executor));
    }
}
