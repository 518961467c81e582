package org.ganvas.session;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.session.replay.ChangesByStep;
import org.jspecify.annotations.Nullable;

/**
 * Everything beside the seed that the steps of a run depended on: its live changes, other data, weights that were set, its numbers
 * of native threads, and which steps were of one network only, so that steps after a checkpoint can be taken again exactly.
 * The training thread's.
 */
final class ReplayLog {

    private final ChangesByStep<GanSpec> specs = new ChangesByStep<>();
    private final ChangesByStep<WeightEdit> weights = new ChangesByStep<>();
    private final ChangesByStep<String> data = new ChangesByStep<>();
    private final TreeMap<Long, Integer> threads = new TreeMap<>();
    private final TreeMap<Long, Player> players = new TreeMap<>();

    /**
     * The spec was changed.
     *
     * @param step steps taken so far
     * @param hasFuture whether steps after that are still kept
     */
    void changed(long step, GanSpec spec, boolean hasFuture) {
        specs.add(step, spec, hasFuture);
    }

    /**
     * A weight was set.
     *
     * @param step steps taken so far
     * @param hasFuture whether steps after that are still kept
     */
    void changed(long step, WeightEdit edit, boolean hasFuture) {
        weights.add(step, edit, hasFuture);
    }

    /**
     * The run trains on other data.
     *
     * @param step steps taken so far
     * @param id of the data
     * @param hasFuture whether steps after that are still kept
     */
    void changedData(long step, String id, boolean hasFuture) {
        data.add(step, id, hasFuture);
    }

    /** A step was taken with a number of native threads. */
    void taken(long step, int count) {
        if (!Integer.valueOf(count).equals(threadsOf(step))) {
            threads.put(step, count);
        }
    }

    /** A step is taken in which one network rests, unless the one that does not is null. */
    void restricted(long step, @Nullable Player only) {
        if (only != null) {
            players.put(step, only);
        }
    }

    /** The only network that a step updated; null for both. */
    @Nullable
    Player playerAt(long step) {
        return players.get(step);
    }

    private Integer threadsOf(long step) {
        Map.Entry<Long, Integer> entry = threads.floorEntry(step);
        return entry == null ? 0 : entry.getValue();
    }

    /** The run goes on from a step: what came after it is forgotten. */
    void continued(long step) {
        specs.continued(step);
        weights.continued(step);
        data.continued(step);
        threads.tailMap(step, false).clear();
        players.tailMap(step, false).clear();
    }

    /** The run goes back to a checkpoint: changes since the last step were never used. */
    void wentBack() {
        specs.wentBack();
        weights.wentBack();
        data.wentBack();
    }

    /** Whether the run, as it is now, has changes of another branch than the steps that are kept after it. */
    boolean hasNextBranch() {
        return specs.hasNextBranch() || weights.hasNextBranch() || data.hasNextBranch();
    }

    /**
     * The specs that the run took over between two steps.
     *
     * @param step steps taken so far
     * @param present the spec of the run now, which may be one of them already
     */
    List<GanSpec> specsAt(long step, GanSpec present) {
        List<GanSpec> all = specs.at(step);
        return all.subList(all.lastIndexOf(present) + 1, all.size());
    }

    /**
     * The weights that were set between two steps, in order. Setting them again changes nothing where that was done already.
     *
     * @param step steps taken so far
     */
    List<WeightEdit> weightsAt(long step) {
        return weights.at(step);
    }

    /**
     * The ids of the data that the run changed to between two steps, in order.
     *
     * @param step steps taken so far
     */
    List<String> dataAt(long step) {
        return data.at(step);
    }

    /** The number of native threads that a step was taken with; 0 if it is not known. */
    int threadsAt(long step) {
        return threadsOf(step);
    }
}
