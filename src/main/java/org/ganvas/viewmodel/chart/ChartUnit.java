package org.ganvas.viewmodel.chart;

/** Units of the horizontal axis of charts. Any thread. */
public enum ChartUnit {
    /** Training steps. */
    STEPS,
    /** Real images shown to D. */
    IMAGES,
    /** Training time. */
    SECONDS
}
