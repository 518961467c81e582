package org.ganvas.view.help;

import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.WindowViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Opens the glossary, the welcome page and the tour over the window, one at a time. Each is built when it is asked for and
 * gone when it is closed; the focus goes back to where it was. FX thread.
 */
public final class HelpOverlay {

    private final WindowViewModel model;
    private final StackPane root;
    private final Node frame;
    private final Node room;
    private @Nullable Region shown;
    private @Nullable Node focus;

    /**
     * @param root what layers are laid on
     * @param frame everything below them
     * @param room what of it the welcome page may cover
     */
    public HelpOverlay(WindowViewModel model, Scene scene, StackPane root, Node frame, Node room) {
        this.model = model;
        this.root = root;
        this.frame = frame;
        this.room = room;
        EventHandler<KeyEvent> keys = this::pressed;
        scene.addEventHandler(KeyEvent.KEY_PRESSED, keys);
        ViewBindings.atEnd(() -> scene.removeEventHandler(KeyEvent.KEY_PRESSED, keys));
        // Space has started it: nothing may be in the way of the pictures.
        ViewBindings.of(model.train().run().runningProperty(), (property, old, now) -> {
            if (now && shown instanceof WelcomeLayer) {
                close();
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && shown != null) {
            close();
            event.consume();
        }
    }

    /** The glossary, at what explains the control that has the focus. */
    public void explainFocus() {
        if (shown instanceof GlossaryLayer) {
            close();
            return;
        }
        Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
        String key = HelpTooltips.keyOf(focused);
        GlossaryLayer layer = new GlossaryLayer(this::close);
        show(layer);
        layer.open(key);
    }

    /** The welcome page. */
    public void welcome() {
        WelcomeLayer layer = new WelcomeLayer(model, this::close, this::tour);
        show(layer);
        double above = room.localToScene(0, 0).getY();
        StackPane.setMargin(layer, new Insets(Math.max(0, above), 0, 28, 0));
    }

    /** The way round. */
    public void tour() {
        TourLayer layer = new TourLayer(frame, this::close);
        show(layer);
        layer.go(0);
    }

    /** Whether something lies over the window. */
    public boolean isOpen() {
        return shown != null;
    }

    private void show(Region layer) {
        close();
        focus = root.getScene() == null ? null : root.getScene().getFocusOwner();
        shown = layer;
        root.getChildren().add(layer);
        layer.applyCss();
    }

    private void close() {
        Region open = shown;
        if (open != null) {
            shown = null;
            root.getChildren().remove(open);
            Node back = focus;
            focus = null;
            (back != null && back.getScene() != null ? back : root).requestFocus();
        }
    }
}
