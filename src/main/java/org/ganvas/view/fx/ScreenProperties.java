package org.ganvas.view.fx;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** What the screen is like. FX thread. */
public final class ScreenProperties {

    private ScreenProperties() {}

    /** The screen's pixels a unit of layout, where the node is shown. */
    public static double scaleOf(Node node) {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }
}
