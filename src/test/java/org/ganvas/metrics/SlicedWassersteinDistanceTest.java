package org.ganvas.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SlicedWassersteinDistanceTest {

    private final float[] cloud = PointSamples.gaussian(500, 1, 0);

    @Test
    void aMovedCloudIsAsFarAsTheClosedFormSays() {
        float[] moved = PointSamples.moved(cloud, 3, -4);
        // The mean of cos^2 over all directions is 1/2, that of |cos| is 2/pi.
        assertEquals(5 / Math.sqrt(2), SlicedWassersteinDistance.w2(cloud, moved), 1e-5);
        assertEquals(5 * 2 / Math.PI, SlicedWassersteinDistance.w1(cloud, moved), 1e-3);
    }

    @Test
    void theSamePointsInAnotherOrderAreNoDistanceApart() {
        float[] reversed = new float[cloud.length];
        for (int i = 0; i < cloud.length; i += 2) {
            reversed[cloud.length - 2 - i] = cloud[i];
            reversed[cloud.length - 1 - i] = cloud[i + 1];
        }
        assertEquals(0, SlicedWassersteinDistance.w1(cloud, reversed), 1e-9);
        assertEquals(0, SlicedWassersteinDistance.w2(cloud, reversed), 1e-9);
    }

    @Test
    void aStretchedLineIsTransportedInSortedOrder() {
        // On the line itself 1 and 3 go to 0 and 6: 1 and 3 far; the root mean square over all directions halves it.
        float[] a = {1, 0, 3, 0};
        float[] b = {6, 0, 0, 0};
        assertEquals(Math.sqrt((1 + 9) / 2.0 / 2), SlicedWassersteinDistance.w2(a, b), 1e-9);
        assertEquals((1 + 3) / 2.0 * 2 / Math.PI, SlicedWassersteinDistance.w1(a, b), 1e-3);
    }

    @Test
    void itIsADistance() {
        float[] other = PointSamples.gaussian(500, 2, 1);
        double there = SlicedWassersteinDistance.w2(cloud, other);
        assertEquals(there, SlicedWassersteinDistance.w2(other, cloud), 1e-12);
        float[] third = PointSamples.moved(PointSamples.gaussian(500, 1, 2), 1, 1);
        assertTrue(there
                <= SlicedWassersteinDistance.w2(cloud, third) + SlicedWassersteinDistance.w2(third, other) + 1e-12);
        assertTrue(SlicedWassersteinDistance.w1(cloud, other) <= there);
    }

    @Test
    void gaussiansOfTwoWidthsAreTheDifferenceOfTheirWidthsApart() {
        double distance = SlicedWassersteinDistance.w2(
                PointSamples.gaussian(20_000, 1, 3), PointSamples.gaussian(20_000, 1.5, 4));
        assertEquals(0.5, distance, 0.02);
    }

    @Test
    void unequalNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SlicedWassersteinDistance.w1(cloud, new float[2]));
        assertThrows(IllegalArgumentException.class, () -> SlicedWassersteinDistance.w1(new float[0], new float[0]));
    }
}
