package org.ganvas.viewmodel.window;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Presentation mode: larger text and hidden panes, which a project stores. FX thread. */
public final class PresentationViewModel {

    /** Least text size in presentation mode, in percent. */
    private static final int MIN_TEXT = 150;

    /** Greatest text size of the setting: beyond it the layout no longer fits. */
    private static final int MAX_TEXT = 200;

    /** Window height for the least text size; on a higher one pixels are smaller, so that the text grows with the height. */
    private static final double BASE_HEIGHT = 1080;

    private static final int ROUND = 10;

    /** Percent of a step larger or smaller. */
    private static final int STEP = 15;

    private static final int LEAST_TEXT = 100;

    /** Hidden unless the user chooses otherwise: what is set up before an audience looks. */
    private static final Set<Pane> HIDDEN_BY_DEFAULT =
            EnumSet.of(Pane.DATA, Pane.PRESET, Pane.TRAINING, Pane.DRAWING, Pane.SEED);

    /** Stands in a project file for the choice to hide nothing; an empty list is that of a project without a choice. */
    private static final String NOTHING = "nothing";

    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(false);
    private final Map<Pane, BooleanProperty> hidden = new EnumMap<>(Pane.class);
    private final Map<Pane, BooleanBinding> shown = new EnumMap<>(Pane.class);
    private final ReadOnlyBooleanWrapper always = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyDoubleWrapper height = new ReadOnlyDoubleWrapper(0);
    private final DisplaySettingsViewModel display;

    /** Percent by which the user wants the text of presentation mode larger or smaller. */
    private final ReadOnlyIntegerWrapper larger = new ReadOnlyIntegerWrapper(0);

    /** One for all who listen: a binding knows its sources weakly, and one that nothing holds would fall silent. */
    private final IntegerBinding textSize;

    /** Panes that can be hidden in presentation mode. */
    public enum Pane {
        DATA,
        PRESET,
        TRAINING,
        DRAWING,
        LATENT,
        CHARTS,
        DOCTOR,
        SEED,
        STATUS;

        /** Name in a project file. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PresentationViewModel(DisplaySettingsViewModel display) {
        this.display = display;
        textSize = Bindings.createIntegerBinding(
                () -> on.get() ? presented() : display.textSizeProperty().get(),
                on,
                height,
                larger,
                display.textSizeProperty());
        for (Pane pane : Pane.values()) {
            BooleanProperty hide = new SimpleBooleanProperty(HIDDEN_BY_DEFAULT.contains(pane));
            hidden.put(pane, hide);
            shown.put(pane, on.and(hide).not());
        }
    }

    // ---- Properties ----

    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    /** True: the state of panes that are never hidden. */
    public ReadOnlyBooleanProperty alwaysProperty() {
        return always.getReadOnlyProperty();
    }

    /** Whether a pane is shown. */
    public BooleanBinding shownProperty(Pane pane) {
        return shown.getOrDefault(pane, on.not());
    }

    /** Whether a pane is hidden in presentation mode; to be bound to a check mark. */
    public BooleanProperty hiddenProperty(Pane pane) {
        return hidden.getOrDefault(pane, new SimpleBooleanProperty(false));
    }

    /**
     * Text size in percent: the chosen one, and in presentation mode at least the one for the height of the window, unless
     * the user made that smaller.
     */
    public IntegerBinding textSizeProperty() {
        return textSize;
    }

    private int presented() {
        int usual = Math.max(sizeForHeight(), display.textSizeProperty().get());
        return Math.max(LEAST_TEXT, Math.min(MAX_TEXT, usual + larger.get()));
    }

    private int sizeForHeight() {
        int byHeight = (int) (MIN_TEXT * height.get() / BASE_HEIGHT) / ROUND * ROUND;
        return Math.max(MIN_TEXT, Math.min(MAX_TEXT, byHeight));
    }

    // ---- Commands ----

    public void setOn(boolean enabled) {
        on.set(enabled);
    }

    /**
     * Makes the text that is seen larger or smaller: in presentation mode that of presentation mode alone.
     *
     * @param direction 1 or -1
     */
    public void stepTextSize(int direction) {
        if (!on.get()) {
            display.stepTextSize(direction);
            return;
        }
        int before = textSize.get();
        int old = larger.get();
        larger.set(old + STEP * direction);
        if (textSize.get() == before) {
            larger.set(old);
        }
    }

    /** Sets the height of the window, in logical pixels. */
    public void setHeight(double pixels) {
        height.set(pixels);
    }

    /** Names of the hidden panes, for a project file. */
    public List<String> hiddenKeys() {
        List<String> keys = new ArrayList<>();
        hidden.forEach((pane, hide) -> {
            if (hide.get()) {
                keys.add(pane.key());
            }
        });
        return keys.isEmpty() ? List.of(NOTHING) : keys;
    }

    /** Hides the panes that a project file names, those of the default where it names none; unknown names are ignored. */
    public void restore(List<String> keys) {
        hidden.forEach((pane, hide) ->
                hide.set(keys.isEmpty() ? HIDDEN_BY_DEFAULT.contains(pane) : keys.contains(pane.key())));
    }
}
