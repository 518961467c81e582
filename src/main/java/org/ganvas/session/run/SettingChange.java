package org.ganvas.session.run;

import java.util.Locale;

/**
 * A setting that was changed while the run trained. Immutable, any thread.
 *
 * @param step steps taken when it was changed
 * @param trainedSeconds training time then
 * @param key of the setting: the end of the key of its name
 * @param before the old value, formatted
 * @param after the new value, formatted
 */
public record SettingChange(long step, double trainedSeconds, String key, String before, String after) {

    /** Key of a change to other data. */
    public static final String DATA = "data";

    /** Of the key and of each value, in characters. */
    public static final int MAX_TEXT_LENGTH = 100;

    /** A value that is noted, as far as it fits. */
    public static String shortened(String value) {
        return value.substring(0, Math.min(value.length(), MAX_TEXT_LENGTH));
    }

    /** Refuses impossible changes with an IllegalArgumentException. */
    public SettingChange {
        boolean fits = key.length() <= MAX_TEXT_LENGTH
                && before.length() <= MAX_TEXT_LENGTH
                && after.length() <= MAX_TEXT_LENGTH;
        if (step < 0 || !(trainedSeconds >= 0 && Double.isFinite(trainedSeconds)) || key.isEmpty() || !fits) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "There is no change of %s at step %d.", key, step));
        }
    }
}
