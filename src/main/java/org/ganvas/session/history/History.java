package org.ganvas.session.history;

import java.io.IOException;
import java.util.List;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/** The kept moments of the run on the desk. Every method may be called from any thread; reading may go to the disk. */
public interface History {

    /** Of a desk that keeps nothing. */
    History NONE = new History() {
        @Override
        public List<Moment> moments() {
            return List.of();
        }

        @Override
        public @Nullable PictureGrid grid(Moment moment) {
            return null;
        }

        @Override
        public @Nullable RunCapture capture(Moment moment) {
            return null;
        }
    };

    /** What is kept now, by step; a new list whenever something changed. */
    List<Moment> moments();

    /**
     * The fixed latents as they were drawn then.
     *
     * @return null if the moment has been thinned out meanwhile
     * @throws IOException if it lies on the disk and cannot be read; a sentence
     */
    @Nullable
    PictureGrid grid(Moment moment) throws IOException;

    /**
     * The complete run as it was then, with its curves up to there.
     *
     * @return null if the moment has been thinned out meanwhile, or is not complete
     * @throws IOException if it lies on the disk and cannot be read; a sentence
     */
    @Nullable
    RunCapture capture(Moment moment) throws IOException;

    /**
     * Keeps the newest complete moment at or before a step from being thinned out, in place of the best one before.
     */
    default void best(long step) {}
}
