package org.ganvas.view;

import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.WindowKeys;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Presentation mode of the window: full screen, and a menu of the panes hidden in it. FX thread. */
final class PresentationMode {

    private PresentationMode() {}

    /**
     * Keeps full screen and presentation mode in step, in both directions.
     *
     * @return task that ends this: the stage may outlive the model and would keep it in memory
     */
    static Runnable bindFullScreen(PresentationViewModel model, Stage stage) {
        ChangeListener<Boolean> toStage = (property, old, now) -> stage.setFullScreen(now);
        ChangeListener<Boolean> toModel = (property, old, now) -> model.setOn(now);
        ChangeListener<Number> height = (property, old, now) -> model.setHeight(now.doubleValue());
        model.onProperty().addListener(toStage);
        stage.fullScreenProperty().addListener(toModel);
        stage.heightProperty().addListener(height);
        model.setHeight(stage.getHeight());
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        return () -> {
            model.onProperty().removeListener(toStage);
            stage.fullScreenProperty().removeListener(toModel);
            stage.heightProperty().removeListener(height);
        };
    }

    /**
     * Lets Escape leave presentation mode only where nothing is open that it closes: the system's own key would leave it
     * before a menu or the glossary receives it. Installed after all other handlers of the scene for this key.
     */
    static void leaveByEscape(PresentationViewModel model, Scene scene) {
        EventHandler<KeyEvent> leave = WindowKeys.WINDOW.handlerIf(Map.of(WindowKeys.CLOSE, event -> {
            boolean leaves = !event.isConsumed() && model.onProperty().get();
            if (leaves) {
                model.setOn(false);
            }
            return leaves;
        }));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, leave);
        ViewBindings.onDispose(() -> scene.removeEventHandler(KeyEvent.KEY_PRESSED, leave));
    }

    /** Menu of the panes, each checked while it is hidden in presentation mode. */
    static Menu menu(PresentationViewModel model) {
        Menu menu = new Menu(Messages.text("presentation.hide"), IconFactory.of(Feather.EYE_OFF));
        menu.setId("menuHide");
        for (PresentationViewModel.Pane pane : PresentationViewModel.Pane.values()) {
            menu.getItems().add(item(model, pane));
        }
        return menu;
    }

    /** Check box that leaves the menu open, so that several panes are ticked in one go. */
    private static CustomMenuItem item(PresentationViewModel model, PresentationViewModel.Pane pane) {
        CheckBox box = new CheckBox(Messages.text("presentation.pane." + pane.key()));
        box.setFocusTraversable(false);
        box.setMaxWidth(Double.MAX_VALUE);
        box.selectedProperty().bindBidirectional(model.hiddenProperty(pane));
        ViewBindings.onDispose(() -> box.selectedProperty().unbindBidirectional(model.hiddenProperty(pane)));
        // The item is fired by mouse and keyboard alike; the box would hear only the mouse.
        box.setMouseTransparent(true);
        StackPane whole = new StackPane(box);
        whole.setAlignment(Pos.CENTER_LEFT);
        CustomMenuItem item = new CustomMenuItem(whole, false);
        item.setId("menuHide" + pane.key());
        // An action of the box would be one of its item too, which would fire the box again without end.
        item.setOnAction(event -> box.setSelected(!box.isSelected()));
        return item;
    }

    /** Hides a node, without leaving its space, while its pane is hidden. */
    static void hide(Node node, PresentationViewModel model, PresentationViewModel.Pane pane) {
        node.visibleProperty().bind(model.shownProperty(pane));
        node.managedProperty().bind(model.shownProperty(pane));
    }
}
