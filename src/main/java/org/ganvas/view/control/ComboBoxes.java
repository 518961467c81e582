package org.ganvas.view.control;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.util.StringConverter;
import org.ganvas.view.fx.FxThread;
import org.ganvas.view.fx.TextScaling;
import org.jspecify.annotations.Nullable;

/** Combo boxes that show the model's value, also after it has refused a choice. FX thread. */
public final class ComboBoxes {

    private static final int LEAST_ROWS = 5;

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
        box.showingProperty().addListener((property, old, now) -> {
            if (now) {
                // Later, when the list has been laid out.
                FxThread.later(() -> scrollToShown(box));
            }
        });
        return box;
    }

    /** The chosen item about in the middle; the library leaves the list where it was when it was open last. */
    private static void scrollToShown(ComboBox<?> box) {
        if (box.getSkin() instanceof ComboBoxListViewSkin<?> skin
                && skin.getPopupContent() instanceof ListView<?> list) {
            list.scrollTo(Math.max(0, box.getSelectionModel().getSelectedIndex() - box.getVisibleRowCount() / 2));
        }
    }

    /**
     * Opens the list with as many rows as fit between the box and the lower edge of the window: a longer one would cover
     * the box.
     *
     * @param rowHeight of a row, in text units
     * @param most rows
     */
    public static void fitRows(ComboBox<?> box, double rowHeight, int most) {
        box.setVisibleRowCount(most);
        box.setOnShowing(event -> {
            Scene scene = box.getScene();
            double below =
                    scene.getHeight() - box.localToScene(box.getBoundsInLocal()).getMaxY();
            int rows = (int) (below / TextScaling.of(rowHeight));
            box.setVisibleRowCount(Math.max(LEAST_ROWS, Math.min(most, rows)));
        });
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
