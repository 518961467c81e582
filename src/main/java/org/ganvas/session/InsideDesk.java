package org.ganvas.session;

import org.ganvas.session.inside.InsideLook;
import org.ganvas.session.inside.InsideRequest;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the networks as they are now, on a thread of its own, without training ever waiting; costs nothing while
 * nobody asks. Every method may be called from any thread.
 */
public interface InsideDesk {

    /** A desk without an inside. */
    InsideDesk NONE = new InsideDesk() {
        @Override
        public void request(@Nullable InsideRequest request) {}

        @Override
        public @Nullable InsideLook take() {
            return null;
        }
    };

    /** Asks; the newest request wins and is answered again whenever training has moved on. Null ends it. */
    void request(@Nullable InsideRequest request);

    /** Takes the newest answer; null if there was none since the last call. */
    @Nullable
    InsideLook take();
}
