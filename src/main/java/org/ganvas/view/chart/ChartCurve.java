package org.ganvas.view.chart;

import org.ganvas.session.run.ScalarCurve;

/**
 * One curve of a chart. Immutable, any thread.
 *
 * @param id of its scalar or metric
 * @param actor style class of its colour
 * @param symbol name in legend and hover card, for example {@code Loss G}
 * @param curve values over steps
 * @param reference reference level, drawn dashed: none, one level, or one for each point
 * @param marked whether each point is an evaluation, marked by a dot
 */
public record ChartCurve(
        String id, String actor, String symbol, ScalarCurve curve, double[] reference, boolean marked) {}
