package org.ganvas.viewmodel.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.data.LatentSampling;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.viewmodel.latent.LatentMath;
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.jspecify.annotations.Nullable;

/** The latent slice: two axes through the current latent, the patch of latents around it, and moves along them. FX thread. */
public final class LatentSliceViewModel {

    /** Images on a side of the patch; 1 is the current latent alone. */
    public static final List<Integer> SIZES = List.of(1, 3, 5, 7, 9);

    /** Images on a side of the map. */
    public static final int MAP_SIDE = 5;

    public static final double MIN_RANGE = 0.05;
    public static final double MAX_RANGE = 6;
    private static final double MAX_VALUE = 12;

    private final LatentSlidersViewModel sliders;
    private final LatentSlotsViewModel slots;
    private final ReadOnlyObjectWrapper<List<LatentSliceAxis>> choices = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<LatentSliceAxis> across = new SimpleObjectProperty<>(dimension(0));
    private final ObjectProperty<LatentSliceAxis> up = new SimpleObjectProperty<>(dimension(1));
    private final DoubleProperty range = new SimpleDoubleProperty(2);
    private final IntegerProperty size = new SimpleIntegerProperty(1);
    private boolean suggesting;
    private boolean axesChosen;
    private boolean rangeChosen;

    /**
     * @param changed called after every change of what is rendered
     */
    LatentSliceViewModel(LatentSlidersViewModel sliders, LatentSlotsViewModel slots, Runnable changed) {
        this.sliders = sliders;
        this.slots = slots;
        Stream.of(sliders.dimensionsProperty(), sliders.directionsProperty(), slots.pointsProperty())
                .forEach(property -> property.addListener((which, old, now) -> listAxes()));
        Stream.of(across, up, range, size)
                .forEach(property -> property.addListener((which, old, now) -> changed.run()));
        Stream.of(across, up).forEach(property -> property.addListener((which, old, now) -> axesChosen |= !suggesting));
        range.addListener((which, old, now) -> rangeChosen |= !suggesting);
    }

    /**
     * Takes the two strongest directions as axes and a range that shows a difference, unless the user has chosen others.
     *
     * @param first place of the strongest in the list of directions; negative if there is none
     * @param second place of the next; negative if there is none
     */
    void suggest(int first, int second, double newRange) {
        suggesting = true;
        List<LatentSliceAxis> directions = choices.get().stream()
                .filter(axis -> axis.kind() == LatentSliceAxis.Kind.DIRECTION)
                .toList();
        boolean known = first >= 0 && second >= 0 && Math.max(first, second) < directions.size();
        if (!axesChosen && known) {
            across.set(directions.get(first));
            up.set(directions.get(second));
        }
        if (!axesChosen && known && !rangeChosen) {
            range.set(newRange);
        }
        suggesting = false;
    }

    private static LatentSliceAxis dimension(int index) {
        return new LatentSliceAxis(LatentSliceAxis.Kind.DIMENSION, index, "z" + (index + 1));
    }

    private void listAxes() {
        List<LatentSliceAxis> all = new ArrayList<>();
        if (slots.point(0) != null && slots.point(1) != null && slots.point(2) != null) {
            all.add(new LatentSliceAxis(LatentSliceAxis.Kind.SLOTS, 0, "A → B"));
            all.add(new LatentSliceAxis(LatentSliceAxis.Kind.SLOTS, 1, "A → C"));
        }
        sliders.directionsProperty()
                .get()
                .forEach(slider ->
                        all.add(new LatentSliceAxis(LatentSliceAxis.Kind.DIRECTION, slider.index(), slider.name())));
        sliders.dimensionsProperty()
                .get()
                .forEach(slider ->
                        all.add(new LatentSliceAxis(LatentSliceAxis.Kind.DIMENSION, slider.index(), slider.name())));
        choices.set(List.copyOf(all));
        suggesting = true;
        boolean kept = keepChoice(across, 0) & keepChoice(up, 1);
        suggesting = false;
        axesChosen &= kept;
    }

    /** The same axis under its present name, or a dimension where it is gone. */
    private boolean keepChoice(ObjectProperty<LatentSliceAxis> axis, int fallback) {
        LatentSliceAxis before = axis.get();
        Optional<LatentSliceAxis> same =
                choices.get().stream().filter(before::isSameAs).findFirst();
        axis.set(same.orElse(dimension(fallback)));
        return same.isPresent();
    }

    /** A latent direction of length 1. */
    private float[] vector(LatentSliceAxis axis) {
        int width = sliders.dimensionsProperty().get().size();
        if (axis.kind() == LatentSliceAxis.Kind.DIRECTION) {
            LatentSlider direction = direction(axis);
            // While another generator arrives, its directions are there before the axes follow.
            return direction == null
                    ? new float[width]
                    : direction.inStyles() ? inLatents(direction) : direction.vector();
        }
        float[] vector = new float[width];
        if (axis.kind() == LatentSliceAxis.Kind.DIMENSION) {
            vector[Math.min(axis.index(), width - 1)] = 1;
            return vector;
        }
        float[] first = slots.difference(1, 0);
        return axis.index() == 0
                ? LatentMath.normalized(first)
                : LatentMath.normalized(LatentMath.rejection(slots.difference(2, 0), first));
    }

    /** The direction of z in which the place along a direction of w grows most, on average over the seeded latents. */
    private float[] inLatents(LatentSlider direction) {
        float[] sum = new float[sliders.dimensionsProperty().get().size()];
        for (int i = 0; i < direction.vector().length; i++) {
            float[] latent = LatentSampling.ofSeed(i + 1, sum.length, sliders.prior());
            sum = LatentMath.addScaled(sum, latent, direction.vector()[i]);
        }
        return LatentMath.normalized(sum);
    }

    /** The horizontal axis in z. */
    float[] acrossVector() {
        return vector(across.get());
    }

    /** Sigmas from the left edge of the preview to the right one. */
    public double span() {
        int n = size.get();
        return n == 1 ? 2 * range.get() : 2 * range.get() * n / (n - 1);
    }

    /** The patch, row after row from the top left, around a latent. */
    List<LatentPoint> patch(LatentPoint middle) {
        return patch(middle, size.get());
    }

    /** The map: a patch of a fixed size around a latent. */
    List<LatentPoint> map(LatentPoint middle) {
        return patch(middle, MAP_SIDE);
    }

    private List<LatentPoint> patch(LatentPoint middle, int n) {
        if (n == 1 || middle.latent().length == 0) {
            return List.of(middle);
        }
        List<LatentPoint> all = new ArrayList<>();
        for (int i = 0; i < n * n; i++) {
            double dx = range.get() * (2.0 * (i % n) / (n - 1) - 1);
            double dy = range.get() * (1 - 2.0 * (i / n) / (n - 1));
            all.add(moved(moved(middle, across.get(), dx), up.get(), dy));
        }
        return all;
    }

    /** A latent moved along an axis, in z or in w. */
    private LatentPoint moved(LatentPoint point, LatentSliceAxis axis, double by) {
        LatentSlider direction = direction(axis);
        if (direction == null || !direction.inStyles()) {
            return point.withLatent(LatentMath.addScaled(point.latent(), vector(axis), by));
        }
        return by == 0
                ? point
                : point.withStyle(point.style().shifted(sliders.styles().shift(direction, by)));
    }

    /** The direction of an axis; null for an axis of another kind. */
    private @Nullable LatentSlider direction(LatentSliceAxis axis) {
        List<LatentSlider> directions = sliders.directionsProperty().get();
        return axis.kind() == LatentSliceAxis.Kind.DIRECTION && axis.index() < directions.size()
                ? directions.get(axis.index())
                : null;
    }

    // ---- Properties ----

    /** All axes that can be chosen. */
    public ReadOnlyObjectProperty<List<LatentSliceAxis>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    public ObjectProperty<LatentSliceAxis> acrossProperty() {
        return across;
    }

    public ObjectProperty<LatentSliceAxis> upProperty() {
        return up;
    }

    /** Sigmas from the middle of the patch to its outermost images. */
    public DoubleProperty rangeProperty() {
        return range;
    }

    /** Images on a side of the patch. */
    public IntegerProperty sizeProperty() {
        return size;
    }

    // ---- Commands ----

    /**
     * Moves the current latent along the axes.
     *
     * @param dx sigmas across, to the right
     * @param dy sigmas up
     */
    public void move(double dx, double dy) {
        sliders.batch(() -> {
            along(across.get(), dx);
            along(up.get(), dy);
        });
    }

    private void along(LatentSliceAxis axis, double by) {
        if (by == 0) {
            return;
        }
        if (axis.kind() == LatentSliceAxis.Kind.SLOTS) {
            LatentPoint from = sliders.point();
            float[] latent = LatentMath.addScaled(from.latent(), vector(axis), by);
            sliders.moveTo(from.withLatent(latent), "slice");
        } else {
            List<LatentSlider> candidates = axis.kind() == LatentSliceAxis.Kind.DIMENSION
                    ? sliders.dimensionsProperty().get()
                    : sliders.directionsProperty().get();
            LatentSlider slider = candidates.get(Math.min(axis.index(), candidates.size() - 1));
            double there = slider.valueProperty().get() + by;
            sliders.set(slider, Math.max(-MAX_VALUE, Math.min(MAX_VALUE, there)));
        }
    }

    /** Multiplies the range by a factor. */
    public void zoom(double factor) {
        range.set(Math.max(MIN_RANGE, Math.min(MAX_RANGE, range.get() * factor)));
    }

    /** Lays the slice through slots A, B and C, and makes their mean the current latent. */
    public void throughSlots() {
        LatentPoint a = slots.point(0);
        if (a != null && slots.point(1) != null && slots.point(2) != null) {
            across.set(choices.get().get(0));
            up.set(choices.get().get(1));
            float[] sum =
                    LatentMath.addScaled(LatentMath.addScaled(slots.latent(0), slots.latent(1), 1), slots.latent(2), 1);
            float[] middle = LatentMath.addScaled(new float[sum.length], sum, 1.0 / 3);
            sliders.open(sliders.inStyles() ? a.withLatent(middle) : new LatentPoint(middle, a.classWeights(), 1));
        }
    }
}
