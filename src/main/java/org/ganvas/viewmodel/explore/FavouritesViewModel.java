package org.ganvas.viewmodel.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.project.media.LatentThumbnails;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.Bookmarks;
import org.ganvas.session.run.Film;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.project.DocumentViewModel;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** Latents, directions and the film that are kept with the run, in its project. FX thread. */
public final class FavouritesViewModel {

    /** A project's settings are read at once; this many numbers are some megabytes of text. */
    private static final int MOST_NUMBERS = 150_000;

    private final TrainingSession desk;
    private final NoticesViewModel notices;
    private final UndoStack undo;
    private final DocumentViewModel document;
    private final ReadOnlyObjectWrapper<List<Bookmarks.Favourite>> favourites = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<LatentDirection>> directions = new ReadOnlyObjectWrapper<>(List.of());
    private Film film = Film.EMPTY;
    private @Nullable RunInfo run;

    FavouritesViewModel(TrainingSession desk, NoticesViewModel notices, UndoStack undo, DocumentViewModel document) {
        this.desk = desk;
        this.notices = notices;
        this.undo = undo;
        this.document = document;
    }

    void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo now = snapshot.run();
        if (now != null && (run == null || run.number() != now.number())) {
            run = now;
            put(desk.keepsakes());
        }
    }

    private void put(Bookmarks kept) {
        favourites.set(kept.favourites());
        directions.set(kept.directions());
        film = kept.film();
    }

    private Bookmarks kept() {
        return new Bookmarks(favourites.get(), directions.get(), film);
    }

    private void change(Bookmarks next) {
        Bookmarks before = kept();
        int number = run == null ? -1 : run.number();
        submit(next, number);
        undo.push("keepsakes " + before.hashCode(), () -> again(before, number), () -> again(next, number));
    }

    private boolean again(Bookmarks kept, int number) {
        if (run != null && run.number() == number) {
            // Changes of the film have ways back of their own.
            submit(new Bookmarks(kept.favourites(), kept.directions(), film), number);
        }
        return true;
    }

    private void submit(Bookmarks next, int number) {
        put(next);
        desk.submit(new TrainingCommand.Keep(number, next));
        document.bookmarksChanged();
    }

    private void changeFavourites(UnaryOperator<List<Bookmarks.Favourite>> edit) {
        change(new Bookmarks(edit.apply(new ArrayList<>(favourites.get())), directions.get(), film));
    }

    private boolean hasRoom(int width) {
        int count = favourites.get().size() + directions.get().size() + 1;
        boolean room = count <= Bookmarks.MAX_ENTRIES && (long) count * width <= MOST_NUMBERS;
        if (!room) {
            notices.report(Messages.text("explore.favourites.full", NumberFormats.count(count - 1)));
        }
        return room;
    }

    private static String shortened(String name) {
        String plain = name.strip();
        return plain.substring(0, Math.min(plain.length(), Bookmarks.MAX_NAME_LENGTH));
    }

    /** A direction under a name; under none it is let go. */
    void keepDirection(LatentDirection direction, String name) {
        List<LatentDirection> next = new ArrayList<>(directions.get());
        next.removeIf(each -> each.vector() == direction.vector());
        if (!name.isBlank()) {
            if (!fits(direction.vector().length, -1) || !hasRoom(direction.vector().length)) {
                return;
            }
            next.add(direction.withName(shortened(name)));
        }
        change(new Bookmarks(favourites.get(), next, film));
    }

    /** The film that came with the run. */
    public Film film() {
        return film;
    }

    /**
     * Another film to be kept; one of another generator is not.
     *
     * @param byHand whether a person made it, so that the project has changed
     */
    public void keepFilm(Film other, boolean byHand) {
        RunInfo now = run;
        if (now == null) {
            return;
        }
        int classes = now.spec().conditional() ? now.spec().classes() : 0;
        boolean ours = other.fits(now.spec().latentDim(), classes);
        film = ours ? other : Film.EMPTY;
        desk.submit(new TrainingCommand.Keep(now.number(), kept()));
        if (byHand && ours) {
            document.bookmarksChanged();
        }
    }

    /** Says so if a latent is not one of this run's generator. */
    private boolean fits(int width, int classes) {
        GanSpec spec = run == null ? null : run.spec();
        boolean fits = spec != null
                && spec.latentDim() == width
                && (classes < 0 || classes == (spec.conditional() ? spec.classes() : 0));
        if (!fits) {
            notices.report(Messages.text("explore.favourites.other"));
        }
        return fits;
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<List<Bookmarks.Favourite>> favouritesProperty() {
        return favourites.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<LatentDirection>> directionsProperty() {
        return directions.getReadOnlyProperty();
    }

    // ---- Commands ----

    /**
     * Keeps a latent.
     *
     * @param picture what it looks like now; null if nobody knows
     */
    public void keep(LatentPoint point, @Nullable SampleGrid picture) {
        if (fits(point.latent().length, point.classWeights().length) && hasRoom(point.latent().length)) {
            byte[] png = picture == null ? new byte[0] : LatentThumbnails.png(picture);
            String name =
                    Messages.text("explore.favourites.name", favourites.get().size() + 1);
            changeFavourites(list -> {
                list.add(new Bookmarks.Favourite(name, point, png));
                return list;
            });
        }
    }

    public void rename(int index, String name) {
        Bookmarks.Favourite before = favourites.get().get(index);
        if (!before.name().equals(shortened(name))) {
            changeFavourites(list -> {
                list.set(index, new Bookmarks.Favourite(shortened(name), before.point(), before.image()));
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
    public LatentPoint point(int index) {
        return favourites.get().get(index).point();
    }
}
