package org.ganvas.session;

import org.ganvas.engine.Engine;

/** How many native threads training may use. */
public final class EngineThreads {

    private EngineThreads() {}

    /**
     * One core less than there are, so that the screen keeps one; at most 4, because matrix products of this size gain
     * nothing beyond.
     */
    public static int automatic() {
        return Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() - 1));
    }

    /** Takes effect at once; at least 1. */
    public static void use(int count) {
        Engine.useThreads(count);
    }

    /** What the engine uses now. */
    public static int inUse() {
        return Engine.threads();
    }
}
