package org.ganvas.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchSamplerTest {

    @Test
    void anEpochHasEveryImageOnce() {
        assertArrayEquals(new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, counts(new BatchSampler(1, 12), 12, 0, 3, 4));
        assertArrayEquals(new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, counts(new BatchSampler(1, 12), 12, 3, 3, 4));
    }

    @Test
    void theRemainderOfAnEpochIsDroppedAndDiffersBetweenEpochs() {
        BatchSampler sampler = new BatchSampler(1, 14);
        int[] first = counts(sampler, 14, 0, 3, 4);
        int[] second = counts(sampler, 14, 3, 3, 4);

        assertEquals(3, sampler.stepsPerEpoch(4));
        assertEquals(12, Arrays.stream(first).sum());
        assertEquals(1, Arrays.stream(first).max().orElseThrow());
        assertEquals(1, Arrays.stream(second).max().orElseThrow());
        assertFalse(Arrays.equals(first, second), "the same images were dropped twice");
    }

    @Test
    void aStepDoesNotDependOnEarlierRequests() {
        BatchSampler straight = new BatchSampler(5, 1000);
        for (long step = 0; step < 100; step++) {
            assertArrayEquals(new BatchSampler(5, 1000).indices(step, 64), straight.indices(step, 64), "step " + step);
        }
        int[] before = straight.indices(3, 64);
        straight.indices(1_000_000_000_000L, 64);
        assertArrayEquals(before, straight.indices(3, 64));
    }

    /** Saved projects depend on this order. */
    @Test
    void theOrderIsReproducible() {
        assertArrayEquals(new int[] {4344, 10591, 45337, 44641, 18093}, new BatchSampler(1, 60_000).indices(14_000, 5));
    }

    @Test
    void epochsAndSeedsAreShuffledDifferently() {
        BatchSampler sampler = new BatchSampler(1, 1000);
        int[] first = sampler.indices(0, 1000).clone();

        assertFalse(Arrays.equals(first, sampler.indices(1, 1000)));
        assertFalse(Arrays.equals(first, new BatchSampler(2, 1000).indices(0, 1000)));
        assertFalse(Arrays.equals(first, IntStream.range(0, 1000).toArray()));
    }

    @Test
    void everyImageIsEquallyLikelyAtEveryPosition() {
        BatchSampler sampler = new BatchSampler(9, 5);
        int[][] hits = new int[5][5];
        for (int epoch = 0; epoch < 10_000; epoch++) {
            int[] order = sampler.indices(epoch, 5);
            for (int place = 0; place < 5; place++) {
                hits[place][order[place]]++;
            }
        }

        for (int[] place : hits) {
            for (int hit : place) {
                assertEquals(2000, hit, 200, Arrays.toString(place));
            }
        }
    }

    @Test
    void aBatchLargerThanTheDatasetUsesWholeShuffles() {
        BatchSampler sampler = new BatchSampler(1, 3);

        assertEquals(1, sampler.stepsPerEpoch(7));
        assertArrayEquals(new int[] {7, 7, 7}, counts(sampler, 3, 0, 3, 7));
        int[] one = counts(sampler, 3, 0, 1, 7);
        assertTrue(Arrays.stream(one).allMatch(count -> count == 2 || count == 3), Arrays.toString(one));
        assertArrayEquals(sampler.indices(2, 7), new BatchSampler(1, 3).indices(2, 7));
    }

    @Test
    void theCallerMayModifyTheBatch() {
        BatchSampler sampler = new BatchSampler(1, 12);
        int[] batch = sampler.indices(0, 4);
        int[] copy = batch.clone();
        Arrays.fill(batch, -1);

        assertArrayEquals(copy, sampler.indices(0, 4));
    }

    @Test
    void invalidRequestsAreRefused() {
        BatchSampler sampler = new BatchSampler(1, 12);

        assertThrows(IllegalArgumentException.class, () -> sampler.indices(-1, 4));
        assertThrows(IllegalArgumentException.class, () -> sampler.indices(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new BatchSampler(1, 0));
    }

    private static int[] counts(BatchSampler sampler, int size, long from, int steps, int batchSize) {
        int[] counts = new int[size];
        for (long step = from; step < from + steps; step++) {
            for (int index : sampler.indices(step, batchSize)) {
                counts[index]++;
            }
        }
        return counts;
    }
}
