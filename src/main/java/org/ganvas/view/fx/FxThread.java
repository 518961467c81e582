package org.ganvas.view.fx;

import javafx.application.Platform;

/** Hand-over of work to the FX thread. Any thread. */
public final class FxThread {

    private FxThread() {}

    /** Runs a task later on the FX thread. For rare events; frequent data goes through a mailbox. */
    public static void later(Runnable work) {
        Platform.runLater(work);
    }
}
