package org.ganvas.session.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ganvas.session.run.SampleGrid;

/** What of a history travels with its run in a file: as many moments' pictures as fit, marked ones first. Any thread. */
public final class ProjectCheckpointSelection {

    /** The most floats of all pictures together: 32 MB. */
    public static final long MAX_FLOATS = 8L << 20;

    /** The most moments. */
    public static final int MAX_CHECKPOINTS = 256;

    private ProjectCheckpointSelection() {}

    /**
     * Reads pictures of a run up to a step, thinned as a history is thinned.
     *
     * @param run the run's number in this session
     * @throws IOException if one cannot be read back from the disk; a sentence
     */
    public static List<ProjectCheckpoint> of(CheckpointHistory history, int run, long lastStep) throws IOException {
        List<Checkpoint> chosen = new ArrayList<>(history.checkpoints().stream()
                .filter(moment -> moment.run() == run && moment.step() <= lastStep)
                .toList());
        if (chosen.isEmpty()) {
            return List.of();
        }
        SampleGrid newest = history.grid(chosen.get(chosen.size() - 1));
        int each = newest == null ? 1 : Math.max(1, newest.pixels().length);
        thin(chosen, (int) Math.min(MAX_CHECKPOINTS, Math.max(1, MAX_FLOATS / each)));
        return read(history, chosen);
    }

    private static void thin(List<Checkpoint> moments, int most) {
        while (moments.size() > most) {
            long[] steps = moments.stream().mapToLong(Checkpoint::step).toArray();
            int gone = RetentionPolicy.leastNeeded(steps, i -> moments.get(i).isMarked());
            moments.remove(gone >= 0 ? gone : 0);
        }
    }

    private static List<ProjectCheckpoint> read(CheckpointHistory history, List<Checkpoint> moments)
            throws IOException {
        List<ProjectCheckpoint> album = new ArrayList<>();
        long floats = 0;
        for (Checkpoint moment : moments) {
            SampleGrid grid = history.grid(moment);
            // Thinned out meanwhile, or drawn in a larger arrangement than the newest.
            if (grid != null && floats + grid.pixels().length <= MAX_FLOATS) {
                floats += grid.pixels().length;
                album.add(new ProjectCheckpoint(moment.trainedSeconds(), moment.mark(), grid));
            }
        }
        return album;
    }
}
