package org.ganvas.view.fx;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Combo boxes that show the model's value, also after it has refused a choice. FX thread. */
public final class ComboBoxes {

    private ComboBoxes() {}

    /**
     * @param items the choices
     * @param name display name of a choice
     * @param choose receives each choice of the user
     * @param shown the model's value after that
     */
    public static <T> ComboBox<T> of(
            ObservableList<T> items, Function<T, String> name, Consumer<T> choose, Supplier<@Nullable T> shown) {
        ComboBox<T> box = new ComboBox<>(items);
        box.setConverter(new NameConverter<>(name));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(event -> {
            T chosen = box.getValue();
            if (chosen != null && !chosen.equals(shown.get())) {
                // Later, because a list that is changed during its selection event throws.
                FxThread.later(() -> {
                    choose.accept(chosen);
                    box.setValue(shown.get());
                });
            }
        });
        return box;
    }

    private static final class NameConverter<T> extends StringConverter<T> {
        private final Function<T, String> name;

        private NameConverter(Function<T, String> name) {
            this.name = name;
        }

        @Override
        public String toString(@Nullable T item) {
            return item == null ? "" : name.apply(item);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("The combo box is not editable.");
        }
    }
}
