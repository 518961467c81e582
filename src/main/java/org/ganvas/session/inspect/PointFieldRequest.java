package org.ganvas.session.inspect;

import java.util.Locale;
import org.ganvas.data.PointBounds;

/**
 * Request for D as a function of the plane, of a run on 2-D points. Immutable, any thread.
 *
 * @param bounds of the lattice, whose outermost points lie on its edges
 * @param columns of the lattice, at least 2
 * @param rows of the lattice, at least 2
 * @param arrows number of generated points whose force is wanted; 0 for none
 */
public record PointFieldRequest(PointBounds bounds, int columns, int rows, int arrows) {

    /** Largest number of lattice points, a quarter of a second's work. */
    private static final int MAX_POINTS = 1 << 18;

    public PointFieldRequest {
        if (columns < 2 || rows < 2 || (long) columns * rows > MAX_POINTS || arrows < 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a lattice of %d x %d and %d arrows", columns, rows, arrows));
        }
    }

    /** Points of the lattice: x and y of each in turn, row by row from the top. */
    float[] lattice() {
        float[] points = new float[2 * columns * rows];
        for (int row = 0; row < rows; row++) {
            float y = (float) (bounds.top() - bounds.height() * row / (rows - 1));
            for (int column = 0; column < columns; column++) {
                int at = 2 * (row * columns + column);
                points[at] = (float) (bounds.left() + bounds.width() * column / (columns - 1));
                points[at + 1] = y;
            }
        }
        return points;
    }
}
