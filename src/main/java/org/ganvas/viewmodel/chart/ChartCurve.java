package org.ganvas.viewmodel.chart;

import org.ganvas.session.run.ScalarCurve;

/**
 * One curve of a chart. Immutable, any thread.
 *
 * @param id of its scalar or metric
 * @param colour style class of its colour
 * @param symbol name in the legend, for example {@code Loss G}
 * @param curve over the steps
 * @param reference values of the dashed line: none, one level, or one for each point
 * @param value number of the legend: at the step that is looked at, or the latest in the shown range; NaN for none
 * @param points whether each point is an evaluation, marked by a dot
 */
public record ChartCurve(
        String id, String colour, String symbol, ScalarCurve curve, double[] reference, double value, boolean points) {}
