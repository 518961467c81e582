package org.ganvas.session.doctor;

import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.setting.SettingRegistry;
import org.ganvas.engine.state.WeightAddress;

/**
 * A setting or a weight that the user changed while the run trained. Immutable, any thread.
 *
 * @param step steps taken when it was changed
 * @param trainedSeconds training time then
 * @param key of the setting's name
 * @param before value before, as it is written beside the curves
 * @param after value after
 * @param earlier the spec before the change
 */
public record SpecChange(long step, double trainedSeconds, String key, String before, String after, GanSpec earlier) {

    /** Ratio of a change of a text or of a number from or to 0: larger than that of most sliders. */
    private static final double UNKNOWN_RATIO = 100;

    /**
     * The spec without this change; all others stay.
     *
     * @throws SpecException if the spec cannot have the value from before any more
     */
    public GanSpec undoneIn(GanSpec now) {
        return SettingRegistry.withValuesOf(key, earlier, now);
    }

    /** Whether a weight was set, which a spec does not hold. */
    public boolean isOfWeight() {
        return WeightAddress.ofKey(key) != null;
    }

    /** Whether a spec has the value from before again. */
    boolean isUndoneIn(GanSpec now) {
        return !isOfWeight()
                && SettingRegistry.changes(earlier, now).stream()
                        .noneMatch(change -> change.key().equals(key));
    }

    /** Factor between the two values, at least 1, by which the likelier of several causes is chosen. */
    double ratio() {
        try {
            double ratio = Double.parseDouble(after) / Double.parseDouble(before);
            return ratio > 0 && Double.isFinite(ratio) ? Math.max(ratio, 1 / ratio) : UNKNOWN_RATIO;
        } catch (NumberFormatException notANumber) {
            return UNKNOWN_RATIO;
        }
    }
}
