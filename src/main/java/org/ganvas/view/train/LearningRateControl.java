package org.ganvas.view.train;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.setting.Setting;
import org.ganvas.engine.spec.setting.SettingRange;
import org.ganvas.view.control.NumberField;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.LiveTuningViewModel;
import org.jspecify.annotations.Nullable;

/** A learning rate: a slider over powers of ten, and a field for the exact number. FX thread. */
final class LearningRateControl extends VBox {

    /** Shown before the first run. */
    private static final double START = 2e-4;

    private final Slider slider = new Slider();
    private final NumberField field;
    private final Setting<Double> setting;
    private boolean following;

    /** @param player whose colour and ids it has */
    LearningRateControl(String player, Setting<Double> setting, LiveTuningViewModel model) {
        super(2);
        this.setting = setting;
        field = new NumberField(NumberFormats::rate, rate -> model.setRate(setting, rate));
        field.setId(player + "RateField");
        TextScaling.scalePrefWidth(field, 76);
        TextScaling.scaleMinWidth(field, 60);
        slider.setId(player + "RateSlider");
        slider.getStyleClass().addAll("small", "actor-slider", player);
        if (setting.range() instanceof SettingRange.Decimal range) {
            slider.setMin(Math.log10(range.min()));
            slider.setMax(Math.log10(range.max()));
        }
        slider.setBlockIncrement(0.1);
        String key = setting.key();
        Label label = new Label(Messages.text(key + ".title"));
        label.setMinWidth(USE_PREF_SIZE);
        HBox name = new HBox(8, CardFactory.dot(player), label);
        name.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(8, name, CardFactory.space(), field);
        head.setAlignment(Pos.CENTER_LEFT);
        HelpTooltips.about(name, key);
        HelpTooltips.about(slider, key);
        HelpTooltips.about(field, key);
        getChildren().addAll(head, slider);
        ViewBindings.listen(model.specProperty(), (property, old, now) -> follow(now));
        show(START);
        follow(model.specProperty().get());
        slider.valueProperty().addListener((property, old, now) -> {
            if (!following) {
                model.setRateLogarithm(setting, now.doubleValue());
            }
        });
    }

    private void follow(@Nullable GanSpec spec) {
        if (spec != null) {
            show(setting.get(spec));
        }
    }

    private void show(double rate) {
        following = true;
        slider.setValue(Math.log10(rate));
        following = false;
        field.show(rate);
    }
}
