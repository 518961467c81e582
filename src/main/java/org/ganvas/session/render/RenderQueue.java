package org.ganvas.session.render;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** Queue of latents to render once, in order. Added from any thread, rendered on the {@code explore} thread. */
final class RenderQueue {

    private final Queue<Job> waiting = new ConcurrentLinkedQueue<>();

    private record Job(LatentRequest request, CompletableFuture<SampleGrid> answer) {}

    CompletableFuture<SampleGrid> add(LatentRequest request) {
        Job job = new Job(request, new CompletableFuture<>());
        waiting.add(job);
        return job.answer();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /**
     * Renders one job, so that the current latents need not wait for all.
     *
     * @param renderer returns null for latents that do not fit its generator
     */
    void renderNext(Function<LatentRequest, @Nullable SampleGrid> renderer) {
        Job next = waiting.poll();
        if (next == null || next.answer().isDone()) {
            return;
        }
        try {
            SampleGrid images = renderer.apply(next.request());
            if (images == null) {
                reject(next);
            } else {
                next.answer().complete(images);
            }
        } catch (RuntimeException | Error e) {
            next.answer().completeExceptionally(e);
        }
    }

    /** Completes all waiting jobs exceptionally, because the renderer ends. */
    void rejectAll() {
        for (Job next = waiting.poll(); next != null; next = waiting.poll()) {
            reject(next);
        }
    }

    private static void reject(Job job) {
        job.answer().completeExceptionally(new IllegalStateException("There is no generator for these latents."));
    }
}
