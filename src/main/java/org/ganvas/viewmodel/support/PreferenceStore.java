package org.ganvas.viewmodel.support;

/** Preferences of the user: strings by key, kept between two starts. FX thread. */
public interface PreferenceStore {

    /** Value of a key, or the fallback if there is none. */
    String get(String key, String fallback);

    /** Sets a value in memory; {@link #flush} writes it. */
    void put(String key, String value);

    /** Removes the value of a key. */
    default void forget(String key) {
        put(key, "");
    }

    /** Writes all values to the disk, so that a crash does not lose them. */
    void flush();
}
