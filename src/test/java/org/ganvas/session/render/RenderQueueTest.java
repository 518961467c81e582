package org.ganvas.session.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ganvas.data.ImageShape;
import org.ganvas.session.run.SampleGrid;
import org.junit.jupiter.api.Test;

final class RenderQueueTest {

    private static final SampleGrid GRID = new SampleGrid(new ImageShape(1, 1, 1), 1, 1, new float[1], new int[0], 0);

    private final RenderQueue queue = new RenderQueue();
    private final List<LatentRequest> drawn = new ArrayList<>();

    private static LatentRequest request(float value) {
        return new LatentRequest(List.of(new float[] {value}), List.of(0), true);
    }

    private SampleGrid draw(LatentRequest request) {
        drawn.add(request);
        return GRID;
    }

    @Test
    void rendersOneAtATimeInTheOrderOfTheRequests() {
        LatentRequest first = request(1);
        LatentRequest second = request(2);
        CompletableFuture<SampleGrid> one = queue.add(first);
        CompletableFuture<SampleGrid> two = queue.add(second);
        queue.renderNext(this::draw);
        assertSame(GRID, one.join());
        assertFalse(two.isDone());
        assertFalse(queue.isEmpty());
        queue.renderNext(this::draw);
        assertSame(GRID, two.join());
        assertEquals(List.of(first, second), drawn);
        queue.renderNext(this::draw);
        assertTrue(queue.isEmpty());
        assertEquals(2, drawn.size());
    }

    @Test
    void aCancelledRequestIsNotRendered() {
        queue.add(request(1)).cancel(false);
        queue.renderNext(this::draw);
        assertEquals(List.of(), drawn);
    }

    @Test
    void aRequestThatCannotBeRenderedFails() {
        CompletableFuture<SampleGrid> misfit = queue.add(request(1));
        queue.renderNext(request -> null);
        assertThrows(CompletionException.class, misfit::join);
        CompletableFuture<SampleGrid> unlucky = queue.add(request(1));
        queue.renderNext(request -> {
            throw new IllegalStateException("blown up");
        });
        assertEquals(
                "blown up",
                assertThrows(CompletionException.class, unlucky::join)
                        .getCause()
                        .getMessage());
        CompletableFuture<SampleGrid> late = queue.add(request(1));
        queue.rejectAll();
        assertThrows(CompletionException.class, late::join);
    }
}
