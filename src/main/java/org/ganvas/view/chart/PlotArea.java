package org.ganvas.view.chart;

/**
 * Where the curves are drawn, and which part of the run that is. Immutable, any thread.
 *
 * @param x left edge in the chart
 * @param y upper edge
 * @param width in layout units
 * @param height in layout units
 * @param frame what is shown
 */
record PlotArea(double x, double y, double width, double height, ChartState frame) {

    boolean holds(double px, double py) {
        return px >= x && px <= x + width && py >= y && py <= y + height;
    }

    /** The step that stands at a place. */
    double stepAt(double px) {
        double share = width <= 0 ? 0 : (px - x) / width;
        return frame.scale().step(frame.from() + share * (frame.to() - frame.from()));
    }

    /** Where a step stands. */
    double placeOf(double step) {
        return x + width * (frame.scale().at(step) - frame.from()) / (frame.to() - frame.from());
    }

    /** Whether a step is in sight. */
    boolean shows(double step) {
        double place = placeOf(step);
        return place >= x && place <= x + width;
    }
}
