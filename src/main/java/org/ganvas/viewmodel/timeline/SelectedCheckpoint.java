package org.ganvas.viewmodel.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Selected checkpoint, in place of the present: sample grid, cursor of the charts, latent renderer and inspection follow
 * it. FX thread.
 */
public final class SelectedCheckpoint {

    /** Number of grids that are read ahead. */
    private static final int AHEAD = 12;

    private final NoticesViewModel notices;
    private final DoubleProperty cursor;
    private final CheckpointImageLoader images;
    private final CheckpointWeightsLoader weights;
    private final PastRealPoints real;
    private final ReadOnlyObjectWrapper<@Nullable Checkpoint> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> grid = new ReadOnlyObjectWrapper<>();

    private @Nullable Checkpoint shown;

    public SelectedCheckpoint(
            TrainingSession session,
            NoticesViewModel notices,
            DoubleProperty cursor,
            CheckpointImageLoader reader,
            CheckpointWeightsLoader follower) {
        this.notices = notices;
        real = new PastRealPoints(session);
        this.cursor = cursor;
        this.images = reader;
        this.weights = follower;
    }

    /**
     * Selects a checkpoint.
     *
     * @param direction of the next selection, as far as it can be guessed: 1 or -1
     */
    void select(CheckpointList checkpoints, @Nullable Checkpoint checkpoint, int direction) {
        if (checkpoint == null || checkpoint.equals(selected.get())) {
            return;
        }
        selected.set(checkpoint);
        cursor.set(checkpoint.step());
        List<Checkpoint> ahead = new ArrayList<>();
        for (int i = 1; i <= AHEAD; i++) {
            Checkpoint next = checkpoints.offset(checkpoint, i * direction);
            if (next != null) {
                ahead.add(next);
            }
        }
        images.request(checkpoint, ahead);
        // Only complete checkpoints have weights; those just before are the nearest.
        weights.select(checkpoints.completeUpTo(checkpoint.step()));
    }

    void selectPresent() {
        selected.set(null);
        grid.set(null);
        cursor.set(Double.NaN);
        weights.select(null);
    }

    /** Forgets everything that was read, because the run or its branch is another one. */
    void clear() {
        images.clear();
        selectPresent();
    }

    void onFrame(long nanos) {
        CheckpointImageLoader.Read read = images.take();
        if (read != null && selected.get() != null) {
            if (read.grid() != null) {
                shown = read.checkpoint();
                grid.set(read.grid());
            } else if (read.failure() != null) {
                notices.reportFailure(read.failure());
            }
        }
        weights.onFrame(nanos);
    }

    /** Snapshot with the samples and the real points of the selected checkpoint in place of the present ones. */
    public TrainingSnapshot withSelected(TrainingSnapshot snapshot) {
        SampleGrid past = grid.get();
        Checkpoint of = shown;
        return past == null || of == null ? snapshot : real.in(snapshot.withGenerated(past), of);
    }

    /** Whether {@link #withSelected} showed the present real points although the checkpoint had others. */
    public boolean showsRealOfToday() {
        return grid.get() != null && real.areOfToday();
    }

    ReadOnlyObjectWrapper<@Nullable Checkpoint> selected() {
        return selected;
    }

    ReadOnlyObjectWrapper<@Nullable SampleGrid> grid() {
        return grid;
    }
}
