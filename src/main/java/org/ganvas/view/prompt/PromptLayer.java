package org.ganvas.view.prompt;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.ganvas.view.fx.FxThread;
import org.ganvas.view.fx.SceneNodes;
import org.jspecify.annotations.Nullable;

/**
 * Modal layer over the window's content; hidden without prompts. The newest prompt is on top, and those below wait for
 * it. While one is open the focus stays in it, and keys and clicks do not reach the content. FX thread.
 */
public final class PromptLayer extends StackPane {

    private static final String ID = "promptLayer";
    private static final double MARGIN = 24;

    private final List<PromptCard> cards = new ArrayList<>();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private final ChangeListener<Node> focusTrap = (property, old, now) -> keepFocus(now);
    private @Nullable Node focusBefore;

    public PromptLayer() {
        setId(ID);
        getStyleClass().add("prompt-layer");
        setPadding(new Insets(MARGIN));
        visibleProperty().bind(open);
        // Over layers that are added later.
        setViewOrder(-1);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        sceneProperty().addListener((property, old, now) -> {
            if (old != null) {
                old.focusOwnerProperty().removeListener(focusTrap);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(focusTrap);
            }
        });
    }

    /** Layer of a scene. */
    public static PromptLayer in(Scene scene) {
        if (scene.lookup("#" + ID) instanceof PromptLayer layer) {
            return layer;
        }
        throw new IllegalStateException("The window has no content yet.");
    }

    /** Whether a prompt is open. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Opens a prompt over those that are open. */
    public void show(PromptCard card) {
        if (cards.isEmpty()) {
            focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        } else {
            top().setVisible(false);
        }
        cards.add(card);
        getChildren().add(card);
        open.set(true);
        applyCss();
        card.focus();
    }

    /** Closes a prompt without an answer; false if it is closed already. */
    public boolean close(PromptCard card) {
        if (!cards.remove(card)) {
            return false;
        }
        getChildren().remove(card);
        if (cards.isEmpty()) {
            open.set(false);
            restoreFocus();
        } else {
            top().setVisible(true);
            top().focus();
        }
        return true;
    }

    private PromptCard top() {
        return cards.get(cards.size() - 1);
    }

    private void restoreFocus() {
        Node before = focusBefore;
        focusBefore = null;
        if (before != null && before.getScene() != null && !before.isDisabled()) {
            before.requestFocus();
        } else if (getScene() != null) {
            // Otherwise the first drop-down list would get the focus, and arrow keys would change the data.
            getScene().getRoot().requestFocus();
        }
    }

    private void keepFocus(@Nullable Node owner) {
        if (open.get() && !SceneNodes.isWithin(owner, this)) {
            // Later, because the focus is being changed.
            FxThread.later(() -> {
                if (open.get()
                        && getScene() != null
                        && !SceneNodes.isWithin(getScene().getFocusOwner(), this)) {
                    top().focus();
                }
            });
        }
    }

    /** Answers Enter and Escape, and keeps every key but those that move the focus from the shortcuts of the window. */
    private void pressed(KeyEvent event) {
        if (cards.isEmpty()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.TAB && !event.isShortcutDown() || code.isArrowKey()) {
            return;
        }
        event.consume();
        if (code == KeyCode.ESCAPE) {
            top().cancel();
        } else if (code == KeyCode.ENTER) {
            enter(event.getTarget());
        }
    }

    private void enter(Object target) {
        if (target instanceof Button button) {
            button.fire();
        } else {
            top().fireDefault();
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    /** Takes no room of its own: the window is as large as its content wants. */
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }
}
