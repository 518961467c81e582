package org.ganvas.view.layout;

import java.util.Map;
import javafx.event.EventHandler;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.keys.WindowKeys;
import org.ganvas.viewmodel.text.Messages;

/**
 * Divider between two panes: dragged, moved by arrow keys, and returned to its usual place by a double click or Home.
 * FX thread.
 */
final class PaneDivider extends Region {

    private static final double KEY_STEP = 16;

    private final Orientation orientation;
    private final Target target;
    private int sign = 1;
    private double pressedAt;
    private double pressedSize;

    /** Size of the pane that the divider changes, in text units. */
    interface Target {

        double size();

        void resize(double wanted);

        /** Returns the pane to its usual size. */
        void reset();
    }

    /**
     * @param orientation of the axis along which it moves
     * @param title of the pane that it resizes
     */
    PaneDivider(Orientation orientation, String title, Target target) {
        this.orientation = orientation;
        this.target = target;
        getStyleClass().add("pane-divider");
        setCursor(orientation == Orientation.HORIZONTAL ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(Messages.text("pane.divider", title));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(event -> target.resize(pressedSize + (at(event) - pressedAt) * sign / TextScaling.of(1)));
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                target.reset();
            }
        });
        setOnKeyPressed(keys());
    }

    /** Direction in which the pane grows: 1 to the right or downwards, -1 the other way. */
    void setSign(int direction) {
        sign = direction;
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        pressedAt = at(event);
        pressedSize = target.size();
        event.consume();
    }

    private double at(MouseEvent event) {
        return orientation == Orientation.HORIZONTAL ? event.getSceneX() : event.getSceneY();
    }

    private EventHandler<KeyEvent> keys() {
        return WindowKeys.DIVIDER.handler(Map.of(
                WindowKeys.MOVE_DIVIDER_BACK, event -> target.resize(target.size() - sign * KEY_STEP),
                WindowKeys.MOVE_DIVIDER_ON, event -> target.resize(target.size() + sign * KEY_STEP),
                WindowKeys.RESET_DIVIDER, event -> target.reset()));
    }
}
