package org.ganvas.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.ganvas.viewmodel.window.SavedFileViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Current remark, in place of the status strip, so that no control of a screen is covered. FX thread. */
final class ToastBar extends HBox {

    ToastBar(NoticesViewModel notices, SavedFileViewModel savedFile) {
        super(10);
        setId("toastBar");
        getStyleClass().add("toast");
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label();
        text.setId("toast");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.textProperty().bind(notices.toastProperty());
        HBox.setHgrow(text, Priority.SOMETIMES);
        Button folder = CardFactory.styled(
                new Button(Messages.text("toast.showInFolder"), IconFactory.of(Feather.FOLDER)), "toast-button");
        folder.setId("toastFolder");
        folder.setMinWidth(Region.USE_PREF_SIZE);
        folder.setFocusTraversable(false);
        folder.setAccessibleText(folder.getText());
        folder.setOnAction(event -> savedFile.showInFolder());
        folder.visibleProperty().bind(notices.savedFileProperty().isNotNull());
        folder.managedProperty().bind(folder.visibleProperty());
        Button close = CardFactory.styled(new Button(null, IconFactory.of(Feather.X)), "toast-button", "flat");
        close.setId("toastClose");
        close.setFocusTraversable(false);
        close.setOnAction(event -> notices.dismissRemark());
        HelpTooltips.tip(close, Messages.text("problem.close"));
        getChildren().addAll(IconFactory.of(Feather.INFO), text, folder, CardFactory.space(), close);
        visibleProperty().bind(notices.toastProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        hoverProperty().addListener((property, old, now) -> notices.keepRemark(now));
    }
}
