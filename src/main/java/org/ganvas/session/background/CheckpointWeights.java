package org.ganvas.session.background;

import org.ganvas.data.SimilarityTransform;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.TrainedData;
import org.jspecify.annotations.Nullable;

/**
 * Networks of a checkpoint. Immutable, any thread.
 *
 * @param spec of the run at that step
 * @param state complete, or without the optimizers' part
 * @param data that they were trained on at that step; null where it is that of the run as it is
 */
public record CheckpointWeights(
        GanSpec spec, TrainerState state, @Nullable TrainedData data) {

    /** Networks of a run whose data is still the same. */
    public CheckpointWeights(GanSpec spec, TrainerState state) {
        this(spec, state, null);
    }

    /** Networks of a run as it was. */
    public static CheckpointWeights of(RunCapture capture) {
        return new CheckpointWeights(capture.info().spec(), capture.state(), TrainedData.of(capture.info()));
    }

    /** Where the data was in that step. */
    public SimilarityTransform place() {
        return spec.game().motion().at(state.step());
    }
}
