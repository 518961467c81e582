package org.ganvas.session.background;

import org.ganvas.data.SimilarityTransform;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.TrainerState;

/**
 * Networks of a checkpoint. Immutable, any thread.
 *
 * @param spec of the run at that step
 * @param state complete, or without the optimizers' part
 */
public record CheckpointWeights(GanSpec spec, TrainerState state) {

    /** Where the data was in that step. */
    public SimilarityTransform place() {
        return spec.game().motion().at(state.step());
    }
}
