package org.ganvas.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SkeletonTest {

    @Test
    void parseReadsPointsCornersAndStrokes() {
        Skeleton skeleton = Skeleton.parse("12,30 -4,5! 60,80 / 10,50 80,106");

        assertEquals(5, skeleton.size());
        assertEquals(-0.04, skeleton.x(1));
        assertEquals(1.06, skeleton.y(4));
        assertTrue(skeleton.corner(1));
        assertEquals(List.of(3, 5), List.of(skeleton.strokeEnd(0), skeleton.strokeEnd(1)));
    }

    @Test
    void mixIsTheWeightedMean() {
        Skeleton mixed = Skeleton.mix(
                List.of(Skeleton.parse("0,0 100,0"), Skeleton.parse("40,80 0,0")), new double[] {0.75, 0.25});

        assertEquals(0.1, mixed.x(0), 1e-12);
        assertEquals(0.2, mixed.y(0), 1e-12);
        assertEquals(0.75, mixed.x(1), 1e-12);
    }

    @Test
    void aFamilyRefusesExamplesWithOtherPoints() {
        List<Skeleton> examples = List.of(Skeleton.parse("0,0 9,9 5,5"), Skeleton.parse("0,0 9,9"));

        assertThrows(IllegalArgumentException.class, () -> new Skeleton.Family(1, examples));
    }

    @Test
    void everyDigitHasSeveralWaysOrExamples() {
        for (int digit = 0; digit < 10; digit++) {
            int examples = 0;
            for (Skeleton.Family way : DigitSkeletons.of(digit)) {
                assertTrue(way.share() > 0);
                examples += way.examples().size();
            }
            assertTrue(examples >= 9, "digit " + digit + " has " + examples);
        }
    }
}
