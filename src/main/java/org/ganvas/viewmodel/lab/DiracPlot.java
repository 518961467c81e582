package org.ganvas.viewmodel.lab;

import java.util.List;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointTransform;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.scatter.LayeredPlot;
import org.ganvas.scatter.PathPainter;
import org.ganvas.scatter.PlotLayer;
import org.ganvas.scatter.PlotLegend;
import org.ganvas.scatter.ScatterPlotData;

/** Phase plane of the Dirac-GAN as a plot for a file. Pure functions, any thread. */
final class DiracPlot {

    private DiracPlot() {}

    static LayeredPlot of(DiracViewModel.Phase phase, PlotLegend legend) {
        double extent = DiracViewModel.EXTENT;
        float[] places = phase.trajectory();
        PlotLayer field = (viewport, palette, unit, target) -> FieldPainter.paintArrows(
                viewport, palette, phase.field().places(), phase.field().directions(), phase.gain(), unit, target);
        PlotLayer trajectory = (viewport, palette, unit, target) ->
                PathPainter.paint(viewport, palette, List.of(places), unit, target);
        return new LayeredPlot(
                new ScatterPlotData(
                        new PointBounds(-extent, -extent, extent, extent),
                        new float[0],
                        new float[0],
                        new LatentTrail(new float[] {places[0], places[1]}, new float[0]),
                        PointTransform.IDENTITY),
                null,
                PlotLayer.NONE,
                field.under(trajectory),
                legend);
    }
}
