package org.ganvas.viewmodel.chart;

import org.ganvas.session.run.ScalarCurve;

/**
 * One curve of a chart. Immutable, any thread.
 *
 * @param id its metric or measure
 * @param actor whose colour it has: a style class
 * @param symbol what it is called beside the chart, for example {@code Loss G}
 * @param curve in steps
 * @param rest what it is compared with, drawn dashed: nothing, one level, or one for each point
 * @param dots whether each point is a measurement, marked by a dot
 */
public record ChartCurve(String id, String actor, String symbol, ScalarCurve curve, double[] rest, boolean dots) {}
