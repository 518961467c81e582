package org.ganvas.view.fx;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scroll panes for content that changes often. FX thread. */
public final class ScrollPanes {

    private ScrollPanes() {}

    /**
     * Turns off the bitmap cache of the viewport. The cache makes scrolling quick, but is repainted as a whole at every
     * change inside: two thirds of the rendering time when the pane held the window.
     */
    public static <T extends ScrollPane> T withoutCache(T pane) {
        pane.skinProperty().addListener((property, old, now) -> {
            Node viewport = pane.lookup(".viewport");
            if (viewport != null) {
                viewport.setCache(false);
            }
        });
        return pane;
    }
}
