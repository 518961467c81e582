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

    /** Changes of one setting in quicker succession are one: a slider being dragged. In training time. */
    private static final double MERGE_SECONDS = 1.5;

    private final List<SettingChange> changes = new ArrayList<>();

    /** Adds a change; merges it with a recent one of the same setting, and removes both where that leaves no difference. */
    public synchronized void append(SettingChange change) {
        for (int i = changes.size() - 1; i >= 0 && isRecent(changes.get(i), change); i--) {
            if (changes.get(i).key().equals(change.key())) {
                merge(i, change);
                return;
            }
        }
        changes.add(change);
        if (changes.size() > CAPACITY) {
            changes.remove(0);
        }
    }

    private void merge(int index, SettingChange later) {
        SettingChange first = changes.get(index);
        if (first.before().equals(later.after())) {
            changes.remove(index);
        } else {
            changes.set(
                    index,
                    new SettingChange(
                            first.step(), first.trainedSeconds(), first.key(), first.before(), later.after()));
        }
    }

    private static boolean isRecent(SettingChange earlier, SettingChange now) {
        return now.trainedSeconds() - earlier.trainedSeconds() <= MERGE_SECONDS;
    }

    /** A copy, in order. */
    public synchronized List<SettingChange> read() {
        return List.copyOf(changes);
    }

    /** A log that continues from what was read of another. */
    public static SettingChangeLog of(List<SettingChange> changes) {
        SettingChangeLog log = new SettingChangeLog();
        log.changes.addAll(changes.subList(Math.max(0, changes.size() - CAPACITY), changes.size()));
        return log;
    }
}
