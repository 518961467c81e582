package org.ganvas.session.background;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One slot in which the newest message wins: a slow screen drops images, never steps. Written by one thread, taken by
 * another; neither ever waits.
 */
public final class LatestValueMailbox<T> {

    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();

    /** Puts a message in, in place of one that was not taken. */
    public void put(T message) {
        slot.set(message);
    }

    /** Takes the message out; null if there is none. */
    public @Nullable T take() {
        return slot.getAndSet(null);
    }
}
