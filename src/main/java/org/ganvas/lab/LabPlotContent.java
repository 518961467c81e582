package org.ganvas.lab;

import java.util.List;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointLattice;
import org.ganvas.data.PointTransform;
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
 * @param latents two coordinates of each latent in turn, which take the place of the plane of the data; empty for none
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
        boolean histograms,
        float[] latents) {

    private static final float[] NONE = {};
    private static final double LATENT_MARGIN = 0.1;

    /** An empty plot. */
    public static final LabPlotContent EMPTY = ofData(NONE);

    /** Latents alone, by their first two coordinates; those of one dimension lie on a line. */
    public static LabPlotContent ofLatents(float[] latents) {
        return new LabPlotContent(NONE, NONE, null, null, null, 0, null, List.of(), NONE, false, latents);
    }

    /** Whether it is a plot of latents, whose axes are coordinates of these. */
    public boolean isOfLatents() {
        return latents.length > 0;
    }

    /** Area that is shown where usually that one is: wider where latents lie outside. */
    public PointBounds bounds(PointBounds usual) {
        return isOfLatents() ? usual.union(PointBounds.around(latents).enlarged(LATENT_MARGIN)) : usual;
    }

    /** Transform for the axes where usually that one is; latents have none. */
    public PointTransform transform(PointTransform usual) {
        return isOfLatents() ? PointTransform.IDENTITY : usual;
    }

    /** The data alone, until the networks have answered. */
    public static LabPlotContent ofData(float[] real) {
        return new LabPlotContent(real, NONE, null, null, null, 0, null, List.of(), NONE, false, NONE);
    }

    /** The same plot with the values of a function as colours, in a scale of its own; without the contour of D. */
    public LabPlotContent withColours(float[] values, PointLattice lattice) {
        double most = 0;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        FieldPainter.Field field = new FieldPainter.Field(
                lattice.bounds(), lattice.columns(), lattice.rows(), values, 0, most == 0 ? 1 : most);
        return new LabPlotContent(
                real, generated, field, null, forces, gain, manifold, paths, before, histograms, latents);
    }
}
