package org.ganvas.scatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.PointBounds;
import org.junit.jupiter.api.Test;

class ManifoldPainterTest {

    private static final ScatterPlotViewport VIEW = ScatterPlotViewport.around(new PointBounds(-2, -2, 2, 2), 400, 400);
    private static final int CELLS = 32;

    private interface Map {
        double[] of(double u, double v);
    }

    private static float[] corners(Map map) {
        float[] corners = new float[2 * (CELLS + 1) * (CELLS + 1)];
        for (int i = 0; i < corners.length / 2; i++) {
            double[] place = map.of(i % (CELLS + 1) / (CELLS / 2.0) - 1, i / (CELLS + 1) / (CELLS / 2.0) - 1);
            corners[2 * i] = (float) place[0];
            corners[2 * i + 1] = (float) place[1];
        }
        return corners;
    }

    private static ManifoldPainter.Density density(Map map) {
        return ManifoldPainter.density(VIEW, CELLS, corners(map), 1.0 / (CELLS * CELLS));
    }

    private static boolean anyFold(ManifoldPainter.Density density) {
        for (boolean folded : density.folded()) {
            if (folded) {
                return true;
            }
        }
        return false;
    }

    @Test
    void massInsideTheViewIsOne() {
        assertEquals(1, density((u, v) -> new double[] {u, v}).total(), 0.005);
        assertEquals(
                1,
                density((u, v) -> new double[] {0.9 * u - 0.4 * v, 0.3 * u + 0.8 * v})
                        .total(),
                0.005);
        assertEquals(1, density((u, v) -> new double[] {1e-3 * u, 1e-3 * v}).total(), 0.005, "a collapsed generator");
    }

    @Test
    void partOutsideTheViewIsMissing() {
        assertEquals(0.5, density((u, v) -> new double[] {2 + u, v}).total(), 0.01);
        assertEquals(0, density((u, v) -> new double[] {9 + u, v}).total());
    }

    @Test
    void linearMapHasTheDensityOfItsArea() {
        // A square of side 1 in a view of side 4: a sixteenth of the samples carry all of the mass.
        ManifoldPainter.Density density = density((u, v) -> new double[] {u / 2, v / 2});
        float middle = density.mass()[density.rows() / 2 * density.columns() + density.columns() / 2];
        assertEquals(16.0 / density.mass().length, middle, 0.03 * 16 / density.mass().length);
    }

    @Test
    void onlyATurnedPartIsAFold() {
        assertFalse(anyFold(density((u, v) -> new double[] {u, v})));
        assertFalse(anyFold(density((u, v) -> new double[] {-u, v})), "a mirrored plane is not folded");
        assertTrue(anyFold(density((u, v) -> new double[] {u > 0.5 ? 1 - u : u, v})));
    }
}
