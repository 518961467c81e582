package org.ganvas.session.run;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings that were changed while a run trained, newest last, in bounded memory. Appended by the training thread,
 * read by any.
 */
public final class SettingChangeLog {

    /** So many are kept, the newest ones. */
    public static final int CAPACITY = 256;

    /** Changes of one setting that follow each other faster are one: a slider under the hand. In training time. */
    private static final double ONE_GESTURE = 1.5;

    private final List<SettingChange> changes = new ArrayList<>();

    /** Adds a change; what goes on with the change before becomes one with it, and a change taken back disappears. */
    public synchronized void append(SettingChange change) {
        for (int i = changes.size() - 1; i >= 0 && recent(changes.get(i), change); i--) {
            if (changes.get(i).key().equals(change.key())) {
                join(i, change);
                return;
            }
        }
        changes.add(change);
        if (changes.size() > CAPACITY) {
            changes.remove(0);
        }
    }

    private void join(int index, SettingChange later) {
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

    private static boolean recent(SettingChange earlier, SettingChange now) {
        return now.trainedSeconds() - earlier.trainedSeconds() <= ONE_GESTURE;
    }

    /** A copy, in order. */
    public synchronized List<SettingChange> read() {
        return List.copyOf(changes);
    }

    /** A log that goes on with what was read from another. */
    public static SettingChangeLog of(List<SettingChange> changes) {
        SettingChangeLog log = new SettingChangeLog();
        log.changes.addAll(changes.subList(Math.max(0, changes.size() - CAPACITY), changes.size()));
        return log;
    }
}
