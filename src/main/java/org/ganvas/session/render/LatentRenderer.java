package org.ganvas.session.render;

import java.util.concurrent.CompletableFuture;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * Draws chosen latents with the generator as it is now, on the {@code explore} thread, without training ever waiting.
 * Every method may be called from any thread.
 */
public interface LatentRenderer {

    /** Renders nothing, because there is no generator. */
    LatentRenderer NONE = new LatentRenderer() {
        @Override
        public void request(LatentRequest request) {}

        @Override
        public @Nullable Rendered takeRendered() {
            return null;
        }

        @Override
        public CompletableFuture<SampleGrid> render(LatentRequest request) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("There is no generator for these latents."));
        }
    };

    /** Asks for pictures; the newest request wins. It is drawn again whenever the generator has moved on. */
    void request(LatentRequest request);

    /** Draws with another generator from now on; {@link GeneratorSource.Live} at first and for every new run. */
    default void useSource(GeneratorSource source) {}

    /** Whether somebody sees the run's grid; one that nobody sees is drawn now and then, for the run's past. */
    default void setGridVisible(boolean seen) {}

    /**
     * Pictures with what asked for them.
     *
     * @param request as it was given
     * @param images one row, in the order of the request
     */
    record Rendered(LatentRequest request, SampleGrid images) {}

    /** Takes the newest result; null if there was none since the last call. */
    @Nullable
    Rendered takeRendered();

    /** Takes the newest result without asking whose it is; null if there was none since the last call. */
    default @Nullable SampleGrid takeImages() {
        Rendered drawn = takeRendered();
        return drawn == null ? null : drawn.images();
    }

    /**
     * Draws something once, after what is in the hand.
     *
     * @return completed on the {@code explore} thread, exceptionally if there is nothing to draw with or the latents are
     *     not of this generator
     */
    CompletableFuture<SampleGrid> render(LatentRequest request);
}
