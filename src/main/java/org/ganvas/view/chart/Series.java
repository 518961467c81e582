package org.ganvas.view.chart;

import org.ganvas.session.run.Metric;

/**
 * One curve of a chart.
 *
 * @param metric what it shows
 * @param actor whose colour it has: a style class
 * @param symbol what it is called beside the chart, for example {@code L_G}
 */
public record Series(Metric metric, String actor, String symbol) {}
