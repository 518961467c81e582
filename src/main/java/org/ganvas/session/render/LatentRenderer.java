package org.ganvas.session.render;

import java.util.concurrent.CompletableFuture;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * Renders chosen latents with the generator as it is now, on the {@code explore} thread, without training ever waiting.
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

    /**
     * Sets the current latents. The newest request wins; it is rendered again whenever the generator has changed.
     */
    void request(LatentRequest request);

    /** Renders with another generator from now on; {@link GeneratorSource.Live} at first and for every new run. */
    default void useSource(GeneratorSource source) {}

    /** Tells whether the sample grid is visible; one that is not is rendered now and then, for the history. */
    default void setGridVisible(boolean visible) {}

    /**
     * Images with the request that they answer.
     *
     * @param request the very object that was given to {@link #request}
     * @param images one row, in the order of the request
     * @param review of one translated image; null of others and of a generator that does not train
     */
    record Rendered(
            LatentRequest request,
            SampleGrid images,
            @Nullable TranslationReview review) {}

    /** Takes the newest result; null if there was none since the last call. */
    @Nullable
    Rendered takeRendered();

    /** Takes the images of the newest result; null if there was none since the last call. */
    default @Nullable SampleGrid takeImages() {
        Rendered rendered = takeRendered();
        return rendered == null ? null : rendered.images();
    }

    /**
     * Renders latents once, after the current ones.
     *
     * @return completed on the {@code explore} thread; exceptionally if there is no generator or the latents do not fit it
     */
    CompletableFuture<SampleGrid> render(LatentRequest request);
}
