package org.ganvas.session.history;

import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.TrainedData;
import org.jspecify.annotations.Nullable;

/** Stored parts of one checkpoint. Guarded by its {@link CheckpointIndex}. */
final class CheckpointRecord {

    final long step;
    final double trainedSeconds;
    String mark = "";

    @Nullable
    TrainedData data;

    @Nullable
    SampleGrid gridWithoutPixels;

    @Nullable
    SpillCacheEntry grid;

    @Nullable
    StoredCheckpoint runWithoutArrays;

    @Nullable
    SpillCacheEntry run;

    CheckpointRecord(long step, double trainedSeconds) {
        this.step = step;
        this.trainedSeconds = trainedSeconds;
    }

    boolean complete() {
        return run != null;
    }

    Checkpoint checkpoint(int number) {
        return new Checkpoint(number, step, trainedSeconds, complete(), mark);
    }
}
