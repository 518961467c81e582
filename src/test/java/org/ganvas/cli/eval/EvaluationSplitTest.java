package org.ganvas.cli.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ganvas.cli.support.CliException;
import org.ganvas.data.Dataset;
import org.ganvas.engine.dl4j.BarImages;
import org.junit.jupiter.api.Test;

/** As many classes as images, so that a label identifies its image. */
class EvaluationSplitTest {

    private final Dataset data = new BarImages(40, 40, 1, true);
    private final Dataset test = new BarImages(30, 30, 2, true);

    @Test
    void theTestPartIsHeldBackAndTheRestIsForTraining() throws Exception {
        EvaluationSplit split = EvaluationSplit.of(data, Optional.of(test));
        assertSame(data, split.training());
        assertEquals(15, split.maxSamples());
        assertEquals(30, new HashSet<>(labels(split.held())).size());
        assertNotEquals(sorted(labels(split.held())), labels(split.held()), "shuffled");
    }

    @Test
    void bothSamplesAreShuffledAndShareNoImage() throws Exception {
        EvaluationSplit split = EvaluationSplit.of(data, Optional.of(test));
        List<Integer> one = labels(split.sample(0, 15, 1));
        List<Integer> other = labels(split.sample(1, 15, 1));
        Set<Integer> both = new HashSet<>(one);
        both.addAll(other);
        assertEquals(30, both.size());
        assertTrue(Collections.max(one) > 15 && Collections.max(other) > 15, "no half of the file");
        assertNotEquals(one, labels(split.sample(0, 15, 2)));
        assertEquals(one, labels(split.sample(0, 15, 1)));
    }

    @Test
    void dataWithoutTestPartIsSplitInTheSameHalvesEveryTime() throws Exception {
        EvaluationSplit split = EvaluationSplit.of(data, Optional.empty());
        Set<Integer> all = new HashSet<>(labels(split.training()));
        assertEquals(20, all.size());
        all.addAll(labels(split.held()));
        assertEquals(40, all.size());
        assertEquals(
                labels(split.training()),
                labels(EvaluationSplit.of(data, Optional.empty()).training()));
        Dataset single = new BarImages(1, 4, 1, true);
        assertThrows(CliException.class, () -> EvaluationSplit.of(single, Optional.empty()));
    }

    private static List<Integer> labels(Dataset some) {
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            labels.add(some.label(i));
        }
        return labels;
    }

    private static List<Integer> sorted(List<Integer> some) {
        return some.stream().sorted().toList();
    }
}
