package org.ganvas.session.inspect;

import java.util.Locale;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointLattice;

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

    /** The lattice of points. */
    PointLattice lattice() {
        return new PointLattice(bounds, columns, rows);
    }
}
