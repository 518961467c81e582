package org.ganvas.viewmodel.film;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.Film;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.explore.FavouritesViewModel;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoStack;
import org.jspecify.annotations.Nullable;

/** The preview of a film through latent space, with the generator as it is. FX thread. */
public final class FilmViewModel implements SnapshotListener, FrameListener {

    private static final double LONGEST_FRAME = 0.1;

    /** How often pictures of a generator that learns are drawn again. */
    private static final long AGAIN_NANOS = 1_000_000_000;

    private final Consumer<LatentPoint> goTo;
    private final ReadOnlyBooleanProperty averaged;
    private final KeyframesViewModel keyframes;
    private final FavouritesViewModel keepsakes;
    private final FilmPlayer player;
    private final KeyframeThumbnails stills;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> picture = new ReadOnlyObjectWrapper<>();
    private int shownRun = -1;
    private boolean arriving;
    private long shownStep;
    private long drawnStep;
    private long lastPulse;
    private long nextDrawing;

    /**
     * @param desk draws, on its own thread
     * @param here what is explored now; null if nothing is
     * @param goTo shows a state in the explorer
     * @param averaged whether G's averaged weights draw
     * @param keepsakes keeps it with the run
     */
    public FilmViewModel(
            LatentRenderer desk,
            Supplier<@Nullable LatentPoint> here,
            Consumer<LatentPoint> goTo,
            ReadOnlyBooleanProperty averaged,
            UndoStack undo,
            FavouritesViewModel keepsakes) {
        this.keepsakes = keepsakes;
        this.goTo = goTo;
        this.averaged = averaged;
        keyframes = new KeyframesViewModel(() -> available.get() ? here.get() : null, goTo, undo);
        player = new FilmPlayer(desk);
        stills = new KeyframeThumbnails(desk);
        averaged.addListener((property, old, now) -> draw());
        keyframes.filmProperty().addListener((property, old, now) -> follow(now));
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo run = snapshot.run();
        shownStep = snapshot.step();
        if (run == null || run.number() == shownRun) {
            return;
        }
        shownRun = run.number();
        available.set(!run.spec().image().isPoint());
        arriving = true;
        bring(run.spec());
        arriving = false;
        draw();
    }

    /** The film that came with the run; else the one before goes on, if it can, and is the run's from now on. */
    private void bring(GanSpec spec) {
        Film kept = keepsakes.film();
        int classes = spec.conditional() ? spec.classes() : 0;
        if (!kept.isEmpty()) {
            keyframes.take(kept);
        }
        keyframes.keepOnly(spec.latentDim(), classes);
        if (kept.isEmpty() && !film().keyframes().isEmpty()) {
            keepsakes.keepFilm(film(), false);
        }
    }

    @Override
    public void onFrame(long nanos) {
        double seconds = Math.min(LONGEST_FRAME, (nanos - lastPulse) / 1e9);
        lastPulse = nanos;
        if (nanos - nextDrawing >= 0 && shownStep != drawnStep) {
            nextDrawing = nanos + AGAIN_NANOS;
            again();
        }
        player.onFrame(playing.get());
        stills.onFrame();
        if (playing.get()) {
            player.advance(seconds);
            playing.set(!player.over());
        }
        position.set(player.seconds());
        SampleGrid now = player.picture();
        if (now != null && !film().keyframes().isEmpty()) {
            picture.set(now);
        }
    }

    /** Another generator is explored. */
    public void renew() {
        draw();
    }

    private void again() {
        drawnStep = shownStep;
        stills.show(film(), averaged.get());
        player.renew();
    }

    private void draw() {
        stills.show(film(), averaged.get());
        player.show(film(), averaged.get());
    }

    private void follow(Film now) {
        if (!arriving) {
            keepsakes.keepFilm(now, true);
        }
        if (!now.plays()) {
            playing.set(false);
        }
        if (now.keyframes().isEmpty()) {
            picture.set(null);
        }
        draw();
    }

    private Film film() {
        return keyframes.filmProperty().get();
    }

    // ---- Properties ----

    public KeyframesViewModel keyframes() {
        return keyframes;
    }

    /** A picture each keyframe; those of the film before while they are being drawn. */
    public ReadOnlyObjectProperty<List<SampleGrid>> stillsProperty() {
        return stills.picturesProperty();
    }

    /** What the film shows now; null while there is none. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** In seconds from the beginning. */
    public ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Whether there is a generator of pictures. */
    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Plays, from the beginning if the film is over; or stops. */
    public void togglePlaying() {
        if (film().plays()) {
            if (!playing.get() && player.over()) {
                player.seek(0);
            }
            playing.set(!playing.get());
        }
    }

    /** Goes to a moment of the film. */
    public void seek(double seconds) {
        playing.set(false);
        player.seek(seconds);
    }

    /** Shows what the film stands at in the explorer. */
    public void exploreHere() {
        LatentPoint point = player.point();
        if (point != null) {
            goTo.accept(point);
        }
    }
}
