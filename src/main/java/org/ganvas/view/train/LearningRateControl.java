package org.ganvas.view.train;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.NumberField;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.TrainingSettingsViewModel;

/** A learning rate: a slider over powers of ten, and a field for the exact number. FX thread. */
final class LearningRateControl extends VBox {

    private final Slider slider = new Slider(
            Math.log10(TrainingSettingsViewModel.LOWEST_RATE),
            Math.log10(TrainingSettingsViewModel.HIGHEST_RATE),
            -3.7);
    private final NumberField field;
    private final DoubleConsumer take;
    private boolean following;

    LearningRateControl(String key, String actor, ObservableValue<Double> rate, DoubleConsumer take) {
        super(2);
        this.take = take;
        field = new NumberField(NumberFormats::rate, take);
        field.setId(actor + "RateField");
        TextScaling.scalePrefWidth(field, 76);
        TextScaling.scaleMinWidth(field, 60);
        slider.setId(actor + "RateSlider");
        slider.getStyleClass().addAll("small", "actor-slider", actor);
        slider.setBlockIncrement(0.1);
        Label label = new Label(Messages.text(key + ".title"));
        label.setMinWidth(USE_PREF_SIZE);
        HBox name = new HBox(8, CardFactory.dot(actor), label);
        name.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(8, name, CardFactory.space(), field);
        head.setAlignment(Pos.CENTER_LEFT);
        HelpTooltips.about(name, key);
        HelpTooltips.about(slider, key);
        HelpTooltips.about(field, key);
        getChildren().addAll(head, slider);
        ViewBindings.listen(rate, (property, old, now) -> follow(now));
        follow(rate.getValue());
        slider.valueProperty().addListener((property, old, now) -> moved(now.doubleValue()));
    }

    private void follow(double rate) {
        following = true;
        slider.setValue(Math.log10(rate));
        following = false;
        field.show(rate);
    }

    private void moved(double logarithm) {
        if (!following) {
            take.accept(rounded(Math.pow(10, logarithm)));
        }
    }

    /** Two digits, as people choose rates: more would be noise of the hand. */
    private static double rounded(double rate) {
        double unit = Math.pow(10, Math.floor(Math.log10(rate)) - 1);
        return Double.parseDouble(String.format(Locale.ROOT, "%.2e", Math.round(rate / unit) * unit));
    }
}
