package org.ganvas.session.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LatestValueMailboxTest {

    @Test
    void takeGivesEachMessageOnce() {
        LatestValueMailbox<String> box = new LatestValueMailbox<>();
        assertNull(box.take());
        box.put("a");
        assertEquals("a", box.take());
        assertNull(box.take());
    }

    @Test
    void putReplacesAMessageThatWasNotTaken() {
        LatestValueMailbox<String> box = new LatestValueMailbox<>();
        box.put("old");
        box.put("new");
        assertEquals("new", box.take());
        assertNull(box.take());
    }

    @Test
    void aReaderOnAnotherThreadSeesThemInOrderAndNeverMissesTheLast() {
        LatestValueMailbox<Integer> box = new LatestValueMailbox<>();
        int messages = 100_000;
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= messages; i++) {
                box.put(i);
            }
        });
        List<Integer> seen = new ArrayList<>();
        while (seen.isEmpty() || seen.get(seen.size() - 1) < messages) {
            Integer message = box.take();
            if (message != null) {
                assertTrue(seen.isEmpty() || message > seen.get(seen.size() - 1), "out of order: " + message);
                seen.add(message);
            } else {
                Thread.onSpinWait();
            }
        }
        writer.join();
        assertNull(box.take());
    }
}
