package org.ganvas.session.history;

import java.io.IOException;
import java.util.List;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** The kept moments of the run on the desk. Every method may be called from any thread; reading may go to the disk. */
public interface CheckpointHistory {

    /** Of a desk that keeps nothing. */
    CheckpointHistory NONE = new CheckpointHistory() {
        @Override
        public List<Checkpoint> checkpoints() {
            return List.of();
        }

        @Override
        public @Nullable SampleGrid grid(Checkpoint moment) {
            return null;
        }

        @Override
        public @Nullable RunCapture capture(Checkpoint moment) {
            return null;
        }
    };

    /** What is kept now, by step; a new list whenever something changed. */
    List<Checkpoint> checkpoints();

    /**
     * The fixed latents as they were drawn then.
     *
     * @return null if the moment has been thinned out meanwhile
     * @throws IOException if it lies on the disk and cannot be read; a sentence
     */
    @Nullable
    SampleGrid grid(Checkpoint moment) throws IOException;

    /**
     * The complete run as it was then, with its curves up to there.
     *
     * @return null if the moment has been thinned out meanwhile, or is not complete
     * @throws IOException if it lies on the disk and cannot be read; a sentence
     */
    @Nullable
    RunCapture capture(Checkpoint moment) throws IOException;

    /**
     * Keeps the newest complete moment at or before a step from being thinned out, in place of the best one before.
     */
    default void pinBest(long step) {}
}
