package org.ganvas.view.fx;

import javafx.application.Platform;

/** Hand-over of work to the FX thread. Any thread. */
public final class FxThread {

    private static boolean inFrame;

    private FxThread() {}

    /** Runs a task later on the FX thread. For rare events; frequent data goes through a mailbox. */
    public static void later(Runnable work) {
        Platform.runLater(work);
    }

    /**
     * Runs a task that waits for the system, such as a file dialog: at once, so that the window goes on painting
     * meanwhile, or after the frame where this is called inside one. FX thread.
     */
    public static void outsideOfFrame(Runnable work) {
        if (inFrame) {
            later(work);
        } else {
            work.run();
        }
    }

    /** Runs the work of a frame. */
    static void frame(Runnable work) {
        boolean before = inFrame;
        inFrame = true;
        try {
            work.run();
        } finally {
            inFrame = before;
        }
    }
}
