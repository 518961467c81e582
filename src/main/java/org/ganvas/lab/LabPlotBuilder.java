package org.ganvas.lab;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import org.ganvas.data.PointLattice;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.session.lab.DiscriminatorOptimum;
import org.ganvas.session.lab.LabResult;
import org.jspecify.annotations.Nullable;

/** Builder of the plot of a result from the layers that are shown. The thread of what tells it layers and scales. */
public final class LabPlotBuilder {

    private static final float[] NONE = new float[0];

    private final Predicate<LabLayer> shown;
    private final DoubleSupplier colours;
    private final DoubleSupplier gain;

    /**
     * @param shown whether a layer is shown
     * @param colours distance from the neutral value at which a colour is strongest
     * @param gain length of an arrow for a force of 1
     */
    public LabPlotBuilder(Predicate<LabLayer> shown, DoubleSupplier colours, DoubleSupplier gain) {
        this.shown = shown;
        this.colours = colours;
        this.gain = gain;
    }

    /**
     * The plot of a result.
     *
     * @param neutral logit of a point that D takes for neither
     * @param paths of some latents
     * @param before points before the last single step; empty for none
     */
    public LabPlotContent build(LabResult result, double neutral, LatentPaths paths, float[] before) {
        LabResult.Field field = result.field();
        return new LabPlotContent(
                shown.test(LabLayer.REAL) ? result.real().points() : NONE,
                shown.test(LabLayer.FAKES) ? result.generated() : NONE,
                colours(result, neutral),
                shown.test(LabLayer.CONTOUR) && field != null
                        ? field(field.lattice(), field.logits(), field.neutral())
                        : null,
                shown.test(LabLayer.FORCES) ? result.forces() : null,
                gain.getAsDouble(),
                shown.test(LabLayer.MANIFOLD) ? result.manifold() : null,
                shown.test(LabLayer.PATHS) ? paths.paths() : List.of(),
                shown.test(LabLayer.FAKES) ? before : NONE,
                shown.test(LabLayer.HISTOGRAMS),
                NONE);
    }

    private FieldPainter.@Nullable Field colours(LabResult result, double neutral) {
        DiscriminatorOptimum optimum = result.optimum();
        LabResult.Field field = result.field();
        if (optimum != null && !optimum.exists()) {
            optimum = null;
        }
        if (shown.test(LabLayer.OPTIMUM)) {
            return optimum != null ? field(optimum.lattice(), optimum.best(), neutral) : null;
        }
        if (shown.test(LabLayer.GAP)) {
            return optimum != null && field != null ? field(optimum.lattice(), gap(optimum, field), 0) : null;
        }
        return shown.test(LabLayer.SURFACE) && field != null
                ? field(field.lattice(), field.logits(), field.neutral())
                : null;
    }

    /** D minus the best D. Where there are no points D may answer anything, and outside the view it was not asked. */
    private static float[] gap(DiscriminatorOptimum optimum, LabResult.Field field) {
        PointLattice lattice = optimum.lattice();
        float[] gap = new float[lattice.size()];
        for (int i = 0; i < gap.length; i++) {
            double logit = field.lattice()
                    .interpolate(field.logits(), lattice.x(i % lattice.columns()), lattice.y(i / lattice.columns()));
            gap[i] = optimum.isEmptyAt(i) || Double.isNaN(logit) ? 0 : (float) (logit - optimum.best()[i]);
        }
        return gap;
    }

    private FieldPainter.Field field(PointLattice lattice, float[] values, double neutral) {
        return new FieldPainter.Field(
                lattice.bounds(), lattice.columns(), lattice.rows(), values, neutral, colours.getAsDouble());
    }
}
