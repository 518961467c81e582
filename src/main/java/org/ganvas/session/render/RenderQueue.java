package org.ganvas.session.render;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** Pictures that were asked for once, in order. Added from any thread, drawn on the {@code explore} thread. */
final class RenderQueue {

    private final Queue<Commission> waiting = new ConcurrentLinkedQueue<>();

    private record Commission(LatentRequest request, CompletableFuture<SampleGrid> drawn) {}

    CompletableFuture<SampleGrid> add(LatentRequest request) {
        Commission commission = new Commission(request, new CompletableFuture<>());
        waiting.add(commission);
        return commission.drawn();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /**
     * Draws one, so that what is in the hand need not wait for all.
     *
     * @param canvas draws; null for a request that is not of its generator
     */
    void drawNext(Function<LatentRequest, @Nullable SampleGrid> canvas) {
        Commission next = waiting.poll();
        if (next == null || next.drawn().isDone()) {
            return;
        }
        try {
            SampleGrid drawn = canvas.apply(next.request());
            if (drawn == null) {
                refuse(next);
            } else {
                next.drawn().complete(drawn);
            }
        } catch (RuntimeException | Error e) {
            next.drawn().completeExceptionally(e);
        }
    }

    /** Nothing will be drawn any more. */
    void refuse() {
        for (Commission next = waiting.poll(); next != null; next = waiting.poll()) {
            refuse(next);
        }
    }

    private static void refuse(Commission commission) {
        commission.drawn().completeExceptionally(new IllegalStateException("There is no generator for these latents."));
    }
}
