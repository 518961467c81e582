package org.ganvas.view;

import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.stage.Stage;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.Icons;
import org.ganvas.viewmodel.ClassModeViewModel;
import org.ganvas.viewmodel.Messages;
import org.kordamp.ikonli.feather.Feather;

/** Class mode in the window: the whole screen, and what is hidden there as a menu. FX thread. */
final class ClassMode {

    private ClassMode() {}

    /** Lets the window fill the screen in class, and class end when it no longer does. */
    static void follow(ClassModeViewModel model, Stage stage) {
        model.onProperty().addListener((property, old, now) -> stage.setFullScreen(now));
        stage.fullScreenProperty().addListener((property, old, now) -> model.set(now));
        stage.heightProperty().addListener((property, old, now) -> model.fill(now.doubleValue()));
        model.fill(stage.getHeight());
        stage.setFullScreenExitHint("");
    }

    /** What is hidden in class, with a mark at each. */
    static Menu menu(ClassModeViewModel model) {
        Menu menu = new Menu(Messages.text("presentation.hide"), Icons.of(Feather.EYE_OFF));
        menu.setId("menuHide");
        for (ClassModeViewModel.Pane pane : ClassModeViewModel.Pane.values()) {
            CheckMenuItem item = new CheckMenuItem(Messages.text("presentation.pane." + pane.key()));
            item.setId("menuHide" + pane.key());
            item.selectedProperty().bindBidirectional(model.hiddenProperty(pane));
            Follow.atEnd(() -> item.selectedProperty().unbindBidirectional(model.hiddenProperty(pane)));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** Takes a node away while its pane is hidden. */
    static void hide(Node node, ClassModeViewModel model, ClassModeViewModel.Pane pane) {
        node.visibleProperty().bind(model.shownProperty(pane));
        node.managedProperty().bind(model.shownProperty(pane));
    }
}
