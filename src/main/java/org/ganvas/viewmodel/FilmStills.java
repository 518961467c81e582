package org.ganvas.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.session.Film;
import org.ganvas.session.FilmReel;
import org.ganvas.session.Keyframe;
import org.ganvas.session.LatentDesk;
import org.ganvas.session.LatentPoints;
import org.ganvas.session.run.PictureGrid;
import org.jspecify.annotations.Nullable;

/** The picture of each keyframe, drawn again when the generator has learnt. FX thread. */
final class FilmStills {

    private final LatentDesk desk;
    private final ReadOnlyObjectWrapper<List<PictureGrid>> pictures = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable CompletableFuture<PictureGrid> coming;
    private Film wanted = Film.EMPTY;
    private Film asked = Film.EMPTY;
    private boolean averaged;
    private boolean stale;

    FilmStills(LatentDesk desk) {
        this.desk = desk;
    }

    void show(Film film, boolean newAveraged) {
        wanted = film;
        averaged = newAveraged;
        stale = true;
    }

    void pulse() {
        CompletableFuture<PictureGrid> drawn = coming;
        if (drawn != null && drawn.isDone()) {
            coming = null;
            if (!drawn.isCompletedExceptionally() && asked.keyframes().equals(wanted.keyframes())) {
                pictures.set(cut(drawn.join()));
            }
        }
        if (stale && coming == null) {
            stale = false;
            ask();
        }
    }

    private void ask() {
        asked = wanted;
        if (wanted.keyframes().isEmpty()) {
            pictures.set(List.of());
        } else {
            coming = desk.draw(LatentPoints.request(
                    wanted.keyframes().stream().map(Keyframe::point).toList(), averaged));
        }
    }

    private static List<PictureGrid> cut(PictureGrid row) {
        List<PictureGrid> each = new ArrayList<>();
        for (int i = 0; i < row.count(); i++) {
            each.add(FilmReel.cut(row, i));
        }
        return List.copyOf(each);
    }

    ReadOnlyObjectProperty<List<PictureGrid>> picturesProperty() {
        return pictures.getReadOnlyProperty();
    }
}
