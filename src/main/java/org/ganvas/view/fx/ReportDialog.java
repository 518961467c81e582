package org.ganvas.view.fx;

import java.nio.file.Path;
import javafx.event.ActionEvent;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.ganvas.viewmodel.text.Messages;

/** Dialog with a report to read and copy, and the place of its file. FX thread. */
final class ReportDialog {

    private ReportDialog() {}

    static void show(Alert alert, String title, Path place, String text) {
        ButtonType copy = new ButtonType(Messages.text("report.copy"), ButtonBar.ButtonData.LEFT);
        ButtonType close = new ButtonType(Messages.text("report.close"), ButtonBar.ButtonData.OK_DONE);
        alert.getButtonTypes().setAll(copy, close);
        alert.setHeaderText(title);
        Label where = new Label(Messages.text("report.place", place));
        where.setWrapText(true);
        where.getStyleClass().add("prose");
        TextArea area = new TextArea(text);
        area.setId("reportText");
        area.setEditable(false);
        area.setPrefHeight(360);
        area.getStyleClass().add("report-text");
        area.setAccessibleText(title);
        alert.getDialogPane().getStyleClass().add("report-prompt");
        alert.getDialogPane().setContent(new VBox(8, where, area));
        Button copyButton = (Button) alert.getDialogPane().lookupButton(copy);
        copyButton.addEventFilter(ActionEvent.ACTION, event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        });
        alert.showAndWait();
    }
}
