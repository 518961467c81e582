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
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.explore.FavouritesViewModel;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoStack;
import org.jspecify.annotations.Nullable;

/** A film through latent space, with a preview by the present generator. FX thread. */
public final class FilmViewModel implements SnapshotListener, FrameListener {

    private static final double LONGEST_FRAME = 0.1;

    /** Interval at which images are rendered refresh while the generator trains. */
    private static final long REFRESH_NANOS = 1_000_000_000;

    private final Consumer<LatentPoint> goTo;
    private final ReadOnlyBooleanProperty averaged;
    private final KeyframesViewModel keyframes;
    private final FavouritesViewModel bookmarks;
    private final FilmPlayer player;
    private final KeyframeThumbnails thumbnails;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("run.none.disabled");
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> image = new ReadOnlyObjectWrapper<>();
    private int shownRun = -1;
    private @Nullable RunRequest shownRequest;
    private boolean loadingRun;
    private long shownStep;
    private long renderedStep;
    private long lastPulse;
    private long nextRefresh;

    /**
     * @param renderer renders on a thread of its own
     * @param current the current latent of the Explore screen; null if there is none
     * @param goTo makes a latent the current one of the Explore screen
     * @param averaged whether G's averaged weights render
     * @param bookmarks saves the film with the run
     */
    public FilmViewModel(
            LatentRenderer renderer,
            Supplier<@Nullable LatentPoint> current,
            Consumer<LatentPoint> goTo,
            ReadOnlyBooleanProperty averaged,
            UndoStack undo,
            FavouritesViewModel bookmarks) {
        this.bookmarks = bookmarks;
        this.goTo = goTo;
        this.averaged = averaged;
        keyframes = new KeyframesViewModel(() -> available.get() ? current.get() : null, goTo, undo);
        player = new FilmPlayer(renderer);
        thumbnails = new KeyframeThumbnails(renderer);
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
        obstacle.set("film.add.disabled");
        loadingRun = true;
        loadFilm(run.request());
        loadingRun = false;
        showOtherGenerator();
    }

    /** Loads the film of a new run; without one, the present film becomes the run's if that has the same networks and data. */
    private void loadFilm(RunRequest request) {
        LatentFilm saved = bookmarks.film();
        GanSpec spec = request.spec();
        int classes = spec.conditional() ? spec.classes() : 0;
        RunRequest before = shownRequest;
        shownRequest = request;
        boolean sameSetup = before != null
                && before.dataId().equals(request.dataId())
                && before.spec().generator().equals(spec.generator());
        if (!saved.isEmpty() || !sameSetup) {
            keyframes.load(saved);
        }
        keyframes.clearUnlessFitting(spec.latentDim(), classes, spec.generator().hasStyles());
        if (saved.isEmpty() && !film().keyframes().isEmpty()) {
            bookmarks.setFilm(film(), false);
        }
    }

    @Override
    public void onFrame(long nanos) {
        double seconds = Math.min(LONGEST_FRAME, (nanos - lastPulse) / 1e9);
        lastPulse = nanos;
        if (nanos - nextRefresh >= 0 && shownStep != renderedStep) {
            nextRefresh = nanos + REFRESH_NANOS;
            refresh();
        }
        player.onFrame(playing.get());
        thumbnails.onFrame();
        if (playing.get()) {
            player.advance(seconds);
            playing.set(!player.isOver());
        }
        position.set(player.seconds());
        SampleGrid now = player.frame();
        if (now != null && !film().keyframes().isEmpty()) {
            image.set(now);
        }
    }

    /** Stops the preview and renders all images anew, because another generator is explored. */
    public void showOtherGenerator() {
        playing.set(false);
        player.seek(0);
        image.set(null);
        draw();
    }

    private void refresh() {
        renderedStep = shownStep;
        thumbnails.show(film(), averaged.get());
        player.refresh();
    }

    private void draw() {
        thumbnails.show(film(), averaged.get());
        player.show(film(), averaged.get());
    }

    private void follow(LatentFilm now) {
        if (!loadingRun) {
            bookmarks.setFilm(now, true);
        }
        if (!now.plays()) {
            playing.set(false);
        }
        if (now.keyframes().isEmpty()) {
            image.set(null);
        }
        draw();
    }

    private LatentFilm film() {
        return keyframes.filmProperty().get();
    }

    // ---- Properties ----

    public KeyframesViewModel keyframes() {
        return keyframes;
    }

    /** One image for each keyframe; those of the film before while they are being rendered. */
    public ReadOnlyObjectProperty<List<SampleGrid>> thumbnailsProperty() {
        return thumbnails.imagesProperty();
    }

    /** The image of the preview; null while there is none. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** Position of the preview, in seconds from the start. */
    public ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Whether there is a generator of images. */
    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    /** Key of the sentence that says why no keyframe can be added. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Starts the preview, from the start if the end is reached; or stops it. */
    public void togglePlaying() {
        if (film().plays()) {
            if (!playing.get() && player.isOver()) {
                player.seek(0);
            }
            playing.set(!playing.get());
        }
    }

    /** Stops the preview at a position. */
    public void seek(double seconds) {
        playing.set(false);
        player.seek(seconds);
    }

    /** Makes the latent of the preview the current one of the Explore screen. */
    public void exploreHere() {
        LatentPoint point = player.latent();
        if (point != null) {
            goTo.accept(point);
        }
    }
}
