package org.ganvas.data.doodle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrokeSkeletonTest {

    @Test
    void parseReadsPointsCornersAndStrokes() {
        StrokeSkeleton skeleton = StrokeSkeleton.parse("12,30 -4,5! 60,80 / 10,50 80,106");

        assertEquals(5, skeleton.size());
        assertEquals(-0.04, skeleton.x(1));
        assertEquals(1.06, skeleton.y(4));
        assertTrue(skeleton.corner(1));
        assertEquals(List.of(3, 5), List.of(skeleton.strokeEnd(0), skeleton.strokeEnd(1)));
    }

    @Test
    void mixIsTheWeightedMean() {
        StrokeSkeleton mixed = StrokeSkeleton.mix(
                List.of(StrokeSkeleton.parse("0,0 100,0"), StrokeSkeleton.parse("40,80 0,0")),
                new double[] {0.75, 0.25});

        assertEquals(0.1, mixed.x(0), 1e-12);
        assertEquals(0.2, mixed.y(0), 1e-12);
        assertEquals(0.75, mixed.x(1), 1e-12);
    }

    @Test
    void aFamilyRefusesExamplesWithOtherPoints() {
        List<StrokeSkeleton> examples = List.of(StrokeSkeleton.parse("0,0 9,9 5,5"), StrokeSkeleton.parse("0,0 9,9"));

        assertThrows(IllegalArgumentException.class, () -> new StrokeSkeleton.Family(1, examples));
    }

    @Test
    void everyDigitHasSeveralFamiliesOrExamples() {
        for (int digit = 0; digit < 10; digit++) {
            int examples = 0;
            for (StrokeSkeleton.Family way : DigitSkeletons.of(digit)) {
                assertTrue(way.share() > 0);
                examples += way.examples().size();
            }
            assertTrue(examples >= 9, "digit " + digit + " has " + examples);
        }
    }
}
