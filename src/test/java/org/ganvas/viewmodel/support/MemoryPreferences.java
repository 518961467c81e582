package org.ganvas.viewmodel.support;

import java.util.HashMap;
import java.util.Map;

/** Preferences of one test, which can be handed to the next window. */
public final class MemoryPreferences implements PreferenceStore {

    public final Map<String, String> values = new HashMap<>();
    public int kept;

    @Override
    public String get(String key, String usual) {
        return values.getOrDefault(key, usual);
    }

    @Override
    public void put(String key, String value) {
        values.put(key, value);
    }

    @Override
    public void keep() {
        kept++;
    }
}
