package org.ganvas.view;

import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.stage.Stage;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Presentation mode of the window: full screen, and a menu of the panes hidden in it. FX thread. */
final class PresentationMode {

    private PresentationMode() {}

    /** Keeps full screen and presentation mode in step, in both directions. */
    static void bindFullScreen(PresentationViewModel model, Stage stage) {
        model.onProperty().addListener((property, old, now) -> stage.setFullScreen(now));
        stage.fullScreenProperty().addListener((property, old, now) -> model.setOn(now));
        stage.heightProperty().addListener((property, old, now) -> model.setHeight(now.doubleValue()));
        model.setHeight(stage.getHeight());
        stage.setFullScreenExitHint("");
    }

    /** Menu of the panes, each checked while it is hidden in presentation mode. */
    static Menu menu(PresentationViewModel model) {
        Menu menu = new Menu(Messages.text("presentation.hide"), IconFactory.of(Feather.EYE_OFF));
        menu.setId("menuHide");
        for (PresentationViewModel.Pane pane : PresentationViewModel.Pane.values()) {
            CheckMenuItem item = new CheckMenuItem(Messages.text("presentation.pane." + pane.key()));
            item.setId("menuHide" + pane.key());
            item.selectedProperty().bindBidirectional(model.hiddenProperty(pane));
            ViewBindings.onDispose(() -> item.selectedProperty().unbindBidirectional(model.hiddenProperty(pane)));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** Hides a node, without leaving its space, while its pane is hidden. */
    static void hide(Node node, PresentationViewModel model, PresentationViewModel.Pane pane) {
        node.visibleProperty().bind(model.shownProperty(pane));
        node.managedProperty().bind(model.shownProperty(pane));
    }
}
