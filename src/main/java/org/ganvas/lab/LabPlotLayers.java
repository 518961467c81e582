package org.ganvas.lab;

import org.ganvas.data.PointBounds;
import org.ganvas.data.PointTransform;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.scatter.LayeredPlot;
import org.ganvas.scatter.ManifoldPainter;
import org.ganvas.scatter.MarginPainter;
import org.ganvas.scatter.PathPainter;
import org.ganvas.scatter.PlotLayer;
import org.ganvas.scatter.PlotLegend;
import org.ganvas.scatter.ScatterPlotData;
import org.ganvas.session.lab.GeneratorManifold;
import org.ganvas.session.lab.LabResult;

/** Layers of the plot of the Lab screen, for the screen and for files. Pure functions, any thread. */
public final class LabPlotLayers {

    private LabPlotLayers() {}

    /** What lies between the real and the generated points: manifold and contour. */
    public static PlotLayer under(LabPlotContent content) {
        FieldPainter.Field line = content.contour();
        PlotLayer contour = line == null
                ? PlotLayer.NONE
                : (viewport, palette, unit, target) ->
                        FieldPainter.paint(viewport, palette, new FieldPainter.Layer(line, false, true), unit, target);
        GeneratorManifold manifold = content.manifold();
        if (manifold == null) {
            return contour;
        }
        PlotLayer image = manifold.dimensions() == 1
                ? (viewport, palette, unit, target) ->
                        ManifoldPainter.paintCurve(viewport, palette, manifold.corners(), unit, target)
                : (viewport, palette, unit, target) -> ManifoldPainter.paint(
                        viewport,
                        palette,
                        ManifoldPainter.density(viewport, manifold.cells(), manifold.corners(), manifold.massOfCell()),
                        unit,
                        target);
        return image.under(contour);
    }

    /** What lies over all points but the forces: paths, places before the last step, histograms. */
    public static PlotLayer over(LabPlotContent content) {
        PlotLayer paths = (viewport, palette, unit, target) -> {
            PathPainter.paintLatents(viewport, palette, content.latents(), unit, target);
            PathPainter.paintBefore(viewport, palette, content.before(), unit, target);
            PathPainter.paint(viewport, palette, content.paths(), unit, target);
        };
        return content.histograms()
                ? paths.under((viewport, palette, unit, target) ->
                        MarginPainter.paint(viewport, palette, content.real(), content.generated(), target))
                : paths;
    }

    private static PlotLayer forces(LabPlotContent content) {
        LabResult.Forces forces = content.forces();
        return forces == null
                ? PlotLayer.NONE
                : (viewport, palette, unit, target) -> FieldPainter.paintArrows(
                        viewport, palette, forces.places(), forces.directions(), content.gain(), unit, target);
    }

    /**
     * The plot for a file.
     *
     * @param bounds that are shown in the plane of the data
     * @param transform of the points, for the axes
     * @param legend what stands around it
     */
    public static LayeredPlot plot(
            LabPlotContent content, PointBounds bounds, PointTransform transform, PlotLegend legend) {
        return new LayeredPlot(
                new ScatterPlotData(
                        content.bounds(bounds),
                        content.real(),
                        content.generated(),
                        LatentTrail.EMPTY,
                        content.transform(transform)),
                content.colours(),
                under(content),
                forces(content).under(over(content)),
                legend);
    }
}
