package org.ganvas.session.lab;

import org.ganvas.session.background.CheckpointWeights;
import org.jspecify.annotations.Nullable;

/**
 * Observes the game of a run on 2-D points, now or at a checkpoint, on a thread of its own, without training ever waiting;
 * costs nothing while there is no request. Every method may be called from any thread.
 */
public interface PointLab {

    /** Observes nothing. */
    PointLab NONE = new PointLab() {
        @Override
        public void request(@Nullable LabRequest request) {}

        @Override
        public void useCheckpoint(@Nullable CheckpointWeights checkpoint) {}

        @Override
        public @Nullable LabResult takeResult() {
            return null;
        }
    };

    /** Sets the request; the newest wins and is answered again whenever the weights have changed. Null ends it. */
    void request(@Nullable LabRequest request);

    /**
     * Observes the networks of a checkpoint from now on; results of those before are dropped.
     *
     * @param checkpoint a complete state of the loaded run; null for the networks in training
     */
    void useCheckpoint(@Nullable CheckpointWeights checkpoint);

    /** Takes the newest answer; null if there was none since the last call. */
    @Nullable
    LabResult takeResult();
}
