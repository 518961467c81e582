package org.ganvas.viewmodel.film;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.session.film.FilmReel;
import org.ganvas.session.render.LatentPoints;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.Film;
import org.ganvas.session.run.Keyframe;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** The picture of each keyframe, drawn again when the generator has learnt. FX thread. */
final class KeyframeThumbnails {

    private final LatentRenderer desk;
    private final ReadOnlyObjectWrapper<List<SampleGrid>> pictures = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable CompletableFuture<SampleGrid> coming;
    private Film wanted = Film.EMPTY;
    private Film asked = Film.EMPTY;
    private boolean averaged;
    private boolean stale;

    KeyframeThumbnails(LatentRenderer desk) {
        this.desk = desk;
    }

    void show(Film film, boolean newAveraged) {
        wanted = film;
        averaged = newAveraged;
        stale = true;
    }

    void onFrame() {
        CompletableFuture<SampleGrid> drawn = coming;
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

    private static List<SampleGrid> cut(SampleGrid row) {
        List<SampleGrid> each = new ArrayList<>();
        for (int i = 0; i < row.count(); i++) {
            each.add(FilmReel.imageOf(row, i));
        }
        return List.copyOf(each);
    }

    ReadOnlyObjectProperty<List<SampleGrid>> picturesProperty() {
        return pictures.getReadOnlyProperty();
    }
}
