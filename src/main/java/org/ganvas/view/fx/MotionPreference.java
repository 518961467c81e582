package org.ganvas.view.fx;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ProgressIndicator;

/** Whether things may move that need not, for those whom motion makes ill or distracts. FX thread. */
public final class MotionPreference {

    private static boolean still;

    private MotionPreference() {}

    /** Lets the setting decide from now on. */
    public static void follow(ObservableBooleanValue setting) {
        setting.addListener((property, old, now) -> still = now);
        still = setting.get();
    }

    /** Whether nothing may fade, slide or run. */
    public static boolean isStill() {
        return still;
    }

    /** What a bar shows while nobody knows how far the work is: a running bar, or an empty one where nothing may run. */
    public static double unknownProgress() {
        return still ? 0 : ProgressIndicator.INDETERMINATE_PROGRESS;
    }
}
