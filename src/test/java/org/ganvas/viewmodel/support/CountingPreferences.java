package org.ganvas.viewmodel.support;

/** Preferences in memory that count how often they were to be written to the disk. */
public final class CountingPreferences extends InMemoryPreferences {

    private int count;

    @Override
    public void flush() {
        count++;
    }

    public int count() {
        return count;
    }
}
