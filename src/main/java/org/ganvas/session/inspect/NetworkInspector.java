package org.ganvas.session.inspect;

import org.ganvas.engine.state.TrainerState;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the networks as they are now, or as they were at a moment, on a thread of its own, without training ever
 * waiting; costs nothing while nobody asks. Every method may be called from any thread.
 */
public interface NetworkInspector {

    /** A desk without an inside. */
    NetworkInspector NONE = new NetworkInspector() {
        @Override
        public void request(@Nullable InspectionRequest request) {}

        @Override
        public void useCheckpoint(@Nullable TrainerState moment) {}

        @Override
        public @Nullable InspectionResult take() {
            return null;
        }
    };

    /** Asks; the newest request wins and is answered again whenever training has moved on. Null ends it. */
    void request(@Nullable InspectionRequest request);

    /**
     * Looks into the networks of a moment from now on; what was looked at before is not told any more.
     *
     * @param moment a complete state of the run that is on the floor; null for those in training
     */
    void useCheckpoint(@Nullable TrainerState moment);

    /** Takes the newest answer; null if there was none since the last call. */
    @Nullable
    InspectionResult take();
}
