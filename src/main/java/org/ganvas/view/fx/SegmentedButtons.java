package org.ganvas.view.fx;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;

/** Segmented buttons for a choice of one value; one button is always selected. FX thread. */
public final class SegmentedButtons {

    private SegmentedButtons() {}

    /**
     * @param id of the group; each button's id is this and its index
     * @param title name of the choice for screen readers
     */
    public static <T> SegmentedButton of(String id, String title, List<T> values, Function<T, String> name) {
        SegmentedButton segments = new SegmentedButton();
        segments.setId(id);
        for (T value : values) {
            ToggleButton button = new ToggleButton(name.apply(value));
            button.setId(id + values.indexOf(value));
            button.setUserData(value);
            button.setAccessibleText(title + ": " + button.getText());
            segments.getButtons().add(button);
        }
        return segments;
    }

    /** Selects the model's value and passes every choice of the user to it. */
    @SuppressWarnings("unchecked")
    public static <T> void bind(SegmentedButton segments, ObservableValue<T> shown, Consumer<T> choose) {
        for (ToggleButton button : segments.getButtons()) {
            // Arrow keys select the next button without an action.
            button.selectedProperty().addListener((property, old, now) -> {
                if (now && !button.getUserData().equals(shown.getValue())) {
                    choose.accept((T) button.getUserData());
                    select(segments, shown.getValue());
                }
            });
            button.setOnAction(event -> select(segments, shown.getValue()));
        }
        ViewBindings.listen(shown, (property, old, now) -> select(segments, now));
        select(segments, shown.getValue());
        // Strong reference to a property made by asObject(), which would be collected otherwise.
        segments.getProperties().put(SegmentedButtons.class, shown);
    }

    private static void select(SegmentedButton segments, Object value) {
        segments.getButtons().forEach(button -> button.setSelected(value.equals(button.getUserData())));
    }
}
