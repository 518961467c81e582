package org.ganvas.view;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Toast over the bottom of the window; mouse events pass through it. FX thread. */
final class ToastLayer extends StackPane {

    ToastLayer(NoticesViewModel notices) {
        Label toast = new Label();
        toast.setId("toast");
        toast.setGraphic(IconFactory.of(Feather.INFO));
        toast.setWrapText(true);
        toast.setMaxWidth(560);
        toast.setMinHeight(Region.USE_PREF_SIZE);
        toast.setMaxHeight(Region.USE_PREF_SIZE);
        toast.getStyleClass().add("toast");
        toast.textProperty().bind(notices.toastProperty());
        toast.visibleProperty().bind(notices.toastProperty().isNotEmpty());
        getChildren().add(toast);
        setAlignment(toast, Pos.BOTTOM_CENTER);
        setMargin(toast, new Insets(0, 24, 48, 24));
        setMouseTransparent(true);
    }
}
