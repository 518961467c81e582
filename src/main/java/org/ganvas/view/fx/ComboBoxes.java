package org.ganvas.view.fx;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Drop-down lists that show what the model says, also after it has refused a choice. FX thread. */
public final class ComboBoxes {

    private ComboBoxes() {}

    /**
     * @param items what can be chosen
     * @param name what each is called
     * @param choose is given each choice of a person
     * @param shown what the model shows after that
     */
    public static <T> ComboBox<T> of(
            ObservableList<T> items, Function<T, String> name, Consumer<T> choose, Supplier<@Nullable T> shown) {
        ComboBox<T> box = new ComboBox<>(items);
        box.setConverter(new Names<>(name));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(event -> {
            T chosen = box.getValue();
            if (chosen != null && !chosen.equals(shown.get())) {
                // Not inside the event: a list that is changed while it tells of its selection throws.
                FxThread.later(() -> {
                    choose.accept(chosen);
                    box.setValue(shown.get());
                });
            }
        });
        return box;
    }

    private static final class Names<T> extends StringConverter<T> {
        private final Function<T, String> name;

        private Names(Function<T, String> name) {
            this.name = name;
        }

        @Override
        public String toString(@Nullable T item) {
            return item == null ? "" : name.apply(item);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("The list is chosen from, not typed into.");
        }
    }
}
