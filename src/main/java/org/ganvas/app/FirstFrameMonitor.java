package org.ganvas.app;

import java.util.ArrayList;
import java.util.List;

/** Monitor that detects when the window's first frame is on the screen. FX thread. */
final class FirstFrameMonitor {

    /** A frame is rendered after its pulse, and on the screen by the second pulse after that. */
    private static final int CALLS = 3;

    private final List<Runnable> waiting = new ArrayList<>();
    private int calls;

    /** Adds a task to run when the first frame is on the screen. */
    void then(Runnable work) {
        waiting.add(work);
    }

    /** Counts a pulse; called once a frame. */
    void frame() {
        if (calls < CALLS) {
            calls++;
            if (calls == CALLS) {
                waiting.forEach(Runnable::run);
                waiting.clear();
            }
        }
    }
}
