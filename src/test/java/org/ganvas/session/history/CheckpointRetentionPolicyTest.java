package org.ganvas.session.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointRetentionPolicyTest {

    /** Pinned checkpoints. */
    private final Set<Long> marks = new TreeSet<>();

    private final List<Long> kept = new ArrayList<>();
    private long largestKept;

    /** Checkpoints as a recorder adds them: required ones, sometimes others, and now and then a marked one. */
    private void train(long steps, long seed) {
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.FIXED_LATENT, steps);
        CheckpointSchedule schedule = new CheckpointSchedule();
        long step = 0;
        while (step <= steps) {
            boolean mark = random.nextInt(400) == 0 && marks.size() < 20;
            if (schedule.isRequired(step) || mark || random.nextInt(3) == 0) {
                kept.add(step);
                schedule.recorded(step, 0, 0);
                if (mark) {
                    marks.add(step);
                }
                thin();
                check(step);
            }
            step += 1 + (step < 2000 ? 0 : random.nextInt((int) (step / 500)));
        }
    }

    private void thin() {
        while (kept.size() > CheckpointRetentionPolicy.MIN_CHECKPOINTS + marks.size()) {
            long[] all = kept.stream().mapToLong(Long::longValue).toArray();
            int dropped = CheckpointRetentionPolicy.leastNeeded(all, i -> marks.contains(kept.get(i)));
            assertTrue(dropped > 0 && dropped < all.length - 1, "neither the first nor the last may go");
            kept.remove(dropped);
        }
        largestKept = Math.max(largestKept, kept.size());
    }

    private void check(long step) {
        long most = Math.max(5, (long) (CheckpointRetentionPolicy.MAX_GAP * step));
        for (int i = 1; i < kept.size(); i++) {
            long gap = kept.get(i) - kept.get(i - 1);
            assertTrue(gap <= most, "a gap of " + gap + " before " + kept.get(i) + " at step " + step);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {30, 1000, 50_000, 1_000_000})
    void noGapIsEverLongerThanATwentiethOfTheRunAndTheNumberIsBounded(long steps) {
        for (long seed = 1; seed <= 3; seed++) {
            kept.clear();
            marks.clear();
            train(steps, seed);
            assertEquals(0, kept.get(0), "the first stays");
            assertTrue(kept.containsAll(marks), "marks stay");
            assertTrue(largestKept <= CheckpointRetentionPolicy.MIN_CHECKPOINTS + 20);
        }
    }

    @Test
    void thePresentIsDenserThanTheBeginning() {
        train(1_000_000, 7);
        long run = kept.get(kept.size() - 1);
        long early = kept.stream()
                .filter(step -> step < run / 4 && !marks.contains(step))
                .count();
        long late = kept.stream().filter(step -> step > run - run / 4).count();
        assertTrue(late > 2 * early, late + " in the last quarter, " + early + " in the first");
    }

    @Test
    void leastNeededIsNoneWhereAllArePinned() {
        assertEquals(-1, CheckpointRetentionPolicy.leastNeeded(new long[] {0, 5, 9}, i -> i == 1));
        assertEquals(-1, CheckpointRetentionPolicy.leastNeeded(new long[] {0, 5}, i -> false));
        assertEquals(-1, CheckpointRetentionPolicy.leastNeeded(new long[0], i -> false));
    }
}
