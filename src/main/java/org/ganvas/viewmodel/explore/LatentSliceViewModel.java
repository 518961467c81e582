package org.ganvas.viewmodel.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.viewmodel.latent.LatentMath;

/** A plane through the latent in the hand: its two axes, the patch of neighbours on it, and moving along it. FX thread. */
public final class LatentSliceViewModel {

    /** Neighbours on a side; one is the latent alone. */
    public static final List<Integer> SIZES = List.of(1, 3, 5, 7, 9);

    public static final double LEAST_RANGE = 0.05;
    public static final double MOST_RANGE = 6;
    private static final double FARTHEST = 12;

    private final LatentSlidersViewModel sliders;
    private final LatentSlotsViewModel wells;
    private final ReadOnlyObjectWrapper<List<LatentSliceAxis>> choices = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<LatentSliceAxis> across = new SimpleObjectProperty<>(dimension(0));
    private final ObjectProperty<LatentSliceAxis> up = new SimpleObjectProperty<>(dimension(1));
    private final DoubleProperty range = new SimpleDoubleProperty(2);
    private final IntegerProperty size = new SimpleIntegerProperty(1);

    /**
     * @param moved called after every change of what is drawn
     */
    LatentSliceViewModel(LatentSlidersViewModel sliders, LatentSlotsViewModel wells, Runnable moved) {
        this.sliders = sliders;
        this.wells = wells;
        Stream.of(sliders.dimensionsProperty(), sliders.directionsProperty(), wells.pointsProperty())
                .forEach(property -> property.addListener((which, old, now) -> list()));
        Stream.of(across, up, range, size).forEach(property -> property.addListener((which, old, now) -> moved.run()));
    }

    private static LatentSliceAxis dimension(int index) {
        return new LatentSliceAxis(LatentSliceAxis.Kind.DIMENSION, index, "z" + (index + 1));
    }

    private void list() {
        List<LatentSliceAxis> all = new ArrayList<>();
        if (wells.point(0) != null && wells.point(1) != null && wells.point(2) != null) {
            all.add(new LatentSliceAxis(LatentSliceAxis.Kind.PICTURES, 0, "A → B"));
            all.add(new LatentSliceAxis(LatentSliceAxis.Kind.PICTURES, 1, "A → C"));
        }
        sliders.directionsProperty()
                .get()
                .forEach(dial ->
                        all.add(new LatentSliceAxis(LatentSliceAxis.Kind.DIRECTION, dial.index(), dial.name())));
        sliders.dimensionsProperty()
                .get()
                .forEach(dial ->
                        all.add(new LatentSliceAxis(LatentSliceAxis.Kind.DIMENSION, dial.index(), dial.name())));
        choices.set(List.copyOf(all));
        follow(across, 0);
        follow(up, 1);
    }

    /** The same axis under its present name, or a dimension where it is gone. */
    private void follow(ObjectProperty<LatentSliceAxis> axis, int otherwise) {
        LatentSliceAxis before = axis.get();
        axis.set(choices.get().stream().filter(before::same).findFirst().orElse(dimension(otherwise)));
    }

    /** A latent direction of length 1. */
    private float[] vector(LatentSliceAxis axis) {
        int width = sliders.dimensionsProperty().get().size();
        if (axis.kind() == LatentSliceAxis.Kind.DIRECTION) {
            return sliders.directionsProperty().get().get(axis.index()).vector();
        }
        float[] vector = new float[width];
        if (axis.kind() == LatentSliceAxis.Kind.DIMENSION) {
            vector[Math.min(axis.index(), width - 1)] = 1;
            return vector;
        }
        float[] first = LatentSlotsViewModel.difference(wells.latent(1), wells.latent(0));
        return axis.index() == 0
                ? LatentMath.unit(first)
                : LatentMath.unit(
                        LatentMath.without(LatentSlotsViewModel.difference(wells.latent(2), wells.latent(0)), first));
    }

    float[] acrossVector() {
        return vector(across.get());
    }

    /** Sigmas from the left edge to the right one, as they are drawn. */
    public double span() {
        int n = size.get();
        return n == 1 ? 2 * range.get() : 2 * range.get() * n / (n - 1);
    }

    /** The patch, row after row from the top left, around a latent. */
    List<LatentPoint> patch(LatentPoint middle) {
        int n = size.get();
        if (n == 1 || middle.latent().length == 0) {
            return List.of(middle);
        }
        float[] x = vector(across.get());
        float[] y = vector(up.get());
        List<LatentPoint> all = new ArrayList<>();
        for (int i = 0; i < n * n; i++) {
            double dx = range.get() * (2.0 * (i % n) / (n - 1) - 1);
            double dy = range.get() * (1 - 2.0 * (i / n) / (n - 1));
            float[] latent = LatentMath.sum(LatentMath.sum(middle.latent(), x, dx), y, dy);
            all.add(new LatentPoint(latent, middle.classWeights(), middle.truncation()));
        }
        return all;
    }

    // ---- Properties ----

    /** Everything an axis can be. */
    public ReadOnlyObjectProperty<List<LatentSliceAxis>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    public ObjectProperty<LatentSliceAxis> acrossProperty() {
        return across;
    }

    public ObjectProperty<LatentSliceAxis> upProperty() {
        return up;
    }

    /** Sigmas from the middle to the outermost neighbour. */
    public DoubleProperty rangeProperty() {
        return range;
    }

    /** Neighbours on a side. */
    public IntegerProperty sizeProperty() {
        return size;
    }

    // ---- Commands ----

    /**
     * Moves along the plane.
     *
     * @param dx sigmas across, to the right
     * @param dy sigmas up
     */
    public void move(double dx, double dy) {
        sliders.together(() -> {
            along(across.get(), dx);
            along(up.get(), dy);
        });
    }

    private void along(LatentSliceAxis axis, double by) {
        if (by == 0) {
            return;
        }
        if (axis.kind() == LatentSliceAxis.Kind.PICTURES) {
            LatentPoint from = sliders.point();
            float[] latent = LatentMath.sum(from.latent(), vector(axis), by);
            sliders.glide(new LatentPoint(latent, from.classWeights(), from.truncation()), "plane");
        } else {
            List<LatentSlider> dials = axis.kind() == LatentSliceAxis.Kind.DIMENSION
                    ? sliders.dimensionsProperty().get()
                    : sliders.directionsProperty().get();
            LatentSlider dial = dials.get(Math.min(axis.index(), dials.size() - 1));
            double there = dial.valueProperty().get() + by;
            sliders.set(dial, Math.max(-FARTHEST, Math.min(FARTHEST, there)));
        }
    }

    /** Makes the range so many times as wide. */
    public void zoom(double factor) {
        range.set(Math.max(LEAST_RANGE, Math.min(MOST_RANGE, range.get() * factor)));
    }

    /** The plane through the pictures in wells A, B and C, with their middle in the hand. */
    public void throughPictures() {
        LatentPoint a = wells.point(0);
        if (a != null && wells.point(1) != null && wells.point(2) != null) {
            across.set(choices.get().get(0));
            up.set(choices.get().get(1));
            float[] sum = LatentMath.sum(LatentMath.sum(wells.latent(0), wells.latent(1), 1), wells.latent(2), 1);
            float[] middle = LatentMath.sum(new float[sum.length], sum, 1.0 / 3);
            sliders.open(new LatentPoint(middle, a.classWeights(), 1));
        }
    }
}
