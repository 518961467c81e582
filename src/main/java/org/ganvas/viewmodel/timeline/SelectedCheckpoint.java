package org.ganvas.viewmodel.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The moment that is looked at: its grid, the curves' cursor, the explorer's generator and the look inside follow it. FX
 * thread.
 */
public final class SelectedCheckpoint {

    private static final int AHEAD = 12;

    private final NoticesViewModel notices;
    private final DoubleProperty cursor;
    private final CheckpointImageLoader images;
    private final CheckpointWeightsLoader weights;
    private final ReadOnlyObjectWrapper<@Nullable Checkpoint> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> grid = new ReadOnlyObjectWrapper<>();

    public SelectedCheckpoint(
            NoticesViewModel notices,
            DoubleProperty cursor,
            CheckpointImageLoader reader,
            CheckpointWeightsLoader follower) {
        this.notices = notices;
        this.cursor = cursor;
        this.images = reader;
        this.weights = follower;
    }

    /**
     * Looks at a moment.
     *
     * @param direction where the next one is likely to be, 1 or -1
     */
    void select(CheckpointList moments, @Nullable Checkpoint moment, int direction) {
        if (moment == null || moment.equals(selected.get())) {
            return;
        }
        selected.set(moment);
        cursor.set(moment.step());
        List<Checkpoint> ahead = new ArrayList<>();
        for (int i = 1; i <= AHEAD; i++) {
            Checkpoint next = moments.offset(moment, i * direction);
            if (next != null) {
                ahead.add(next);
            }
        }
        images.request(moment, ahead);
        // Between complete moments there are no weights; those just before are the nearest to the truth.
        weights.select(moments.completeUpTo(moment.step()));
    }

    void selectPresent() {
        selected.set(null);
        grid.set(null);
        cursor.set(Double.NaN);
        weights.select(null);
    }

    /** Another run or another branch of it. */
    void clear() {
        images.clear();
        selectPresent();
    }

    void onFrame(long nanos) {
        CheckpointImageLoader.Read read = images.take();
        if (read != null && selected.get() != null) {
            if (read.grid() != null) {
                grid.set(read.grid());
            } else if (read.failure() != null) {
                notices.reportFailure(read.failure());
            }
        }
        weights.onFrame(nanos);
    }

    /** A snapshot with the moment that is looked at in place of the present. */
    public TrainingSnapshot withSelected(TrainingSnapshot snapshot) {
        SampleGrid then = grid.get();
        return then == null ? snapshot : snapshot.withGenerated(then);
    }

    ReadOnlyObjectWrapper<@Nullable Checkpoint> selected() {
        return selected;
    }

    ReadOnlyObjectWrapper<@Nullable SampleGrid> grid() {
        return grid;
    }
}
