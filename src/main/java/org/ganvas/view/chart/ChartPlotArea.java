package org.ganvas.view.chart;

/**
 * Rectangle of the curves in the chart, with the mapping between steps and x coordinates. Immutable, any thread.
 *
 * @param x left edge in the chart
 * @param y upper edge
 * @param width in layout units
 * @param height in layout units
 * @param state content of the chart
 */
record ChartPlotArea(double x, double y, double width, double height, ChartState state) {

    boolean contains(double px, double py) {
        return px >= x && px <= x + width && py >= y && py <= y + height;
    }

    /** Step at an x coordinate. */
    double stepAt(double px) {
        double share = width <= 0 ? 0 : (px - x) / width;
        return state.scale().step(state.from() + share * (state.to() - state.from()));
    }

    /** X coordinate of a step. */
    double xOf(double step) {
        return x + width * (state.scale().at(step) - state.from()) / (state.to() - state.from());
    }

    /** Whether a step is inside the visible range. */
    boolean isVisible(double step) {
        double px = xOf(step);
        return px >= x && px <= x + width;
    }
}
