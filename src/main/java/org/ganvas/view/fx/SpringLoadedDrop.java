package org.ganvas.view.fx;

import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Doors that open when something is dragged over them, so that it can be dropped behind them. FX thread. */
public final class SpringLoadedDrop {

    private SpringLoadedDrop() {}

    /** Opens a door for text that is dragged over it; dropped on the door itself, it stays where it was. */
    public static void install(Node door, Runnable open) {
        door.addEventHandler(DragEvent.DRAG_ENTERED, event -> {
            if (event.getDragboard().hasString()) {
                open.run();
            }
        });
        door.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasString()) {
                // Without it, some desktops show the sign that nothing can be done here.
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
    }
}
