package org.ganvas.viewmodel.window;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.text.LanguageSetting;

/** How the window speaks and shows itself, whatever it shows: language, size of text, motion. FX thread. */
public final class DisplaySettingsViewModel {

    /** Sizes of text that can be chosen, in percent. */
    public static final List<Integer> TEXT_SIZES = List.of(100, 115, 130, 150, 175, 200);

    private static final String TEXT_SIZE = "text.percent";
    private static final String STILL = "motion.reduced";

    private final PreferenceStore preferences;
    private final LanguageSetting language;
    private final ReadOnlyIntegerWrapper textSize;
    private final ReadOnlyBooleanWrapper reducedMotion;

    public DisplaySettingsViewModel(PreferenceStore preferences, Locale system) {
        this.preferences = preferences;
        language = new LanguageSetting(preferences, system);
        textSize = new ReadOnlyIntegerWrapper(sizeOf(preferences.get(TEXT_SIZE, "")));
        reducedMotion = new ReadOnlyBooleanWrapper(Boolean.parseBoolean(preferences.get(STILL, "false")));
    }

    private static int sizeOf(String text) {
        return TEXT_SIZES.stream()
                .filter(size -> Integer.toString(size).equals(text))
                .findFirst()
                .orElse(TEXT_SIZES.get(0));
    }

    // ---- Properties ----

    public LanguageSetting language() {
        return language;
    }

    /** Size of text in percent of the usual one. */
    public ReadOnlyIntegerProperty textSizeProperty() {
        return textSize.getReadOnlyProperty();
    }

    /** Whether nothing moves that need not: no fades, no running bars. */
    public ReadOnlyBooleanProperty reducedMotionProperty() {
        return reducedMotion.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Shows text in another size; what is none of {@link #TEXT_SIZES} is the usual one. */
    public void chooseTextSize(int percent) {
        textSize.set(sizeOf(Integer.toString(percent)));
        preferences.put(TEXT_SIZE, Integer.toString(textSize.get()));
        preferences.flush();
    }

    /** The next larger or smaller size of text, where there is one. */
    public void stepTextSize(int direction) {
        int place = TEXT_SIZES.indexOf(textSize.get()) + direction;
        chooseTextSize(TEXT_SIZES.get(Math.max(0, Math.min(TEXT_SIZES.size() - 1, place))));
    }

    public void setReducedMotion(boolean on) {
        reducedMotion.set(on);
        preferences.put(STILL, Boolean.toString(on));
        preferences.flush();
    }
}
