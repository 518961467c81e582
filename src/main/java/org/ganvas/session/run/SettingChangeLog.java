package org.ganvas.session.run;

import java.util.ArrayList;
import java.util.List;

/**
 * Settings that were changed while a run trained, newest last, in bounded memory. Appended by the training thread, read by
 * any.
 */
public final class SettingChangeLog {

    /** Number of changes that are kept, the newest ones. */
    public static final int CAPACITY = 256;

    /** Changes of one setting, each so soon after the one before, are one: a slider being dragged. In training time. */
    private static final double MERGE_SECONDS = 1.5;

    private final List<Entry> changes = new ArrayList<>();

    /**
     * @param change the first of several that were merged, with the value of the last
     * @param latest training time of the last
     */
    private record Entry(SettingChange change, double latest) {

        private static Entry of(SettingChange change) {
            return new Entry(change, change.trainedSeconds());
        }
    }

    /** Adds a change; merges it with a recent one of the same setting, and removes both where that leaves no difference. */
    public synchronized void append(SettingChange change) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            Entry entry = changes.get(i);
            boolean soon = change.trainedSeconds() - entry.latest() <= MERGE_SECONDS;
            if (entry.change().key().equals(change.key()) && soon) {
                merge(i, change);
                return;
            }
        }
        changes.add(Entry.of(change));
        if (changes.size() > CAPACITY) {
            changes.remove(0);
        }
    }

    private void merge(int index, SettingChange later) {
        SettingChange first = changes.get(index).change();
        if (first.before().equals(later.after())) {
            changes.remove(index);
        } else {
            SettingChange merged =
                    new SettingChange(first.step(), first.trainedSeconds(), first.key(), first.before(), later.after());
            changes.set(index, new Entry(merged, later.trainedSeconds()));
        }
    }

    /** A copy, in order. */
    public synchronized List<SettingChange> read() {
        return changes.stream().map(Entry::change).toList();
    }

    /** A log that continues from what was read of another. */
    public static SettingChangeLog of(List<SettingChange> changes) {
        SettingChangeLog log = new SettingChangeLog();
        changes.stream()
                .skip(Math.max(0, changes.size() - CAPACITY))
                .map(Entry::of)
                .forEach(log.changes::add);
        return log;
    }
}
