package org.ganvas.view.control;

import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.NumberFormats;

/** A slider, and beside it a field with its number, which can be typed too. FX thread. */
public final class NumberSlider extends HBox {

    private static final double GAP = 6;
    private static final double FIELD = 58;
    private static final double SLIDER = 110;

    /** A dragged slider has more digits than anyone reads. */
    private static final double ROUND = 1000;

    private final Slider slider;

    /**
     * @param id of the slider; the field has the ending {@code Field}
     * @param key of the explanation of both
     */
    public NumberSlider(String id, String key, double least, double most, DoubleProperty value) {
        super(GAP);
        setAlignment(Pos.CENTER_LEFT);
        slider = new Slider(least, most, value.get());
        slider.setId(id);
        slider.setMinWidth(0);
        slider.setPrefWidth(SLIDER);
        slider.setBlockIncrement((most - least) / 50);
        slider.valueProperty().bindBidirectional(value);
        NumberField field =
                new NumberField(NumberSlider::text, number -> value.set(Math.max(least, Math.min(most, number))));
        field.setId(id + "Field");
        TextScaling.scalePrefWidth(field, FIELD);
        field.setMinWidth(Region.USE_PREF_SIZE);
        HelpTooltips.about(slider, key);
        HelpTooltips.about(field, key);
        HBox.setHgrow(slider, Priority.ALWAYS);
        getChildren().addAll(slider, field);
        ViewBindings.listen(value, (property, old, now) -> field.show(now.doubleValue()));
        field.show(value.get());
    }

    private static String text(double number) {
        return NumberFormats.setting(Math.rint(number * ROUND) / ROUND);
    }
}
