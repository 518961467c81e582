package org.ganvas.view.fx;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ProgressIndicator;

/** Reduced-motion preference, for users whom motion makes ill or distracts. FX thread. */
public final class MotionPreference {

    private static boolean reduced;

    private MotionPreference() {}

    /** Follows the setting from now on. */
    public static void bind(ObservableBooleanValue setting) {
        setting.addListener((property, old, now) -> reduced = now);
        reduced = setting.get();
    }

    /** Progress value of a bar of unknown length: indeterminate, or 0 with reduced motion. */
    public static double indeterminateProgress() {
        return reduced ? 0 : ProgressIndicator.INDETERMINATE_PROGRESS;
    }
}
