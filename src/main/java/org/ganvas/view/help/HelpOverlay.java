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
import org.ganvas.view.layout.ResponsivePanes;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.project.RecoveryOffer;
import org.jspecify.annotations.Nullable;

/**
 * Host of glossary, welcome page and tour over the window, one at a time. Each is built when it opens and discarded
 * when it closes; the focus returns to the node that had it. FX thread.
 */
public final class HelpOverlay {

    private final WindowViewModel model;
    private final StackPane root;
    private final Node frame;
    private final Node below;
    private final ResponsivePanes screen;
    private @Nullable Region shown;
    private @Nullable Node focus;

    /**
     * @param root parent of the layers
     * @param frame window content below them
     * @param below part of it that the welcome page may cover
     * @param screen that the tour shows
     */
    public HelpOverlay(
            WindowViewModel model, Scene scene, StackPane root, Node frame, Node below, ResponsivePanes screen) {
        this.model = model;
        this.root = root;
        this.frame = frame;
        this.below = below;
        this.screen = screen;
        EventHandler<KeyEvent> keys = this::pressed;
        scene.addEventHandler(KeyEvent.KEY_PRESSED, keys);
        ViewBindings.onDispose(() -> scene.removeEventHandler(KeyEvent.KEY_PRESSED, keys));
        ViewBindings.listen(below.localToSceneTransformProperty(), (property, old, now) -> placeWelcome());
        ViewBindings.listen(model.projects().recovery().offerProperty(), (property, old, now) -> concedeTo(now));
        // Training was started by Space: the welcome page must not cover the samples.
        ViewBindings.listen(model.train().run().runningProperty(), (property, old, now) -> {
            if (now && shown instanceof WelcomeLayer) {
                close();
            }
        });
    }

    /** A run that can be recovered is found while the page is there already: it must not wait behind it. */
    private void concedeTo(@Nullable RecoveryOffer offer) {
        if (offer != null && shown instanceof WelcomeLayer) {
            close();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && shown != null) {
            close();
            event.consume();
        }
    }

    /** Opens the glossary at the entry of the focused control; closes it if it is open. */
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

    /** Opens the welcome page. */
    public void welcome() {
        WelcomeLayer layer = new WelcomeLayer(model, this::close, this::tour);
        show(layer);
        placeWelcome();
    }

    /** Keeps the welcome page below the header, whose height is found by the first layout only. */
    private void placeWelcome() {
        if (shown instanceof WelcomeLayer) {
            double above = below.localToScene(0, 0).getY();
            StackPane.setMargin(shown, new Insets(Math.max(0, above), 0, 28, 0));
        }
    }

    /** Starts the tour. */
    public void tour() {
        TourLayer layer = new TourLayer(frame, screen, model.train().run(), this::close);
        show(layer);
        layer.showStop(0);
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
            Node previousFocus = focus;
            focus = null;
            (previousFocus != null && previousFocus.getScene() != null ? previousFocus : root).requestFocus();
        }
    }
}
