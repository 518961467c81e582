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

    private final RenderQueue commissions = new RenderQueue();
    private final List<LatentRequest> drawn = new ArrayList<>();

    private static LatentRequest request(float value) {
        return new LatentRequest(List.of(new float[] {value}), List.of(0), true);
    }

    private SampleGrid draw(LatentRequest request) {
        drawn.add(request);
        return GRID;
    }

    @Test
    void oneAtATimeInTheOrderInWhichTheyCame() {
        LatentRequest first = request(1);
        LatentRequest second = request(2);
        CompletableFuture<SampleGrid> one = commissions.add(first);
        CompletableFuture<SampleGrid> two = commissions.add(second);
        commissions.renderNext(this::draw);
        assertSame(GRID, one.join());
        assertFalse(two.isDone());
        assertFalse(commissions.isEmpty());
        commissions.renderNext(this::draw);
        assertSame(GRID, two.join());
        assertEquals(List.of(first, second), drawn);
        commissions.renderNext(this::draw);
        assertTrue(commissions.isEmpty());
        assertEquals(2, drawn.size());
    }

    @Test
    void whatNobodyWantsAnyMoreIsNotDrawn() {
        commissions.add(request(1)).cancel(false);
        commissions.renderNext(this::draw);
        assertEquals(List.of(), drawn);
    }

    @Test
    void whoCannotBeServedHearsOfIt() {
        CompletableFuture<SampleGrid> misfit = commissions.add(request(1));
        commissions.renderNext(request -> null);
        assertThrows(CompletionException.class, misfit::join);
        CompletableFuture<SampleGrid> unlucky = commissions.add(request(1));
        commissions.renderNext(request -> {
            throw new IllegalStateException("blown up");
        });
        assertEquals(
                "blown up",
                assertThrows(CompletionException.class, unlucky::join)
                        .getCause()
                        .getMessage());
        CompletableFuture<SampleGrid> late = commissions.add(request(1));
        commissions.rejectAll();
        assertThrows(CompletionException.class, late::join);
    }
}
