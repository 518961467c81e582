package org.ganvas.viewmodel.window;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The window in front of a class: large, and without what the teacher has hidden, which a project remembers. FX thread. */
public final class PresentationViewModel {

    /** Text in front of a class is at least so large, in percent. */
    private static final int LEAST_TEXT = 150;

    /** What the setting offers at most: beyond it controls would need more than larger text. */
    private static final int MOST_TEXT = 200;

    /** Up to here that is large enough; a higher screen is seen from as far, and has smaller pixels. */
    private static final double USUAL_HEIGHT = 1080;

    private static final int ROUND = 10;

    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(false);
    private final Map<Pane, BooleanProperty> hidden = new EnumMap<>(Pane.class);
    private final Map<Pane, BooleanBinding> shown = new EnumMap<>(Pane.class);
    private final DisplaySettingsViewModel display;
    private final ReadOnlyDoubleWrapper height = new ReadOnlyDoubleWrapper(0);

    /** What can be hidden from a class. */
    public enum Pane {
        DATA,
        PRESET,
        TRAINING,
        DRAWING,
        LATENT,
        CHARTS,
        SEED,
        STATUS;

        /** What a project calls it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PresentationViewModel(DisplaySettingsViewModel display) {
        this.display = display;
        for (Pane pane : Pane.values()) {
            BooleanProperty away = new SimpleBooleanProperty(false);
            hidden.put(pane, away);
            shown.put(pane, on.and(away).not());
        }
    }

    // ---- Properties ----

    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    /** Whether a pane is on the screen now. */
    public BooleanBinding shownProperty(Pane pane) {
        return shown.getOrDefault(pane, on.not());
    }

    /** Whether a pane is away in class; to be bound to a check mark. */
    public BooleanProperty hiddenProperty(Pane pane) {
        return hidden.getOrDefault(pane, new SimpleBooleanProperty(false));
    }

    /** Size of text in percent: as chosen, and in class larger, by the height of what it fills. */
    public IntegerBinding textSizeProperty() {
        return Bindings.createIntegerBinding(
                () -> on.get()
                        ? Math.max(inClass(), display.textSizeProperty().get())
                        : display.textSizeProperty().get(),
                on,
                height,
                display.textSizeProperty());
    }

    private int inClass() {
        int byHeight = (int) (LEAST_TEXT * height.get() / USUAL_HEIGHT) / ROUND * ROUND;
        return Math.max(LEAST_TEXT, Math.min(MOST_TEXT, byHeight));
    }

    // ---- Commands ----

    public void setOn(boolean wanted) {
        on.set(wanted);
    }

    /** How high the window is, in the toolkit's pixels. */
    public void setHeight(double pixels) {
        height.set(pixels);
    }

    /** What is hidden, as a project keeps it. */
    public List<String> hiddenKeys() {
        List<String> keys = new ArrayList<>();
        hidden.forEach((pane, away) -> {
            if (away.get()) {
                keys.add(pane.key());
            }
        });
        return keys;
    }

    /** Hides what a project says, and nothing else; what this program does not have is passed over. */
    public void restore(List<String> keys) {
        hidden.forEach((pane, away) -> away.set(keys.contains(pane.key())));
    }
}
