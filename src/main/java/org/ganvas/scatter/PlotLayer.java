package org.ganvas.scatter;

/** Layer of a scatter plot that paints over what lies below it. */
@FunctionalInterface
public interface PlotLayer {

    /** Paints nothing. */
    PlotLayer NONE = (viewport, palette, unit, target) -> {};

    /**
     * Paints.
     *
     * @param viewport visible area
     * @param palette colours
     * @param unit scale of marks; 1 suits an image of some hundred pixels
     * @param target {@code width * height} opaque pixels
     */
    void paint(ScatterPlotViewport viewport, ScatterPlotPalette palette, double unit, int[] target);

    /** This layer with another one over it. */
    default PlotLayer under(PlotLayer upper) {
        return (viewport, palette, unit, target) -> {
            paint(viewport, palette, unit, target);
            upper.paint(viewport, palette, unit, target);
        };
    }
}
