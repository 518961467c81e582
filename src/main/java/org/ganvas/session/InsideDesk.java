package org.ganvas.session;

import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.inside.InsideLook;
import org.ganvas.session.inside.InsideRequest;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the networks as they are now, or as they were at a moment, on a thread of its own, without training ever
 * waiting; costs nothing while nobody asks. Every method may be called from any thread.
 */
public interface InsideDesk {

    /** A desk without an inside. */
    InsideDesk NONE = new InsideDesk() {
        @Override
        public void request(@Nullable InsideRequest request) {}

        @Override
        public void follow(@Nullable TrainerState moment) {}

        @Override
        public @Nullable InsideLook take() {
            return null;
        }
    };

    /** Asks; the newest request wins and is answered again whenever training has moved on. Null ends it. */
    void request(@Nullable InsideRequest request);

    /**
     * Looks into the networks of a moment from now on; what was looked at before is not told any more.
     *
     * @param moment a complete state of the run that is on the floor; null for those in training
     */
    void follow(@Nullable TrainerState moment);

    /** Takes the newest answer; null if there was none since the last call. */
    @Nullable
    InsideLook take();
}
