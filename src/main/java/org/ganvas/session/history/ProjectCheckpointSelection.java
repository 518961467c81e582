package org.ganvas.session.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;

/**
 * Selection of the checkpoints that a project file holds: as many sample grids as fit, and the networks of some, marked
 * ones first. Any thread.
 */
public final class ProjectCheckpointSelection {

    /** Most floats of all grids together: 32 MB. */
    public static final long MAX_FLOATS = 8L << 20;

    public static final int MAX_CHECKPOINTS = 256;

    /** Most floats of the networks of all earlier steps together that a project may hold: 64 MB. */
    public static final long MAX_NETWORK_FLOATS = 16L << 20;

    /** Most of them that one is given: 32 MB. */
    private static final long KEPT_NETWORK_FLOATS = MAX_NETWORK_FLOATS / 2;

    /** Most earlier steps whose networks are held. */
    public static final int MAX_NETWORKS = 24;

    private ProjectCheckpointSelection() {}

    /**
     * Sample grids of a run up to a step, thinned by the {@link CheckpointRetentionPolicy}.
     *
     * @param run number of the run in this session
     * @throws CheckpointReadException if one cannot be read back from the disk
     */
    public static List<ProjectCheckpoint> of(CheckpointHistory history, int run, long lastStep)
            throws CheckpointReadException {
        return of(history, run, lastStep, Map.of());
    }

    /**
     * Sample grids of a run up to the step of a capture, and the networks of some steps before it: of marked ones, and of
     * others that are dense near the present, within {@link #MAX_NETWORKS} and half of {@link #MAX_NETWORK_FLOATS}. Steps on other
     * data have no networks in the file, because it names its present data only.
     *
     * @throws CheckpointReadException if one cannot be read back from the disk
     */
    public static List<ProjectCheckpoint> withNetworks(CheckpointHistory history, RunCapture capture)
            throws CheckpointReadException {
        int run = capture.info().number();
        long lastStep = capture.state().step();
        long each = capture.state().size();
        List<Checkpoint> complete = upTo(history, run, lastStep - 1);
        complete.removeIf(checkpoint -> !checkpoint.complete());
        int most = (int) Math.min(MAX_NETWORKS, KEPT_NETWORK_FLOATS / Math.max(1, each));
        Map<Long, ProjectCheckpoint.Networks> networks = new HashMap<>();
        thin(complete, most, Checkpoint::isMarked);
        for (Checkpoint checkpoint : complete) {
            RunCapture then = history.capture(checkpoint);
            // Null if thinned out meanwhile.
            if (then != null && isOfRun(capture, then)) {
                networks.put(
                        checkpoint.step(),
                        new ProjectCheckpoint.Networks(then.info().spec(), then.state(), then.threads()));
            }
        }
        return of(history, run, lastStep, networks);
    }

    /** Whether a checkpoint is of the data and of arrays of the same shapes as the run is now. */
    private static boolean isOfRun(RunCapture capture, RunCapture then) {
        return then.info().request().dataId().equals(capture.info().request().dataId())
                && capture.state().hasLayoutOf(then.state());
    }

    private static List<ProjectCheckpoint> of(
            CheckpointHistory history, int run, long lastStep, Map<Long, ProjectCheckpoint.Networks> networks)
            throws CheckpointReadException {
        List<Checkpoint> chosen = upTo(history, run, lastStep);
        if (chosen.isEmpty()) {
            return List.of();
        }
        SampleGrid newest = history.grid(chosen.get(chosen.size() - 1));
        int each = newest == null ? 1 : Math.max(1, newest.pixels().length);
        thin(
                chosen,
                (int) Math.min(MAX_CHECKPOINTS, Math.max(1, MAX_FLOATS / each)),
                checkpoint -> checkpoint.isMarked() || networks.containsKey(checkpoint.step()));
        return read(history, chosen, networks);
    }

    private static List<Checkpoint> upTo(CheckpointHistory history, int run, long lastStep) {
        return new ArrayList<>(history.checkpoints().stream()
                .filter(checkpoint -> checkpoint.run() == run && checkpoint.step() <= lastStep)
                .toList());
    }

    private static void thin(List<Checkpoint> checkpoints, int most, Predicate<Checkpoint> pinned) {
        while (checkpoints.size() > most) {
            long[] steps = checkpoints.stream().mapToLong(Checkpoint::step).toArray();
            int dropped = CheckpointRetentionPolicy.leastNeeded(steps, i -> pinned.test(checkpoints.get(i)));
            checkpoints.remove(dropped >= 0 ? dropped : 0);
        }
    }

    private static List<ProjectCheckpoint> read(
            CheckpointHistory history, List<Checkpoint> checkpoints, Map<Long, ProjectCheckpoint.Networks> networks)
            throws CheckpointReadException {
        List<ProjectCheckpoint> selected = new ArrayList<>();
        long floats = 0;
        for (Checkpoint checkpoint : checkpoints) {
            SampleGrid grid = history.grid(checkpoint);
            // Null if thinned out meanwhile; larger than the newest if the layout was larger then.
            if (grid != null && floats + grid.pixels().length <= MAX_FLOATS) {
                floats += grid.pixels().length;
                selected.add(new ProjectCheckpoint(
                        checkpoint.trainedSeconds(), checkpoint.mark(), grid, networks.get(checkpoint.step())));
            }
        }
        return selected;
    }
}
