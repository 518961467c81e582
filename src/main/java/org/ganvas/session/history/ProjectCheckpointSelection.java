package org.ganvas.session.history;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.session.run.SampleGrid;

/** Selection of the checkpoints that a project file holds: as many sample grids as fit, marked ones first. Any thread. */
public final class ProjectCheckpointSelection {

    /** Most floats of all grids together: 32 MB. */
    public static final long MAX_FLOATS = 8L << 20;

    public static final int MAX_CHECKPOINTS = 256;

    private ProjectCheckpointSelection() {}

    /**
     * Sample grids of a run up to a step, thinned by the {@link CheckpointRetentionPolicy}.
     *
     * @param run number of the run in this session
     * @throws CheckpointReadException if one cannot be read back from the disk
     */
    public static List<ProjectCheckpoint> of(CheckpointHistory history, int run, long lastStep)
            throws CheckpointReadException {
        List<Checkpoint> chosen = new ArrayList<>(history.checkpoints().stream()
                .filter(checkpoint -> checkpoint.run() == run && checkpoint.step() <= lastStep)
                .toList());
        if (chosen.isEmpty()) {
            return List.of();
        }
        SampleGrid newest = history.grid(chosen.get(chosen.size() - 1));
        int each = newest == null ? 1 : Math.max(1, newest.pixels().length);
        thin(chosen, (int) Math.min(MAX_CHECKPOINTS, Math.max(1, MAX_FLOATS / each)));
        return read(history, chosen);
    }

    private static void thin(List<Checkpoint> checkpoints, int most) {
        while (checkpoints.size() > most) {
            long[] steps = checkpoints.stream().mapToLong(Checkpoint::step).toArray();
            int dropped = CheckpointRetentionPolicy.leastNeeded(
                    steps, i -> checkpoints.get(i).isMarked());
            checkpoints.remove(dropped >= 0 ? dropped : 0);
        }
    }

    private static List<ProjectCheckpoint> read(CheckpointHistory history, List<Checkpoint> checkpoints)
            throws CheckpointReadException {
        List<ProjectCheckpoint> selected = new ArrayList<>();
        long floats = 0;
        for (Checkpoint checkpoint : checkpoints) {
            SampleGrid grid = history.grid(checkpoint);
            // Null if thinned out meanwhile; larger than the newest if the layout was larger then.
            if (grid != null && floats + grid.pixels().length <= MAX_FLOATS) {
                floats += grid.pixels().length;
                selected.add(new ProjectCheckpoint(checkpoint.trainedSeconds(), checkpoint.mark(), grid));
            }
        }
        return selected;
    }
}
