package org.ganvas.viewmodel.chart;

/** What charts count along their horizontal axis. Any thread. */
public enum ChartUnit {
    /** Training steps. */
    STEPS,
    /** Real pictures shown to D. */
    IMAGES,
    /** Time spent training. */
    SECONDS
}
