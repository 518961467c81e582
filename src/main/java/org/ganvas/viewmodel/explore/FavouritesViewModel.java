package org.ganvas.viewmodel.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.project.media.LatentThumbnailRenderer;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.ExploreLatents;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.project.DocumentViewModel;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The run's bookmarks, which its project saves: favourite latents, named directions, the film, the latents in use. FX
 * thread.
 */
public final class FavouritesViewModel {

    /** Limit of the numbers in a project's settings, which are read at once: some megabytes of text. */
    private static final int MAX_NUMBERS = 150_000;

    private final TrainingSession session;
    private final NoticesViewModel notices;
    private final UndoStack undo;
    private final DocumentViewModel document;
    private final ReadOnlyObjectWrapper<List<RunBookmarks.Favourite>> favourites =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<LatentDirection>> directions = new ReadOnlyObjectWrapper<>(List.of());
    private LatentFilm film = LatentFilm.EMPTY;
    private ExploreLatents inUse = ExploreLatents.NONE;
    private @Nullable RunInfo run;

    FavouritesViewModel(TrainingSession session, NoticesViewModel notices, UndoStack undo, DocumentViewModel document) {
        this.session = session;
        this.notices = notices;
        this.undo = undo;
        this.document = document;
    }

    void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo now = snapshot.run();
        if (now != null && (run == null || run.number() != now.number())) {
            run = now;
            set(session.bookmarks());
        }
    }

    private void set(RunBookmarks bookmarks) {
        favourites.set(bookmarks.favourites());
        directions.set(bookmarks.directions());
        film = bookmarks.film();
        inUse = bookmarks.inUse();
    }

    private RunBookmarks bookmarks() {
        return new RunBookmarks(favourites.get(), directions.get(), film, inUse);
    }

    private void change(RunBookmarks next) {
        RunBookmarks before = bookmarks();
        int number = run == null ? -1 : run.number();
        submit(next, number);
        undo.push(new UndoKey("undo.bookmarks", before), () -> restore(before, number), () -> restore(next, number));
    }

    private boolean restore(RunBookmarks bookmarks, int number) {
        if (run != null && run.number() == number) {
            // Changes of the film and of the latents in use have their own undo.
            submit(new RunBookmarks(bookmarks.favourites(), bookmarks.directions(), film, inUse), number);
        }
        return true;
    }

    private void submit(RunBookmarks next, int number) {
        set(next);
        session.submit(new TrainingCommand.SetBookmarks(number, next));
        document.bookmarksChanged();
    }

    private void changeFavourites(UnaryOperator<List<RunBookmarks.Favourite>> edit) {
        change(new RunBookmarks(edit.apply(new ArrayList<>(favourites.get())), directions.get(), film, inUse));
    }

    /**
     * @param numbers of what is to be added
     */
    private boolean hasSpace(int numbers) {
        int count = favourites.get().size() + directions.get().size() + 1;
        long all = numbers;
        for (RunBookmarks.Favourite each : favourites.get()) {
            all += numbers(each.point());
        }
        for (LatentDirection each : directions.get()) {
            all += each.vector().length;
        }
        boolean fits = count <= RunBookmarks.MAX_ENTRIES && all <= MAX_NUMBERS;
        if (!fits) {
            notices.report(Messages.text("explore.favourites.full", NumberFormats.count(count - 1)));
        }
        return fits;
    }

    private static int numbers(LatentPoint point) {
        int count = point.latent().length;
        for (StyleEdits.Term each : point.style().terms()) {
            count += each.latent().length;
        }
        for (StyleEdits.Shift each : point.style().shifts()) {
            count += each.scores().length;
        }
        return count;
    }

    private static String shortened(String name) {
        String stripped = name.strip();
        return stripped.substring(0, Math.min(stripped.length(), RunBookmarks.MAX_NAME_LENGTH));
    }

    /** Saves a direction under a name; without a name it is removed. */
    void renameDirection(LatentDirection direction, String name) {
        List<LatentDirection> next = new ArrayList<>(directions.get());
        next.removeIf(each -> each.vector() == direction.vector());
        if (!name.isBlank()) {
            if (!fits(direction) || !hasSpace(direction.vector().length)) {
                return;
            }
            next.add(direction.withName(shortened(name)));
        }
        change(new RunBookmarks(favourites.get(), next, film, inUse));
    }

    /** The film of the run's project. */
    public LatentFilm film() {
        return film;
    }

    /**
     * Saves a film with the run; one of another generator's latents is replaced by none.
     *
     * @param byUser whether the user has changed the film, and with it the project
     */
    public void setFilm(LatentFilm other, boolean byUser) {
        RunInfo now = run;
        if (now == null) {
            return;
        }
        int classes = now.spec().conditional() ? now.spec().classes() : 0;
        boolean fits = other.fits(now.spec().latentDim(), classes);
        film = fits ? other : LatentFilm.EMPTY;
        session.submit(new TrainingCommand.SetBookmarks(now.number(), bookmarks()));
        if (byUser && fits) {
            document.bookmarksChanged();
        }
    }

    /** The latents in use of the run's project. */
    ExploreLatents inUse() {
        return inUse;
    }

    /**
     * Saves the latents in use with the run, which must be latents of its generator.
     *
     * @param byUser whether the user has changed what the project is to keep
     */
    void setInUse(ExploreLatents next, boolean byUser) {
        RunInfo now = run;
        if (now != null) {
            inUse = next;
            session.submit(new TrainingCommand.SetBookmarks(now.number(), bookmarks()));
            if (byUser) {
                document.bookmarksChanged();
            }
        }
    }

    /** Number of the run; -1 before there is one. */
    int runNumber() {
        return run == null ? -1 : run.number();
    }

    private boolean fits(LatentDirection direction) {
        GanSpec spec = run == null ? null : run.spec();
        if (direction.space() == LatentDirection.Space.W
                && spec != null
                && spec.generator().hasStyles()) {
            return true;
        }
        return fits(direction.space() == LatentDirection.Space.W ? -1 : direction.vector().length, -1);
    }

    /** Whether a latent is one of the run's generator; else the user gets a notice. */
    private boolean fits(int latentDim, int classes) {
        GanSpec spec = run == null ? null : run.spec();
        boolean fits = spec != null
                && RunBookmarks.favouriteWidth(spec) == latentDim
                && (classes < 0 || classes == (spec.conditional() ? spec.classes() : 0));
        if (!fits) {
            notices.report(Messages.text("explore.favourites.other"));
        }
        return fits;
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<List<RunBookmarks.Favourite>> favouritesProperty() {
        return favourites.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<LatentDirection>> directionsProperty() {
        return directions.getReadOnlyProperty();
    }

    // ---- Commands ----

    /**
     * Adds a latent.
     *
     * @param image the image that the generator makes of it now; null if it is not rendered yet
     */
    public void add(LatentPoint point, @Nullable SampleGrid image) {
        if (fits(point.latent().length, point.classWeights().length) && hasSpace(numbers(point))) {
            byte[] png = image == null ? new byte[0] : LatentThumbnailRenderer.png(image);
            String name =
                    Messages.text("explore.favourites.name", favourites.get().size() + 1);
            changeFavourites(list -> {
                list.add(new RunBookmarks.Favourite(name, point, png));
                return list;
            });
        }
    }

    public void rename(int index, String name) {
        RunBookmarks.Favourite before = favourites.get().get(index);
        if (!before.name().equals(shortened(name))) {
            changeFavourites(list -> {
                list.set(index, new RunBookmarks.Favourite(shortened(name), before.point(), before.image()));
                return list;
            });
        }
    }

    public void remove(int index) {
        changeFavourites(list -> {
            list.remove(index);
            return list;
        });
    }

    /** The latent of a favourite. */
    public LatentPoint latent(int index) {
        return favourites.get().get(index).point();
    }
}
