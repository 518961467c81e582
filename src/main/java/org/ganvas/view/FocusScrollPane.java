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
 * Lets everything be reached where large text takes more room than the window has: there the window scrolls, and what gets
 * the focus comes into sight. Where the room is enough it does nothing. FX thread.
 */
final class FocusScrollPane extends ScrollPane {

    FocusScrollPane(Region content, Scene scene) {
        super(content);
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        getStyleClass().add("edge-to-edge");
        setId("reach");
        ScrollPanes.direct(this);
        // Of itself a scroll pane would take arrow keys and Space from the program, and the focus at every click.
        EventDispatcher own = getEventDispatcher();
        setEventDispatcher((event, tail) -> event instanceof KeyEvent || event instanceof MouseEvent
                ? tail.dispatchEvent(event)
                : own.dispatchEvent(event, tail));
        ViewBindings.of(scene.focusOwnerProperty(), (property, old, now) -> {
            if (now != null) {
                comeInSight(now);
            }
        });
    }

    private void comeInSight(Node node) {
        Bounds seen = getViewportBounds();
        Bounds whole = getContent().getLayoutBounds();
        Bounds wanted = getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        if (wanted != null && isInside(node)) {
            Stretch across = new Stretch(wanted.getMinX(), wanted.getMaxX());
            Stretch down = new Stretch(wanted.getMinY(), wanted.getMaxY());
            setHvalue(across.inSight(getHvalue(), seen.getWidth(), whole.getWidth()));
            setVvalue(down.inSight(getVvalue(), seen.getHeight(), whole.getHeight()));
        }
    }

    private boolean isInside(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == getContent()) {
                return true;
            }
        }
        return false;
    }

    /** From where to where something lies in one direction. */
    record Stretch(double from, double to) {

        /**
         * Where to scroll, from 0 to 1, with as little movement as brings this into sight.
         *
         * @param seen the length of what is seen
         * @param whole the length of everything
         */
        double inSight(double now, double seen, double whole) {
            double hidden = whole - seen;
            if (hidden <= 0) {
                return now;
            }
            double least = Math.min(now * hidden, from);
            double moved = Math.max(least, Math.min(to - seen, from));
            return Math.max(0, Math.min(1, moved / hidden));
        }
    }
}
