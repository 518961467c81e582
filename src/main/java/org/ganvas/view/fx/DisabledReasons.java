package org.ganvas.view.fx;

import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.WindowEvent;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Reasons why controls are disabled: the accessible help of a control while it is disabled, and a tooltip. JavaFX sends
 * no mouse events to disabled nodes, so one handler of the scene looks for them under the pointer. FX thread.
 */
public final class DisabledReasons {

    static final String SUFFIX = ".disabled";

    private static final double BESIDE_POINTER = 14;

    private final Scene scene;
    private final Tooltip tooltip = HelpTooltips.rich();
    private final PauseTransition delay = new PauseTransition(HelpTooltips.DELAY);
    private @Nullable Node pointed;
    private Point2D pointer = Point2D.ZERO;

    private DisabledReasons(Scene scene) {
        this.scene = scene;
        tooltip.setAutoHide(true);
        delay.setOnFinished(event -> show());
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        scene.addEventHandler(MouseEvent.MOUSE_EXITED, event -> forget());
        scene.addEventFilter(ScrollEvent.SCROLL, event -> forget());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> forget());
    }

    /** Shows the reasons of a scene's disabled controls at the pointer; once a scene. */
    public static void install(Scene scene) {
        scene.getProperties().computeIfAbsent(DisabledReasons.class, key -> new DisabledReasons(scene));
    }

    // ---- Registration ----

    /** Gives a node the reason {@code KEY.disabled}. */
    public static <N extends Node> N set(N node, String key) {
        register(node, new SimpleStringProperty(key + SUFFIX));
        return node;
    }

    /**
     * Gives a node the reason that is true at the time.
     *
     * @param key of the sentence
     */
    public static <N extends Node> N set(N node, ObservableValue<String> key) {
        register(node, key);
        ViewBindings.listen(key, (property, old, now) -> {
            if (node.isDisabled()) {
                node.setAccessibleHelp(of(node));
            }
        });
        return node;
    }

    private static void register(Node node, ObservableValue<String> key) {
        boolean known = node.getProperties().put(DisabledReasons.class, key) != null;
        if (!known) {
            String[] usual = new String[1];
            node.disabledProperty().addListener((property, old, now) -> {
                if (now) {
                    usual[0] = node.getAccessibleHelp();
                }
                node.setAccessibleHelp(now ? of(node) : usual[0]);
            });
            if (node.isDisabled()) {
                usual[0] = node.getAccessibleHelp();
                node.setAccessibleHelp(of(node));
            }
        }
    }

    /** Gives a menu item the reason that is true at the time, shown in its menu. */
    public static <I extends MenuItem> I set(I item, ObservableValue<String> key) {
        item.getProperties().put(DisabledReasons.class, key);
        item.parentPopupProperty().addListener((property, old, now) -> {
            if (now != null) {
                now.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> {
                    Node row = item.getStyleableNode();
                    if (row != null && row.getScene() != null) {
                        row.getProperties().put(DisabledReasons.class, key);
                        row.setAccessibleHelp(item.isDisable() ? Messages.text(key.getValue()) : null);
                        install(row.getScene());
                    }
                });
            }
        });
        return item;
    }

    /** Gives a menu item the reason {@code KEY.disabled}. */
    public static <I extends MenuItem> I set(I item, String key) {
        return set(item, new SimpleStringProperty(key + SUFFIX));
    }

    /**
     * Reason why a node is disabled: that of its outermost disabled ancestor, without which its own would not matter;
     * null if there is none.
     */
    public static @Nullable String of(Node node) {
        String reason = null;
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.isDisable() && each.getProperties().get(DisabledReasons.class) instanceof ObservableValue<?> key) {
                reason = Messages.text((String) key.getValue());
            }
        }
        return reason;
    }

    /** Reason of a disabled menu item; null if there is none. */
    public static @Nullable String of(MenuItem item) {
        return item.getProperties().get(DisabledReasons.class) instanceof ObservableValue<?> key
                ? Messages.text((String) key.getValue())
                : null;
    }

    // ---- At the pointer ----

    private void moved(MouseEvent event) {
        Node found = find(event);
        if (found == null) {
            forget();
            return;
        }
        // Otherwise the tooltip of what lies around the control would appear as well.
        event.consume();
        pointer = new Point2D(event.getScreenX(), event.getScreenY());
        if (found != pointed) {
            forget();
            pointed = found;
            delay.playFromStart();
        }
    }

    /** A click on a disabled control asks for the reason at once. */
    private void pressed(MouseEvent event) {
        Node found = find(event);
        forget();
        if (found != null) {
            pointed = found;
            pointer = new Point2D(event.getScreenX(), event.getScreenY());
            show();
        }
    }

    private void forget() {
        delay.stop();
        tooltip.hide();
        pointed = null;
    }

    private void show() {
        Node node = pointed;
        String reason = node == null ? null : of(node);
        if (node != null && reason != null && node.isDisabled() && scene.getWindow() != null) {
            tooltip.setGraphic(HelpTooltips.card(title(node), reason));
            tooltip.show(scene.getWindow(), pointer.getX() + BESIDE_POINTER, pointer.getY() + BESIDE_POINTER);
        }
    }

    /** Name of a node or of the nearest named one around it. */
    private static String title(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            String text = each.getAccessibleText();
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    /** Innermost disabled node at the pointer that has a reason, itself or around it; null if there is none. */
    private static @Nullable Node find(MouseEvent event) {
        Node picked = event.getPickResult().getIntersectedNode();
        if (!(picked instanceof Parent parent)) {
            return null;
        }
        Node disabled = disabledIn(parent, event.getSceneX(), event.getSceneY());
        if (disabled == null) {
            return null;
        }
        Node inner = innermost(disabled, event.getSceneX(), event.getSceneY());
        return of(inner) == null ? null : inner;
    }

    private static @Nullable Node disabledIn(Parent parent, double x, double y) {
        for (int i = parent.getChildrenUnmodifiable().size() - 1; i >= 0; i--) {
            Node child = parent.getChildrenUnmodifiable().get(i);
            if (!isAt(child, x, y)) {
                continue;
            }
            Node found = child.isDisable() ? child : child instanceof Parent inner ? disabledIn(inner, x, y) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Node innermost(Node node, double x, double y) {
        if (node instanceof Parent parent) {
            for (int i = parent.getChildrenUnmodifiable().size() - 1; i >= 0; i--) {
                Node child = parent.getChildrenUnmodifiable().get(i);
                if (isAt(child, x, y)) {
                    return innermost(child, x, y);
                }
            }
        }
        return node;
    }

    private static boolean isAt(Node node, double x, double y) {
        return node.isVisible() && node.contains(node.sceneToLocal(x, y));
    }
}
