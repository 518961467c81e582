package org.ganvas.session.history;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.SettingChange;
import org.ganvas.session.run.TrainedData;
import org.ganvas.session.run.TrainingScalar;
import org.jspecify.annotations.Nullable;

/**
 * A complete run at one step, with its curves in the smallest form. Immutable, any thread.
 *
 * @param info what it was started from, with live changes up to then
 * @param state weights, averages, optimizer state and step
 * @param trainedSeconds time spent training until then
 * @param curves every curve up to then
 * @param changes settings that were changed up to then
 * @param threads native threads it was computed with
 */
public record StoredCheckpoint(
        RunInfo info,
        TrainerState state,
        double trainedSeconds,
        Map<TrainingScalar, ScalarLog.Saved> curves,
        List<SettingChange> changes,
        int threads) {

    public StoredCheckpoint {
        curves = Map.copyOf(curves);
        changes = List.copyOf(changes);
    }

    /** From a capture of that step. */
    public static StoredCheckpoint of(RunCapture capture) {
        return new StoredCheckpoint(
                capture.info(),
                capture.state(),
                capture.trainedSeconds(),
                capture.scalars().save(),
                capture.scalars().changes().read(),
                capture.threads());
    }

    /**
     * An earlier step of the run, of which a project file holds the networks.
     *
     * @param networks of that step
     * @param seconds time spent training until then
     */
    StoredCheckpoint before(ProjectCheckpoint.Networks networks, double seconds) {
        long then = networks.state().step();
        Map<TrainingScalar, ScalarLog.Saved> cut = new EnumMap<>(TrainingScalar.class);
        curves.forEach((scalar, saved) -> cut.put(scalar, saved.upTo(then)));
        return new StoredCheckpoint(
                info.withRequest(info.request().withSpec(networks.spec()))
                        .withDataName(TrainedData.before(info, changes, then).name()),
                networks.state(),
                seconds,
                cut,
                changes.stream().filter(change -> change.step() < then).toList(),
                networks.threads());
    }

    /** The form in which it is saved, exported and continued. */
    public RunCapture capture(@Nullable SampleGrid sampleGrid) {
        return new RunCapture(info, state, trainedSeconds, ScalarLog.restore(curves, changes), threads, sampleGrid);
    }

    public long step() {
        return state.step();
    }
}
