package org.ganvas.viewmodel.support;

/** What is remembered between two starts. FX thread. */
public interface PreferenceStore {

    String get(String key, String usual);

    /** Remembers until the program ends. */
    void put(String key, String value);

    /** Goes back to what is usual. */
    default void forget(String key) {
        put(key, "");
    }

    /** Brings what was put to the disk: a crash must not cost it. */
    void flush();
}
