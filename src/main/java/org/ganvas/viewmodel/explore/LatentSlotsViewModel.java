package org.ganvas.viewmodel.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.latent.LatentMath;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.jspecify.annotations.Nullable;

/** Four wells, A to D, that hold pictures by their latents, for ways and sums. FX thread. */
public final class LatentSlotsViewModel {

    public static final int COUNT = 4;

    private final UndoStack undo;
    private final ReadOnlyObjectWrapper<List<@Nullable LatentPoint>> points =
            new ReadOnlyObjectWrapper<>(Collections.nCopies(COUNT, null));
    private final List<ReadOnlyObjectWrapper<@Nullable SampleGrid>> pictures = IntStream.range(0, COUNT)
            .mapToObj(i -> new ReadOnlyObjectWrapper<@Nullable SampleGrid>())
            .toList();

    LatentSlotsViewModel(UndoStack undo) {
        this.undo = undo;
    }

    @Nullable
    LatentPoint point(int well) {
        return points.get().get(well);
    }

    /** What the generator is given for a well that is known to be full. */
    float[] latent(int well) {
        return LatentMath.drawn(Objects.requireNonNull(points.get().get(well)));
    }

    static float[] difference(float[] a, float[] b) {
        return LatentMath.sum(a, b, -1);
    }

    /** Those that are full, in order. */
    List<LatentPoint> full() {
        List<LatentPoint> full = new ArrayList<>();
        for (LatentPoint point : points.get()) {
            if (point != null) {
                full.add(point);
            }
        }
        return full;
    }

    /** Pictures of the wells that are full, in order. */
    void show(List<SampleGrid> drawn) {
        int next = 0;
        for (int i = 0; i < COUNT; i++) {
            boolean full = points.get().get(i) != null;
            pictures.get(i).set(full && next < drawn.size() ? drawn.get(next++) : null);
        }
    }

    /** Another generator, which knows nothing of these latents. */
    void clear() {
        points.set(Collections.nCopies(COUNT, null));
        pictures.forEach(picture -> picture.set(null));
    }

    // ---- Properties ----

    /** What each well holds; null where it is empty. */
    public ReadOnlyObjectProperty<List<@Nullable LatentPoint>> pointsProperty() {
        return points.getReadOnlyProperty();
    }

    /** What a well looks like now. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> pictureProperty(int well) {
        return pictures.get(well).getReadOnlyProperty();
    }

    /** A well's letter. */
    public static String letter(int well) {
        return String.valueOf((char) ('A' + well));
    }

    private boolean exchange(List<@Nullable LatentPoint> expected, List<@Nullable LatentPoint> other) {
        if (points.get() == expected) {
            points.set(other);
        }
        return true;
    }

    // ---- Commands ----

    /** Puts a picture into a well; null empties it. */
    public void put(int well, @Nullable LatentPoint point) {
        List<@Nullable LatentPoint> before = points.get();
        List<@Nullable LatentPoint> next = new ArrayList<>(before);
        next.set(well, point);
        points.set(Collections.unmodifiableList(next));
        if (point == null) {
            pictures.get(well).set(null);
        }
        List<@Nullable LatentPoint> after = points.get();
        undo.push(new UndoKey("undo.slot", well), () -> exchange(after, before), () -> exchange(before, after));
    }
}
