package org.ganvas.session.inspect;

import org.ganvas.session.background.CheckpointWeights;
import org.jspecify.annotations.Nullable;

/**
 * Inspects the networks as they are now, or of a checkpoint, on a thread of its own, without training ever waiting; costs
 * nothing while there is no request. Every method may be called from any thread.
 */
public interface NetworkInspector {

    /** Inspects nothing. */
    NetworkInspector NONE = new NetworkInspector() {
        @Override
        public void request(@Nullable InspectionRequest request) {}

        @Override
        public void useCheckpoint(@Nullable CheckpointWeights checkpoint) {}

        @Override
        public @Nullable InspectionResult takeResult() {
            return null;
        }
    };

    /** Sets the request; the newest wins and is answered again whenever the weights have changed. Null ends it. */
    void request(@Nullable InspectionRequest request);

    /**
     * Inspects the networks of a checkpoint from now on; results of those before are dropped.
     *
     * @param checkpoint a complete state of the loaded run; null for the networks in training
     */
    void useCheckpoint(@Nullable CheckpointWeights checkpoint);

    /** Takes the newest answer; null if there was none since the last call. */
    @Nullable
    InspectionResult takeResult();
}
