package org.ganvas.view.fx;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scroll panes whose content changes while nobody scrolls. FX thread. */
public final class ScrollPanes {

    private ScrollPanes() {}

    /**
     * Paints the content as it is. Of itself a scroll pane keeps a picture of it, which makes scrolling quick, but is
     * painted anew, whole, whenever anything in it has changed: two thirds of the renderer's time when it held the window.
     */
    public static <T extends ScrollPane> T direct(T pane) {
        pane.skinProperty().addListener((property, old, now) -> {
            Node viewport = pane.lookup(".viewport");
            if (viewport != null) {
                viewport.setCache(false);
            }
        });
        return pane;
    }
}
