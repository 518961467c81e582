package org.ganvas.app;

import java.util.ArrayList;
import java.util.List;

/** Knows when the window's first frame is on the screen. FX thread. */
final class FirstFrameMonitor {

    /** A frame is drawn after the call that announces it, and is on the screen by the second call after that one. */
    private static final int CALLS = 3;

    private final List<Runnable> waiting = new ArrayList<>();
    private int calls;

    /** Does something when the first frame has been painted. */
    void then(Runnable work) {
        waiting.add(work);
    }

    /** Called once a frame. */
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
