package org.ganvas.view.dream;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ganvas.view.control.NumberField;
import org.ganvas.view.explore.ExploreButtons;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.dream.DreamSettings;
import org.ganvas.viewmodel.dream.DreamViewModel;
import org.ganvas.viewmodel.text.Messages;

/** One number of the settings: name, slider over the usual range, and a field that takes any. FX thread. */
final class DreamNumberRow extends HBox {

    /**
     * Range of a slider.
     *
     * @param low least value
     * @param high largest value
     * @param usual value that a double click sets
     */
    record Range(double low, double high, double usual) {}

    /**
     * @param id of the field; the slider's ends in Slider
     * @param key of its texts
     * @param read the value of the settings
     */
    DreamNumberRow(
            DreamViewModel model,
            String id,
            String key,
            Range range,
            DoubleFunction<String> format,
            ToDoubleFunction<DreamSettings> read,
            DoubleConsumer take) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(Messages.text(Messages.has(key + ".label") ? key + ".label" : key + ".title"));
        HelpTooltips.about(name, key);
        TextScaling.scaleMinWidth(name, 104);
        ObservableValue<Double> value = ViewBindings.map(model.actingProperty(), read::applyAsDouble);
        Slider slider = ExploreButtons.slider(id + "Slider", range.low(), range.high(), range.usual(), key, take);
        ExploreButtons.bind(slider, value, take);
        slider.setMinWidth(36);
        HBox.setHgrow(slider, Priority.ALWAYS);
        NumberField field = new NumberField(format, take);
        field.setId(id);
        field.setPrefWidth(64);
        field.setMinWidth(56);
        HelpTooltips.about(field, key);
        ViewBindings.listen(value, (property, old, now) -> field.show(now));
        field.show(value.getValue());
        getChildren().addAll(name, slider, field);
    }

    /** The row, disabled while a layer takes the size of the data only. */
    DreamNumberRow ofAnySize(DreamViewModel model) {
        disableProperty().bind(ViewBindings.map(model.fixedSizeProperty(), fixed -> fixed));
        return DisabledReasons.set(this, "dream.size");
    }
}
