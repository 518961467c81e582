package org.ganvas.view.fx;

import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Spring-loaded controls: dragging over one opens its page, so that the content can be dropped there. FX thread. */
public final class SpringLoadedDrop {

    private SpringLoadedDrop() {}

    /** Runs {@code open} when text is dragged over a control; a drop on the control itself does nothing. */
    public static void install(Node control, Runnable open) {
        control.addEventHandler(DragEvent.DRAG_ENTERED, event -> {
            if (event.getDragboard().hasString()) {
                open.run();
            }
        });
        control.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasString()) {
                // Without it some desktops show the cursor of a refused drop.
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
    }
}
