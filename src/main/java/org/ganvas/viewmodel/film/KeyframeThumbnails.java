package org.ganvas.viewmodel.film;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.session.render.LatentPoints;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.Keyframe;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** The image of each keyframe, rendered again as the generator trains. FX thread. */
final class KeyframeThumbnails {

    private final LatentRenderer renderer;
    private final ReadOnlyObjectWrapper<List<SampleGrid>> images = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable CompletableFuture<SampleGrid> rendering;
    private LatentFilm film = LatentFilm.EMPTY;
    private LatentFilm requested = LatentFilm.EMPTY;
    private boolean averaged;
    private boolean stale;

    KeyframeThumbnails(LatentRenderer renderer) {
        this.renderer = renderer;
    }

    void show(LatentFilm film, boolean newAveraged) {
        this.film = film;
        averaged = newAveraged;
        stale = true;
    }

    void onFrame() {
        CompletableFuture<SampleGrid> drawn = rendering;
        if (drawn != null && drawn.isDone()) {
            rendering = null;
            if (!drawn.isCompletedExceptionally() && requested.keyframes().equals(film.keyframes())) {
                images.set(split(drawn.join()));
            }
        }
        if (stale && rendering == null) {
            stale = false;
            request();
        }
    }

    private void request() {
        requested = film;
        if (film.keyframes().isEmpty()) {
            images.set(List.of());
        } else {
            rendering = renderer.render(LatentPoints.request(
                    film.keyframes().stream().map(Keyframe::point).toList(), averaged));
        }
    }

    private static List<SampleGrid> split(SampleGrid row) {
        List<SampleGrid> each = new ArrayList<>();
        for (int i = 0; i < row.count(); i++) {
            each.add(row.image(i));
        }
        return List.copyOf(each);
    }

    ReadOnlyObjectProperty<List<SampleGrid>> imagesProperty() {
        return images.getReadOnlyProperty();
    }
}
