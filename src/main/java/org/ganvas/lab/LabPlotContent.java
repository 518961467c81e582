package org.ganvas.lab;

import java.util.List;
import org.ganvas.data.PointLattice;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.session.lab.GeneratorManifold;
import org.ganvas.session.lab.LabResult;
import org.jspecify.annotations.Nullable;

/**
 * What the plot of the Lab screen shows: the game as it is, or one sentence of slow motion. Immutable by agreement, any
 * thread.
 *
 * @param real x and y of the real points
 * @param generated x and y of the generated points
 * @param colours function of the plane that is shown as colours; null for none
 * @param contour function whose neutral line is drawn; null for none
 * @param forces on points; null for none
 * @param gain length of an arrow in units of the data for a force of 1
 * @param manifold of G; null for none
 * @param paths of some latents' points through training, x and y of each place in turn
 * @param before x and y of the points before the last single step; empty for none
 * @param histograms whether the distributions along the axes are shown
 */
public record LabPlotContent(
        float[] real,
        float[] generated,
        FieldPainter.@Nullable Field colours,
        FieldPainter.@Nullable Field contour,
        LabResult.@Nullable Forces forces,
        double gain,
        @Nullable GeneratorManifold manifold,
        List<float[]> paths,
        float[] before,
        boolean histograms) {

    /** An empty plot. */
    public static final LabPlotContent EMPTY = ofData(new float[0]);

    /** The data alone, until the networks have answered. */
    public static LabPlotContent ofData(float[] real) {
        return new LabPlotContent(real, new float[0], null, null, null, 0, null, List.of(), new float[0], false);
    }

    /** The same plot with the values of a function as colours, in a scale of its own; without the contour of D. */
    public LabPlotContent withColours(float[] values, PointLattice lattice) {
        double most = 0;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        FieldPainter.Field field = new FieldPainter.Field(
                lattice.bounds(), lattice.columns(), lattice.rows(), values, 0, most == 0 ? 1 : most);
        return new LabPlotContent(real, generated, field, null, forces, gain, manifold, paths, before, histograms);
    }
}
