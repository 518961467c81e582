package org.ganvas.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Paths of latents through training. */
final class LatentPathsTest {

    @Test
    void pathsStayOfBoundedLengthAndStartAgainInThePast() {
        LatentPaths paths = new LatentPaths();
        for (int step = 0; step < 20_000; step++) {
            paths.add(step, new float[] {step, -step});
        }
        float[] path = paths.paths().get(0);
        assertTrue(path.length / 2 <= 400 && path.length / 2 > 150, path.length / 2 + " places");
        assertEquals(0, path[0]);
        assertTrue(path[path.length - 2] > 19_000);
        paths.add(5, new float[] {5, -5});
        assertEquals(2, paths.paths().get(0).length);
    }

    @Test
    void aCopyGoesItsOwnWay() {
        LatentPaths paths = new LatentPaths();
        paths.add(1, new float[] {1, 1});
        LatentPaths copy = paths.copy();
        copy.add(2, new float[] {2, 2});
        paths.add(3, new float[] {3, 3});
        assertEquals(2, copy.paths().get(0)[2]);
        assertEquals(3, paths.paths().get(0)[2]);
    }
}
