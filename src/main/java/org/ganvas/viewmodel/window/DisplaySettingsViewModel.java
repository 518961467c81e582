package org.ganvas.viewmodel.window;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.text.LanguageSetting;

/** Display settings of the window: language, text size, motion, enlarged images. FX thread. */
public final class DisplaySettingsViewModel {

    /** Text sizes to choose from, in percent. */
    public static final List<Integer> TEXT_SIZES = List.of(100, 115, 130, 150, 175, 200);

    private static final String TEXT_SIZE = "text.percent";
    private static final String REDUCED_MOTION = "motion.reduced";
    private static final String SMOOTH_IMAGES = "images.smooth";

    private final PreferenceStore preferences;
    private final LanguageSetting language;
    private final ReadOnlyIntegerWrapper textSize;
    private final ReadOnlyBooleanWrapper reducedMotion;
    private final ReadOnlyBooleanWrapper smoothImages;

    public DisplaySettingsViewModel(PreferenceStore preferences, Locale system) {
        this.preferences = preferences;
        language = new LanguageSetting(preferences, system);
        textSize = new ReadOnlyIntegerWrapper(sizeOf(preferences.get(TEXT_SIZE, "")));
        reducedMotion = new ReadOnlyBooleanWrapper(Boolean.parseBoolean(preferences.get(REDUCED_MOTION, "false")));
        smoothImages = new ReadOnlyBooleanWrapper(Boolean.parseBoolean(preferences.get(SMOOTH_IMAGES, "false")));
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

    /** Text size in percent of the normal one. */
    public ReadOnlyIntegerProperty textSizeProperty() {
        return textSize.getReadOnlyProperty();
    }

    /** Whether animations are off: no fades, no running bars. */
    public ReadOnlyBooleanProperty reducedMotionProperty() {
        return reducedMotion.getReadOnlyProperty();
    }

    /** Whether enlarged images are interpolated; else their pixels are squares. */
    public ReadOnlyBooleanProperty smoothImagesProperty() {
        return smoothImages.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Sets the text size; anything but one of {@link #TEXT_SIZES} is the normal size. */
    public void chooseTextSize(int percent) {
        textSize.set(sizeOf(Integer.toString(percent)));
        preferences.put(TEXT_SIZE, Integer.toString(textSize.get()));
        preferences.flush();
    }

    /**
     * Sets the next larger or smaller text size, if there is one.
     *
     * @param direction 1 or -1
     */
    public void stepTextSize(int direction) {
        int place = TEXT_SIZES.indexOf(textSize.get()) + direction;
        chooseTextSize(TEXT_SIZES.get(Math.max(0, Math.min(TEXT_SIZES.size() - 1, place))));
    }

    public void setSmoothImages(boolean on) {
        smoothImages.set(on);
        preferences.put(SMOOTH_IMAGES, Boolean.toString(on));
        preferences.flush();
    }

    public void setReducedMotion(boolean on) {
        reducedMotion.set(on);
        preferences.put(REDUCED_MOTION, Boolean.toString(on));
        preferences.flush();
    }
}
