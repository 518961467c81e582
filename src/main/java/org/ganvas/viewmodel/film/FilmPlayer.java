package org.ganvas.viewmodel.film;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ganvas.session.film.FilmPath;
import org.ganvas.session.film.FilmReel;
import org.ganvas.session.render.LatentPoints;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.Film;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a film and the pictures just ahead of it. Pictures are asked for a few at a time; where a generator draws
 * them more slowly than they are shown, the clock waits, and training never does. FX thread.
 */
final class FilmPlayer {

    static final double FRAMES_PER_SECOND = 30;

    /** Ahead of the clock: a quarter of a second. */
    static final int BATCH = 8;

    private final LatentRenderer desk;
    private @Nullable FilmPath path;
    private boolean averaged;
    private int frames;
    private boolean loops;

    /** In frames since the film was first shown; a loop counts on. */
    private double clock;

    private @Nullable Batch ready;
    private @Nullable Batch next;
    private @Nullable CompletableFuture<SampleGrid> coming;
    private long comingFrom;
    private boolean comingAnew;
    private boolean renews;

    /** Pictures from a frame on. */
    private record Batch(long from, SampleGrid row) {
        long end() {
            return from + row.count();
        }

        boolean has(long frame) {
            return frame >= from && frame < end();
        }
    }

    FilmPlayer(LatentRenderer desk) {
        this.desk = desk;
    }

    /** Shows another film; the clock stays where it can. */
    void show(Film film, boolean newAveraged) {
        double place = seconds();
        path = film.keyframes().isEmpty() ? null : new FilmPath(film);
        averaged = newAveraged;
        frames = path == null ? 0 : path.frameCount(FRAMES_PER_SECOND);
        loops = film.loop() && film.plays();
        seek(Math.min(place, Math.max(0, frames - 1) / FRAMES_PER_SECOND));
    }

    /** Draws what it stands at once more, because the generator has learnt; what is shown stays until then. */
    void renew() {
        renews = true;
    }

    /** Goes to a moment of the film. */
    void seek(double seconds) {
        clock = Math.max(0, Math.min(seconds * FRAMES_PER_SECOND + 1e-6, Math.max(0, frames - 1)));
        ready = null;
        next = null;
        coming = null;
    }

    /** Where the film is, in seconds. */
    double seconds() {
        return frames == 0 ? 0 : (loops ? clock % frames : clock) / FRAMES_PER_SECOND;
    }

    /** Whether a film that does not loop is over. */
    boolean over() {
        return !loops && clock >= frames - 1;
    }

    /** Lets time pass, as far as there are pictures for it. */
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

    /** Takes what was drawn and asks for what comes next. */
    void onFrame(boolean playing) {
        CompletableFuture<SampleGrid> drawn = coming;
        if (drawn != null && drawn.isDone()) {
            coming = null;
            if (!drawn.isCompletedExceptionally()) {
                take(new Batch(comingFrom, drawn.join()));
            }
        }
        if (path == null || coming != null) {
            return;
        }
        // What plays is drawn with the newest weights anyway.
        Batch shown = ready;
        boolean anew = shown == null || (renews && !playing);
        if (anew || (playing && next == null)) {
            renews = false;
            comingAnew = anew;
            ask(anew || shown == null ? (long) clock : shown.end(), playing ? BATCH : 1);
        }
    }

    private void take(Batch batch) {
        if (ready == null || comingAnew) {
            ready = batch;
            next = null;
        } else {
            next = batch;
        }
    }

    private void ask(long from, int number) {
        FilmPath film = path;
        long end = loops ? from + number : Math.min(frames, from + number);
        if (film == null || from >= end) {
            return;
        }
        List<LatentPoint> points = new ArrayList<>();
        for (long frame = from; frame < end; frame++) {
            points.add(film.frame((int) (frame % frames), FRAMES_PER_SECOND));
        }
        comingFrom = from;
        coming = desk.draw(LatentPoints.request(points, averaged));
    }

    /** What the clock stands at; null if it is not drawn yet. */
    @Nullable
    SampleGrid picture() {
        Batch batch = ready;
        return batch == null || !batch.has((long) clock)
                ? null
                : FilmReel.imageOf(batch.row(), (int) ((long) clock - batch.from()));
    }

    /** The state that the clock stands at; null for an empty film. */
    @Nullable
    LatentPoint point() {
        return path == null ? null : path.at(seconds());
    }
}
