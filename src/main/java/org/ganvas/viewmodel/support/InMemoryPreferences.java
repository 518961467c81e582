package org.ganvas.viewmodel.support;

import java.util.HashMap;
import java.util.Map;

/** Preferences of a window that leaves nothing behind. FX thread. */
final class InMemoryPreferences implements PreferenceStore {

    private final Map<String, String> values = new HashMap<>();

    @Override
    public String get(String key, String usual) {
        return values.getOrDefault(key, usual);
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
    public void keep() {
        // Nothing of it is to stay.
    }
}
