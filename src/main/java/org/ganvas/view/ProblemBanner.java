package org.ganvas.view;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticeAction;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Banner with the text of a problem and the actions against it, below the header. It pushes the screen down, because it
 * may stay for long and would cover headings. Escape closes it. FX thread.
 */
final class ProblemBanner extends HBox {

    /**
     * @param scene whose Escape key closes the banner, unless something above it takes the key
     */
    ProblemBanner(WindowViewModel model, Scene scene) {
        super(12);
        NoticesViewModel notices = model.notices();
        setId("problemBanner");
        getStyleClass().add("problem-banner");
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label();
        text.setId("problemText");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.textProperty().bind(notices.problemProperty());
        Button reset = new Button(Messages.text("reset.title"), IconFactory.of(Feather.ROTATE_CCW));
        reset.setId("problemReset");
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.setOnAction(event -> model.train().run().reset());
        reset.visibleProperty().bind(notices.failedProperty());
        reset.managedProperty().bind(notices.failedProperty());
        HelpTooltips.about(reset, "reset");
        Button action = action("problemAction", notices.actionProperty());
        Button alternative = action("problemAlternative", notices.alternativeProperty());
        Button report = new Button(Messages.text("problem.report"), IconFactory.of(Feather.FILE_TEXT));
        report.setId("problemReport");
        report.setMinWidth(Region.USE_PREF_SIZE);
        report.setAccessibleText(report.getText());
        report.setOnAction(event -> model.showReport());
        report.visibleProperty().bind(notices.failureReportProperty().isNotNull());
        report.managedProperty().bind(report.visibleProperty());
        Button close = new Button(null, IconFactory.of(Feather.X));
        close.setId("problemClose");
        close.getStyleClass().addAll("button-icon", "flat");
        close.setOnAction(event -> notices.dismissProblem());
        HelpTooltips.tip(close, Messages.text("problem.close"));
        getChildren().addAll(IconFactory.of(Feather.ALERT_TRIANGLE), text, action, alternative, report, reset, close);
        visibleProperty().bind(notices.problemProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        EventHandler<KeyEvent> keys = event -> {
            if (event.getCode() == KeyCode.ESCAPE && !event.isConsumed() && isVisible()) {
                notices.dismissProblem();
                event.consume();
            }
        };
        scene.addEventHandler(KeyEvent.KEY_PRESSED, keys);
        ViewBindings.onDispose(() -> scene.removeEventHandler(KeyEvent.KEY_PRESSED, keys));
    }

    private static Button action(String id, ReadOnlyObjectProperty<@Nullable NoticeAction> shown) {
        Button button = new Button();
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(id);
        ViewBindings.listen(shown, (property, old, now) -> show(button, now));
        show(button, shown.get());
        return button;
    }

    private static void show(Button button, @Nullable NoticeAction action) {
        button.setVisible(action != null);
        button.setManaged(action != null);
        if (action != null) {
            button.setText(action.label());
            button.setAccessibleText(action.label());
            button.setOnAction(event -> action.work().run());
        }
    }
}
