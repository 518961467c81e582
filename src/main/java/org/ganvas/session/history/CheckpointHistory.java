package org.ganvas.session.history;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.TrainedData;
import org.jspecify.annotations.Nullable;

/** Checkpoints of the session's run. Every method may be called from any thread; reading may wait for the disk. */
public interface CheckpointHistory {

    /** The history of a session that records none. */
    CheckpointHistory NONE = new CheckpointHistory() {
        @Override
        public List<Checkpoint> checkpoints() {
            return List.of();
        }

        @Override
        public @Nullable SampleGrid grid(Checkpoint checkpoint) {
            return null;
        }

        @Override
        public @Nullable RunCapture capture(Checkpoint checkpoint) {
            return null;
        }
    };

    /** All present checkpoints, by step; a new list after every change. */
    List<Checkpoint> checkpoints();

    /**
     * The fixed latents rendered by the generator of a checkpoint.
     *
     * @return null if the checkpoint has been thinned out meanwhile
     * @throws CheckpointReadException if it was spilled and cannot be read back
     */
    @Nullable
    SampleGrid grid(Checkpoint checkpoint) throws CheckpointReadException;

    /**
     * The complete run at a checkpoint, with its curves up to there.
     *
     * @return null if the checkpoint has been thinned out meanwhile, or is not complete
     * @throws CheckpointReadException if it was spilled and cannot be read back
     */
    @Nullable
    RunCapture capture(Checkpoint checkpoint) throws CheckpointReadException;

    /** Data that the run was trained on at a checkpoint; null where that is not known. */
    default @Nullable TrainedData data(Checkpoint checkpoint) {
        return null;
    }

    /** Data that the run was trained on since it was loaded; null where it is not held any more. */
    default @Nullable Dataset dataset(TrainedData wanted) {
        return null;
    }

    /**
     * Whether the steps from the newest complete checkpoint at or before a step up to it can be taken again exactly. Not where
     * they came from a file and depended on something that it does not hold.
     */
    default boolean isRepeatable(long step) {
        return true;
    }

    /** Protects the newest complete checkpoint at or before a step from being thinned out, in place of the one before. */
    default void pinBest(long step) {}
}
