package org.ganvas.session.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Changes of one kind that were made to a run between two steps. Those made at an earlier step than the last one are of another
 * branch and count from the next new step on. The training thread's.
 *
 * @param <T> change
 */
public final class ChangesByStep<T> {

    private final TreeMap<Long, List<T>> changes = new TreeMap<>();
    private final List<T> ofNextBranch = new ArrayList<>();

    /**
     * A change was made.
     *
     * @param step steps taken so far
     * @param hasFuture whether steps after that are still kept
     */
    public void add(long step, T change, boolean hasFuture) {
        if (hasFuture) {
            ofNextBranch.add(change);
        } else {
            changes.computeIfAbsent(step, key -> new ArrayList<>()).add(change);
        }
    }

    /** The run goes on from a step: what came after it is forgotten. */
    public void continued(long step) {
        changes.tailMap(step, false).clear();
        if (!ofNextBranch.isEmpty()) {
            changes.computeIfAbsent(step, key -> new ArrayList<>()).addAll(ofNextBranch);
            ofNextBranch.clear();
        }
    }

    /** The run goes back to a checkpoint: changes since the last step were never used. */
    public void wentBack() {
        ofNextBranch.clear();
    }

    /** Whether the run was changed at a step whose future is still kept. */
    public boolean hasNextBranch() {
        return !ofNextBranch.isEmpty();
    }

    /** The changes that were made between two steps, in order. */
    public List<T> at(long step) {
        return List.copyOf(changes.getOrDefault(step, List.of()));
    }
}
