package org.ganvas.session.explore;

import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.TrainerState;

/**
 * Generator that an analysis or an inversion works on. Immutable, any thread.
 *
 * @param spec of its networks
 * @param state with at least its weights and statistics
 * @param averaged whether the averaged weights are meant, where the spec keeps them
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
