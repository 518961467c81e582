package org.ganvas.session.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ganvas.session.run.PictureGrid;

/** What of a history travels with its run in a file: as many moments' pictures as fit, marked ones first. Any thread. */
public final class Album {

    /** The most floats of all pictures together: 32 MB. */
    public static final long FLOATS = 8L << 20;

    /** The most moments. */
    public static final int MOMENTS = 256;

    private Album() {}

    /**
     * Reads pictures of a run up to a step, thinned as a history is thinned.
     *
     * @param run the run's number in this session
     * @throws IOException if one cannot be read back from the disk; a sentence
     */
    public static List<PastMoment> of(History history, int run, long lastStep) throws IOException {
        List<Moment> chosen = new ArrayList<>(history.moments().stream()
                .filter(moment -> moment.run() == run && moment.step() <= lastStep)
                .toList());
        if (chosen.isEmpty()) {
            return List.of();
        }
        PictureGrid newest = history.grid(chosen.get(chosen.size() - 1));
        int each = newest == null ? 1 : Math.max(1, newest.pixels().length);
        thin(chosen, (int) Math.min(MOMENTS, Math.max(1, FLOATS / each)));
        return read(history, chosen);
    }

    private static void thin(List<Moment> moments, int most) {
        while (moments.size() > most) {
            long[] steps = moments.stream().mapToLong(Moment::step).toArray();
            int gone = Thinning.leastNeeded(steps, i -> moments.get(i).marked());
            moments.remove(gone >= 0 ? gone : 0);
        }
    }

    private static List<PastMoment> read(History history, List<Moment> moments) throws IOException {
        List<PastMoment> album = new ArrayList<>();
        long floats = 0;
        for (Moment moment : moments) {
            PictureGrid grid = history.grid(moment);
            // Thinned out meanwhile, or drawn in a larger arrangement than the newest.
            if (grid != null && floats + grid.pixels().length <= FLOATS) {
                floats += grid.pixels().length;
                album.add(new PastMoment(moment.trainedSeconds(), moment.mark(), grid));
            }
        }
        return album;
    }
}
