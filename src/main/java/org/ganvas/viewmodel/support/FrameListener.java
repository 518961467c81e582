package org.ganvas.viewmodel.support;

/** A view model that has something to do before each frame. Called on the FX thread. */
@FunctionalInterface
public interface FrameListener {

    /**
     * The next frame begins.
     *
     * @param nanos time of the frame in nanoseconds, from any fixed point
     */
    void onFrame(long nanos);
}
