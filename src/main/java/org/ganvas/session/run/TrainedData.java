package org.ganvas.session.run;

import java.util.List;
import java.util.Map;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointTransform;
import org.jspecify.annotations.Nullable;

/**
 * Which data a run was trained on at one of its steps: a run on points can change to other data. Immutable, any thread.
 *
 * @param id of the data
 * @param name of the data for users
 * @param transform between the units of the user's points and the numbers that the networks took
 */
public record TrainedData(String id, String name, PointTransform transform) {

    /** Data of a run as it is. */
    public static TrainedData of(RunInfo run) {
        return new TrainedData(run.request().dataId(), run.dataName(), run.pointTransform());
    }

    /**
     * Data of an earlier step of a run, of which only the changes since are known: its name, but not its id.
     *
     * @param run as it was later
     * @param changes of its settings up to then, by step
     */
    public static TrainedData before(RunInfo run, List<SettingChange> changes, long step) {
        TrainedData later = of(run);
        return changes.stream()
                .filter(change -> change.key().equals(SettingChange.DATA) && change.step() > step)
                .findFirst()
                .map(change -> new TrainedData(later.id, change.before(), later.transform))
                .orElse(later);
    }

    /** Whether it is the data of a run as it is. */
    public boolean isOf(RunInfo run) {
        return is(run.request().dataId(), run.dataName());
    }

    /** The data itself, as it was trained on; null where it is not among the known data, or another by now. */
    public @Nullable Dataset in(Map<String, Dataset> known) {
        Dataset data = known.get(id);
        return data != null && is(data) ? data.withPointTransform(transform) : null;
    }

    /** Whether it is this data. */
    public boolean is(Dataset data) {
        return is(data.id(), data.name());
    }

    private boolean is(String otherId, String otherName) {
        return id.equals(otherId) && SettingChange.shortened(name).equals(SettingChange.shortened(otherName));
    }
}
