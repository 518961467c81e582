package org.ganvas.session.evaluation;

import java.util.List;
import org.ganvas.engine.probe.GeneratorProbe;

/** Measures generators of one run against its data. Holds what of the real side takes long to compute. One thread. */
interface Evaluator extends AutoCloseable {

    /**
     * One value and its floor.
     *
     * @param id of the measure
     * @param value of the generator
     * @param floor of as many real samples against the same real ones; not a number where it has none
     */
    record Result(String id, double value, double floor) {}

    List<Result> evaluate(GeneratorProbe probe);

    @Override
    void close();
}
