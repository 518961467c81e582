package org.ganvas.session.explore;

import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.TrainerState;

/**
 * The generator that a search is about. Immutable, any thread.
 *
 * @param spec its networks
 * @param state at least its weights and statistics
 * @param averaged whether the averaged weights are meant, where there are such
 */
public record AnalyzedGenerator(GanSpec spec, TrainerState state, boolean averaged) {

    GeneratorProbe open() {
        GeneratorProbe probe = new GeneratorProbe(spec);
        try {
            probe.load(state, averaged && spec.training().averagesWeights());
            return probe;
        } catch (RuntimeException e) {
            probe.close();
            throw e;
        }
    }
}
