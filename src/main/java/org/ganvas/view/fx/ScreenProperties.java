package org.ganvas.view.fx;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** Properties of the screen that shows a node. FX thread. */
public final class ScreenProperties {

    private ScreenProperties() {}

    /** Screen pixels a layout unit. */
    public static double scaleOf(Node node) {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }
}
