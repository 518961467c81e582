package org.ganvas.view.fx;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;

/** One of a few, as buttons side by side, of which one is always down. FX thread. */
public final class SegmentedButtons {

    private SegmentedButtons() {}

    /**
     * @param id of the whole; each button's is this and its place
     * @param title what is chosen, for screen readers
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

    /** Lets the buttons follow a model, and tells it of every choice. */
    @SuppressWarnings("unchecked")
    public static <T> void bind(SegmentedButton segments, ObservableValue<T> shown, Consumer<T> choose) {
        for (ToggleButton button : segments.getButtons()) {
            button.setOnAction(event -> {
                choose.accept((T) button.getUserData());
                select(segments, shown.getValue());
            });
        }
        ViewBindings.of(shown, (property, old, now) -> select(segments, now));
        select(segments, shown.getValue());
        // A property made by asObject() is held by nobody else.
        segments.getProperties().put(SegmentedButtons.class, shown);
    }

    private static void select(SegmentedButton segments, Object value) {
        segments.getButtons().forEach(button -> button.setSelected(value.equals(button.getUserData())));
    }
}
