package org.ganvas.view.explore;

import java.util.function.DoubleConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** Small controls of the Explore and Dream screens. FX thread. */
public final class ExploreButtons {

    private static final double ROW_LABEL = 64;

    private ExploreButtons() {}

    /** A row of a label, a control that takes the room, and others behind it. */
    static HBox row(String key, Node control, Node... more) {
        Label label = CardFactory.caption(Messages.text(key));
        TextScaling.scaleMinWidth(label, ROW_LABEL);
        HelpTooltips.share(label, control);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = new HBox(6, label, control);
        row.getChildren().addAll(more);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** A flat button with an icon; explained by {@code key.title} and {@code key.text}. */
    public static Button icon(String id, Feather icon, String key, Runnable work) {
        Button button = new Button(null, IconFactory.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(event -> work.run());
        return HelpTooltips.about(button, key);
    }

    /** A small button with a text. */
    public static Button text(String id, String text, Runnable work, String... styles) {
        Button button = new Button(text);
        button.setId(id);
        button.setAccessibleText(text);
        button.getStyleClass().add("small");
        button.getStyleClass().addAll(styles);
        button.setOnAction(event -> work.run());
        return button;
    }

    /** Makes a node visible and managed only while a condition holds. */
    public static void showWhen(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    /** A slider that a double click resets. */
    public static Slider slider(String id, double low, double high, double usual, String key, DoubleConsumer take) {
        Slider slider = new Slider(low, high, usual);
        slider.setId(id);
        slider.getStyleClass().add("small");
        slider.setMaxWidth(Double.MAX_VALUE);
        slider.setBlockIncrement((high - low) / 50);
        slider.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                take.accept(usual);
                event.consume();
            }
        });
        return HelpTooltips.about(slider, key);
    }

    /** Binds a slider to a property and to the command for every move by the user. */
    public static void bind(Slider slider, ObservableValue<? extends Number> shown, DoubleConsumer take) {
        boolean[] showing = {false};
        slider.valueProperty().addListener((property, old, now) -> {
            if (!showing[0]) {
                take.accept(now.doubleValue());
            }
        });
        Runnable show = () -> {
            showing[0] = true;
            slider.setValue(Math.max(
                    slider.getMin(), Math.min(slider.getMax(), shown.getValue().doubleValue())));
            showing[0] = false;
        };
        ViewBindings.listen(shown, (property, old, now) -> show.run());
        show.run();
    }
}
