package org.ganvas.session.history;

import org.ganvas.session.run.PictureGrid;
import org.jspecify.annotations.Nullable;

/** What is kept of one step. Guarded by its {@link Catalogue}. */
final class Kept {

    final long step;
    final double trainedSeconds;
    String mark = "";

    @Nullable
    PictureGrid gridShell;

    @Nullable
    Parcel grid;

    @Nullable
    KeptRun runShell;

    @Nullable
    Parcel run;

    Kept(long step, double trainedSeconds) {
        this.step = step;
        this.trainedSeconds = trainedSeconds;
    }

    boolean complete() {
        return run != null;
    }

    Moment moment(int number) {
        return new Moment(number, step, trainedSeconds, complete(), mark);
    }
}
