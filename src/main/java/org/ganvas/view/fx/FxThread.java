package org.ganvas.view.fx;

import javafx.application.Platform;

/** The one way onto the FX thread from elsewhere. Any thread. */
public final class FxThread {

    private FxThread() {}

    /** Runs something on the FX thread, soon. For rare events; what happens often goes through a mailbox. */
    public static void later(Runnable work) {
        Platform.runLater(work);
    }
}
