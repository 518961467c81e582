package org.ganvas.viewmodel.support;

import java.util.HashMap;
import java.util.Map;

/** Preferences that end with the program: nothing is written. FX thread. */
public class InMemoryPreferences implements PreferenceStore {

    private final Map<String, String> values = new HashMap<>();

    @Override
    public String get(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }

    @Override
    public void put(String key, String value) {
        values.put(key, value);
    }

    @Override
    public void forget(String key) {
        values.remove(key);
    }

    @Override
    public void flush() {
        // There is no disk behind them.
    }
}
