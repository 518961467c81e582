package org.ganvas.session.doctor;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.setting.SettingRegistry;
import org.ganvas.engine.state.WeightEdit;

/** The latest changes of settings and weights of one run, newest last. Appended by the training thread, read by any. */
public final class SpecChangeLog {

    /** Number of changes that are kept. */
    static final int CAPACITY = 16;

    /** Changes of one setting, each so soon after the one before, are one: a slider being dragged. In training time. */
    private static final double MERGE_SECONDS = 1.5;

    private final List<Entry> changes = new ArrayList<>();

    /**
     * @param change the first of several that were merged, with the value of the last
     * @param latest training time of the last
     */
    private record Entry(SpecChange change, double latest) {}

    /** Adds the settings that differ; before the first step nothing has changed. */
    public synchronized void add(GanSpec before, GanSpec after, long step, double trainedSeconds) {
        if (step > 0) {
            SettingRegistry.changes(before, after)
                    .forEach(one ->
                            append(new SpecChange(step, trainedSeconds, one.key(), one.before(), one.after(), before)));
        }
    }

    /** Adds a weight that was set; before the first step nothing has changed. */
    public synchronized void add(WeightEdit edit, float before, GanSpec spec, long step, double trainedSeconds) {
        if (step > 0 && before != edit.value()) {
            append(new SpecChange(
                    step,
                    trainedSeconds,
                    edit.address().key(),
                    Float.toString(before),
                    Float.toString(edit.value()),
                    spec));
        }
    }

    private void append(SpecChange change) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            SpecChange earlier = changes.get(i).change();
            boolean soon = change.trainedSeconds() - changes.get(i).latest() <= MERGE_SECONDS;
            if (earlier.key().equals(change.key()) && soon) {
                SpecChange merged = new SpecChange(
                        earlier.step(),
                        earlier.trainedSeconds(),
                        change.key(),
                        earlier.before(),
                        change.after(),
                        earlier.earlier());
                changes.set(i, new Entry(merged, change.trainedSeconds()));
                return;
            }
        }
        changes.add(new Entry(change, change.trainedSeconds()));
        if (changes.size() > CAPACITY) {
            changes.remove(0);
        }
    }

    /** Drops the changes after a step: the run goes on from it in another way. */
    public synchronized void removeAfter(long step) {
        changes.removeIf(entry -> entry.change().step() > step);
    }

    /**
     * A copy of the changes up to a step, in order. Those after it belong to steps that a run that went back takes again,
     * or may come back to.
     */
    public synchronized List<SpecChange> upTo(long step) {
        return changes.stream()
                .map(Entry::change)
                .filter(change -> change.step() <= step)
                .toList();
    }
}
