package org.ganvas.view.chart;

/** Listener to navigation gestures of a chart. FX thread. */
public interface ChartNavigationListener {

    /**
     * Zooms.
     *
     * @param at the step under the pointer
     * @param factor of the visible range, below 1 to zoom in
     */
    void zoom(double at, double factor);

    /** Pans by a number of steps, negative to earlier ones. */
    void pan(double steps);

    /** Shows the whole run. */
    void showAll();

    /** Reports the step under the pointer; NaN outside the plot. */
    void hover(double step);
}
