package org.ganvas.viewmodel.lab;

import java.util.List;
import org.ganvas.data.PointLattice;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.session.lab.DiscriminatorOptimum;
import org.ganvas.session.lab.LabResult;
import org.jspecify.annotations.Nullable;

/** Builder of the plot of a result from the layers that are shown. FX thread. */
final class LabPlotBuilder {

    private static final float[] NONE = new float[0];

    private final LabLayersViewModel layers;
    private final LabScale scale;

    LabPlotBuilder(LabLayersViewModel layers, LabScale scale) {
        this.layers = layers;
        this.scale = scale;
    }

    /**
     * The plot of a result.
     *
     * @param neutral logit of a point that D takes for neither
     * @param paths of some latents
     * @param before points before the last single step; empty for none
     */
    LabPlotContent build(LabResult result, float[] real, double neutral, LatentPaths paths, float[] before) {
        LabResult.Field field = result.field();
        return new LabPlotContent(
                layers.isShown(LabLayer.REAL) ? real : NONE,
                layers.isShown(LabLayer.FAKES) ? result.generated() : NONE,
                colours(result, neutral),
                layers.isShown(LabLayer.CONTOUR) && field != null
                        ? field(field.lattice(), field.logits(), field.neutral())
                        : null,
                layers.isShown(LabLayer.FORCES) ? result.forces() : null,
                scale.gain(),
                layers.isShown(LabLayer.MANIFOLD) ? result.manifold() : null,
                layers.isShown(LabLayer.PATHS) ? paths.paths() : List.of(),
                layers.isShown(LabLayer.FAKES) ? before : NONE,
                layers.isShown(LabLayer.HISTOGRAMS));
    }

    private FieldPainter.@Nullable Field colours(LabResult result, double neutral) {
        DiscriminatorOptimum optimum = result.optimum();
        LabResult.Field field = result.field();
        if (optimum != null && !optimum.exists()) {
            optimum = null;
        }
        if (layers.isShown(LabLayer.OPTIMUM)) {
            return optimum != null ? field(optimum.lattice(), optimum.best(), neutral) : null;
        }
        if (layers.isShown(LabLayer.GAP)) {
            return optimum != null && field != null ? field(optimum.lattice(), gap(optimum, field), 0) : null;
        }
        return layers.isShown(LabLayer.SURFACE) && field != null
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

    /** A function on a lattice in the scale of the colours. */
    FieldPainter.Field field(PointLattice lattice, float[] values, double neutral) {
        return new FieldPainter.Field(
                lattice.bounds(), lattice.columns(), lattice.rows(), values, neutral, scale.colours());
    }
}
