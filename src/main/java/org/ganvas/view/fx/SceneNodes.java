package org.ganvas.view.fx;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Questions about places in the scene graph. Any thread that may read it. */
public final class SceneNodes {

    private SceneNodes() {}

    /** Whether a node is another one or one of its descendants; never for null. */
    public static boolean isWithin(@Nullable Node node, Node whole) {
        for (Node ancestor = node; ancestor != null; ancestor = ancestor.getParent()) {
            if (ancestor == whole) {
                return true;
            }
        }
        return false;
    }

    /** Whether a node and all its ancestors are visible. */
    public static boolean isShown(Node node) {
        for (Node ancestor = node; ancestor != null; ancestor = ancestor.getParent()) {
            if (!ancestor.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
