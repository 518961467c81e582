package org.ganvas.view;

import javafx.event.EventDispatcher;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.ScrollPanes;
import org.ganvas.view.fx.ViewBindings;

/**
 * Scroll pane around the window's content for large text sizes: where the content is larger than the window it scrolls
 * to the control that receives the focus. It does nothing where the content fits. FX thread.
 */
final class FocusScrollPane extends ScrollPane {

    FocusScrollPane(Region content, Scene scene) {
        super(content);
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        getStyleClass().add("edge-to-edge");
        setId("focusScroll");
        ScrollPanes.withoutCache(this);
        // By default a scroll pane consumes arrow keys and Space, and takes the focus at every click.
        EventDispatcher own = getEventDispatcher();
        setEventDispatcher((event, tail) -> event instanceof KeyEvent || event instanceof MouseEvent
                ? tail.dispatchEvent(event)
                : own.dispatchEvent(event, tail));
        ViewBindings.listen(scene.focusOwnerProperty(), (property, old, now) -> {
            if (now != null) {
                scrollIntoView(now);
            }
        });
    }

    private void scrollIntoView(Node node) {
        Bounds visible = getViewportBounds();
        Bounds whole = getContent().getLayoutBounds();
        Bounds wanted = getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        if (wanted != null && isInside(node)) {
            Extent across = new Extent(wanted.getMinX(), wanted.getMaxX());
            Extent down = new Extent(wanted.getMinY(), wanted.getMaxY());
            setHvalue(across.scrollPosition(getHvalue(), visible.getWidth(), whole.getWidth()));
            setVvalue(down.scrollPosition(getVvalue(), visible.getHeight(), whole.getHeight()));
        }
    }

    private boolean isInside(Node node) {
        for (Node ancestor = node; ancestor != null; ancestor = ancestor.getParent()) {
            if (ancestor == getContent()) {
                return true;
            }
        }
        return false;
    }

    /** Extent of a node along one axis, in the content's coordinates. */
    record Extent(double from, double to) {

        /**
         * Scroll position from 0 to 1 that shows this extent with the least movement.
         *
         * @param visible length of the viewport
         * @param whole length of the content
         */
        double scrollPosition(double now, double visible, double whole) {
            double overflow = whole - visible;
            if (overflow <= 0) {
                return now;
            }
            double least = Math.min(now * overflow, from);
            double moved = Math.max(least, Math.min(to - visible, from));
            return Math.max(0, Math.min(1, moved / overflow));
        }
    }
}
