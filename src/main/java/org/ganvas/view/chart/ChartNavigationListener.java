package org.ganvas.view.chart;

/** Is told how a person moves in a chart. FX thread. */
public interface ChartNavigationListener {

    /**
     * Nearer or farther.
     *
     * @param at the step under the pointer
     * @param factor of what is seen
     */
    void zoom(double at, double factor);

    /** To later steps, or earlier ones. */
    void pan(double steps);

    /** The whole run. */
    void showAll();

    /** The pointer is over a step; not a number: over none. */
    void hover(double step);
}
