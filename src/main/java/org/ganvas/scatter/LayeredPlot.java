package org.ganvas.scatter;

import org.jspecify.annotations.Nullable;

/**
 * Plot of points with further layers, for a file. Must not be modified; any thread.
 *
 * @param points real and generated points in their area
 * @param colours function of the plane below everything; null for none
 * @param under painted over the real points and below the generated ones
 * @param over painted over all points
 * @param legend what stands around it
 */
public record LayeredPlot(
        ScatterPlotData points,
        FieldPainter.@Nullable Field colours,
        PlotLayer under,
        PlotLayer over,
        PlotLegend legend) {

    /** Points alone. */
    static LayeredPlot of(ScatterPlotData points) {
        return new LayeredPlot(points, null, PlotLayer.NONE, PlotLayer.NONE, PlotLegend.ofTitle(""));
    }
}
