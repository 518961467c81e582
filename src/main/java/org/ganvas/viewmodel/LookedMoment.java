package org.ganvas.viewmodel;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.Moment;
import org.ganvas.session.run.PictureGrid;
import org.jspecify.annotations.Nullable;

/**
 * The moment that is looked at: its grid, the curves' cursor, the explorer's generator and the look inside follow it. FX
 * thread.
 */
final class LookedMoment {

    private static final int AHEAD = 12;

    private final NoticesViewModel notices;
    private final DoubleProperty cursor;
    private final MomentReader reader;
    private final MomentFollower follower;
    private final ReadOnlyObjectWrapper<@Nullable Moment> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PictureGrid> grid = new ReadOnlyObjectWrapper<>();

    LookedMoment(NoticesViewModel notices, DoubleProperty cursor, MomentReader reader, MomentFollower follower) {
        this.notices = notices;
        this.cursor = cursor;
        this.reader = reader;
        this.follower = follower;
    }

    /**
     * Looks at a moment.
     *
     * @param direction where the next one is likely to be, 1 or -1
     */
    void look(Moments moments, @Nullable Moment moment, int direction) {
        if (moment == null || moment.equals(shown.get())) {
            return;
        }
        shown.set(moment);
        cursor.set(moment.step());
        List<Moment> ahead = new ArrayList<>();
        for (int i = 1; i <= AHEAD; i++) {
            Moment next = moments.beside(moment, i * direction);
            if (next != null) {
                ahead.add(next);
            }
        }
        reader.want(moment, ahead);
        // Between complete moments there are no weights; those just before are the nearest to the truth.
        follower.look(moments.completeUpTo(moment.step()));
    }

    void live() {
        shown.set(null);
        grid.set(null);
        cursor.set(Double.NaN);
        follower.look(null);
    }

    /** Another run or another branch of it. */
    void forget() {
        reader.forget();
        live();
    }

    void pulse(long nanos) {
        MomentReader.Read read = reader.take();
        if (read != null && shown.get() != null) {
            if (read.grid() != null) {
                grid.set(read.grid());
            } else if (!read.problem().isEmpty()) {
                notices.report(read.problem());
            }
        }
        follower.pulse(nanos);
    }

    /** A snapshot with the moment that is looked at in place of the present. */
    TrainingSnapshot seen(TrainingSnapshot snapshot) {
        PictureGrid then = grid.get();
        return then == null ? snapshot : snapshot.withGenerated(then);
    }

    ReadOnlyObjectWrapper<@Nullable Moment> shown() {
        return shown;
    }

    ReadOnlyObjectWrapper<@Nullable PictureGrid> grid() {
        return grid;
    }
}
