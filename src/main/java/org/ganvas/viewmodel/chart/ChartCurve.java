package org.ganvas.viewmodel.chart;

import org.ganvas.session.run.ScalarCurve;

/**
 * One curve of a chart. Immutable, any thread.
 *
 * @param id its metric or measure
 * @param colour whose colour it has: a style class
 * @param symbol what it is called beside the chart, for example {@code Loss G}
 * @param curve in steps
 * @param reference what it is compared with, drawn dashed: nothing, one level, or one for each point
 * @param points whether each point is a measurement, marked by a dot
 */
public record ChartCurve(String id, String colour, String symbol, ScalarCurve curve, double[] reference, boolean points) {}
