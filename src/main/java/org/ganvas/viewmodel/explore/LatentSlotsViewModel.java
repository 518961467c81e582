package org.ganvas.viewmodel.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.session.run.ExploreLatents;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.latent.LatentMath;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.jspecify.annotations.Nullable;

/** Four slots, A to D, that hold latents for interpolation and latent arithmetic. FX thread. */
public final class LatentSlotsViewModel {

    public static final int COUNT = ExploreLatents.SLOTS;

    private final UndoStack undo;
    private final BooleanSupplier inStyles;
    private final ReadOnlyObjectWrapper<List<@Nullable LatentPoint>> points =
            new ReadOnlyObjectWrapper<>(Collections.nCopies(COUNT, null));
    private final List<ReadOnlyObjectWrapper<@Nullable SampleGrid>> images = IntStream.range(0, COUNT)
            .mapToObj(i -> new ReadOnlyObjectWrapper<@Nullable SampleGrid>())
            .toList();

    /**
     * @param inStyles whether truncation acts on styles, not on latents
     */
    LatentSlotsViewModel(UndoStack undo, BooleanSupplier inStyles) {
        this.undo = undo;
        this.inStyles = inStyles;
    }

    @Nullable
    LatentPoint point(int slot) {
        return points.get().get(slot);
    }

    /** The generator's input for a slot that is known to be filled, after truncation. */
    float[] latent(int slot) {
        LatentPoint point = Objects.requireNonNull(points.get().get(slot));
        return inStyles.getAsBoolean() ? point.latent() : LatentMath.generatorInput(point);
    }

    /** The generator's input of one filled slot minus that of another. */
    float[] difference(int slot, int other) {
        return LatentMath.addScaled(latent(slot), latent(other), -1);
    }

    /** The latents of the filled slots, in order. */
    List<LatentPoint> filled() {
        List<LatentPoint> filled = new ArrayList<>();
        for (LatentPoint point : points.get()) {
            if (point != null) {
                filled.add(point);
            }
        }
        return filled;
    }

    /** Shows the images of the filled slots, in order. */
    void show(List<SampleGrid> rendered) {
        int next = 0;
        for (int i = 0; i < COUNT; i++) {
            boolean full = points.get().get(i) != null;
            images.get(i).set(full && next < rendered.size() ? rendered.get(next++) : null);
        }
    }

    /** Fills the slots with those of a project. */
    void restore(Map<Integer, LatentPoint> saved) {
        List<@Nullable LatentPoint> next = new ArrayList<>(Collections.nCopies(COUNT, null));
        saved.forEach(next::set);
        points.set(Collections.unmodifiableList(next));
        images.forEach(image -> image.set(null));
    }

    /** Empties all slots, as for a generator of other latents. */
    void clear() {
        points.set(Collections.nCopies(COUNT, null));
        images.forEach(image -> image.set(null));
    }

    // ---- Properties ----

    /** The latent of each slot; null for an empty one. */
    public ReadOnlyObjectProperty<List<@Nullable LatentPoint>> pointsProperty() {
        return points.getReadOnlyProperty();
    }

    /** The image of a slot with the present generator. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> imageProperty(int slot) {
        return images.get(slot).getReadOnlyProperty();
    }

    /** A slot's letter. */
    public static String letter(int slot) {
        return String.valueOf((char) ('A' + slot));
    }

    private boolean replace(List<@Nullable LatentPoint> expected, List<@Nullable LatentPoint> other) {
        if (points.get() == expected) {
            points.set(other);
        }
        return true;
    }

    // ---- Commands ----

    /** Puts a latent into a slot; null empties it. */
    public void put(int slot, @Nullable LatentPoint point) {
        List<@Nullable LatentPoint> before = points.get();
        List<@Nullable LatentPoint> next = new ArrayList<>(before);
        next.set(slot, point);
        points.set(Collections.unmodifiableList(next));
        if (point == null) {
            images.get(slot).set(null);
        }
        List<@Nullable LatentPoint> after = points.get();
        undo.push(new UndoKey("undo.slot", slot), () -> replace(after, before), () -> replace(before, after));
    }
}
