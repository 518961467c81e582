package org.ganvas.session.evaluation;

import java.util.List;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.engine.probe.GeneratorProbe;

/** Computes the metrics of one run's generators against its data; caches what is slow on the real side. One thread. */
interface GeneratorEvaluator extends AutoCloseable {

    /**
     * The value of one metric.
     *
     * @param id of the metric
     * @param value of the generator
     * @param floor value of as many real samples against the same real ones; NaN where the metric has none
     */
    record Result(String id, double value, double floor) {}

    /** @param place where the data was in the step of the probe's weights; the identity for images */
    List<Result> evaluate(GeneratorProbe probe, SimilarityTransform place);

    @Override
    void close();
}
