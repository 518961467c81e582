package org.ganvas.viewmodel.film;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ganvas.session.film.FilmPath;
import org.ganvas.session.render.LatentPoints;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a film and the images just ahead of it. Images are requested in batches; where a generator renders more
 * slowly than the film plays, the clock waits, and training never does. FX thread.
 */
final class FilmPlayer {

    static final double FRAMES_PER_SECOND = 30;

    /** Images in a batch: a quarter of a second. */
    static final int BATCH = 8;

    private final LatentRenderer renderer;
    private @Nullable FilmPath path;
    private boolean averaged;
    private int frames;
    private boolean loops;

    /** In frames since the start; a loop goes on counting. */
    private double clock;

    private @Nullable Batch ready;
    private @Nullable Batch next;
    private @Nullable CompletableFuture<SampleGrid> rendering;
    private long renderingFrom;
    private boolean replacesBatch;
    private boolean stale;

    /** Consecutive images, from a frame on. */
    private record Batch(long from, SampleGrid row) {
        long end() {
            return from + row.count();
        }

        boolean has(long frame) {
            return frame >= from && frame < end();
        }
    }

    FilmPlayer(LatentRenderer renderer) {
        this.renderer = renderer;
    }

    /** Replaces the film; the clock keeps its position as far as the film is long enough. */
    void show(LatentFilm film, boolean newAveraged) {
        double position = seconds();
        path = film.keyframes().isEmpty() ? null : new FilmPath(film);
        averaged = newAveraged;
        frames = path == null ? 0 : path.frameCount(FRAMES_PER_SECOND);
        loops = film.loop() && film.plays();
        seek(Math.min(position, Math.max(0, frames - 1) / FRAMES_PER_SECOND));
    }

    /** Renders the current image again with newer weights; the old one is shown until then. */
    void refresh() {
        stale = true;
    }

    /** Sets the clock. */
    void seek(double seconds) {
        clock = Math.max(0, Math.min(seconds * FRAMES_PER_SECOND + 1e-6, Math.max(0, frames - 1)));
        ready = null;
        next = null;
        rendering = null;
    }

    /** The clock within the film, in seconds. */
    double seconds() {
        return frames == 0 ? 0 : (loops ? clock % frames : clock) / FRAMES_PER_SECOND;
    }

    /** Whether the end is reached; never for a loop. */
    boolean isOver() {
        return !loops && clock >= frames - 1;
    }

    /** Advances the clock, as far as there are images. */
    void advance(double seconds) {
        Batch last = next != null ? next : ready;
        if (last != null) {
            double limit = last.end() - 1e-6;
            clock = Math.max(clock, Math.min(clock + seconds * FRAMES_PER_SECOND, limit));
        }
        if (!loops) {
            clock = Math.min(clock, Math.max(0, frames - 1));
        }
        if (next != null && next.has((long) clock)) {
            ready = next;
            next = null;
        }
    }

    /** Takes the rendered batch and requests the next. */
    void onFrame(boolean playing) {
        CompletableFuture<SampleGrid> drawn = rendering;
        if (drawn != null && drawn.isDone()) {
            rendering = null;
            if (!drawn.isCompletedExceptionally()) {
                accept(new Batch(renderingFrom, drawn.join()));
            }
        }
        if (path == null || rendering != null) {
            return;
        }
        // A film that plays is rendered with the newest weights anyway.
        Batch shown = ready;
        boolean again = shown == null || (stale && !playing);
        if (again || (playing && next == null)) {
            stale = false;
            replacesBatch = again;
            request(again || shown == null ? (long) clock : shown.end(), playing ? BATCH : 1);
        }
    }

    private void accept(Batch batch) {
        if (ready == null || replacesBatch) {
            ready = batch;
            next = null;
        } else {
            next = batch;
        }
    }

    private void request(long from, int number) {
        FilmPath film = path;
        long end = loops ? from + number : Math.min(frames, from + number);
        if (film == null || from >= end) {
            return;
        }
        List<LatentPoint> points = new ArrayList<>();
        for (long frame = from; frame < end; frame++) {
            points.add(film.frame((int) (frame % frames), FRAMES_PER_SECOND));
        }
        renderingFrom = from;
        rendering = renderer.render(LatentPoints.request(points, averaged));
    }

    /** The image at the clock; null if it is not rendered yet. */
    @Nullable
    SampleGrid frame() {
        Batch batch = ready;
        return batch == null || !batch.has((long) clock)
                ? null
                : batch.row().image((int) ((long) clock - batch.from()));
    }

    /** The latent at the clock; null for an empty film. */
    @Nullable
    LatentPoint latent() {
        return path == null ? null : path.at(seconds());
    }
}
