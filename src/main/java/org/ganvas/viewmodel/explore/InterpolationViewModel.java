package org.ganvas.viewmodel.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.data.LatentSampling;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.latent.LatentMath;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.jspecify.annotations.Nullable;

/** The interpolation between the filled slots in turn, lerp and slerp side by side. FX thread. */
public final class InterpolationViewModel {

    /** Images along the path, both ends included. */
    public static final int STOPS = 9;

    private static final double SECONDS_PER_SEGMENT = 3;
    private static final double LONGEST_FRAME = 0.1;

    private final LatentSlotsViewModel slots;
    private final LatentSlidersViewModel sliders;
    private final ObjectProperty<LatentInterpolation> path = new SimpleObjectProperty<>(LatentInterpolation.SLERP);
    private final BooleanProperty loop = new SimpleBooleanProperty(false);
    private final DoubleProperty position = new SimpleDoubleProperty(0);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> lerpImages = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> slerpImages = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> styleImages = new ReadOnlyObjectWrapper<>();
    private int direction = 1;
    private long last;

    InterpolationViewModel(LatentSlotsViewModel slots, LatentSlidersViewModel sliders, Runnable changed) {
        this.slots = slots;
        this.sliders = sliders;
        path.addListener((property, old, now) -> changed.run());
        sliders.styles().layersProperty().addListener((property, old, now) -> {
            if (!sliders.inStyles() && path.get() == LatentInterpolation.STYLE) {
                path.set(LatentInterpolation.SLERP);
            }
        });
        loop.addListener((property, old, now) -> changed.run());
        slots.pointsProperty().addListener((property, old, now) -> {
            if (!isReady()) {
                playing.set(false);
                show(null, null, null);
            }
            changed.run();
        });
    }

    /** Whether there is a path: at least two slots are filled. */
    boolean isReady() {
        return slots.filled().size() > 1;
    }

    private int segments() {
        int ends = slots.filled().size();
        return loop.get() && ends > 1 ? ends : ends - 1;
    }

    LatentPoint at(LatentInterpolation interpolation, double share) {
        List<LatentPoint> ends = slots.filled();
        double along = Math.max(0, Math.min(1, share)) * segments();
        int segment = Math.min(segments() - 1, (int) along);
        LatentPoint a = ends.get(segment);
        LatentPoint b = ends.get((segment + 1) % ends.size());
        double t = along - segment;
        if (sliders.inStyles()) {
            return interpolation.between(a, b, t);
        }
        return new LatentPoint(
                interpolation.at(LatentMath.generatorInput(a), LatentMath.generatorInput(b), t),
                LatentSampling.lerp(a.classWeights(), b.classWeights(), t),
                1);
    }

    List<LatentPoint> stops(LatentInterpolation interpolation) {
        List<LatentPoint> stops = new ArrayList<>();
        for (int i = 0; i < STOPS; i++) {
            stops.add(at(interpolation, i / (STOPS - 1.0)));
        }
        return stops;
    }

    void show(@Nullable SampleGrid lerps, @Nullable SampleGrid slerps, @Nullable SampleGrid inStyles) {
        lerpImages.set(lerps);
        slerpImages.set(slerps);
        styleImages.set(inStyles);
    }

    void onFrame(long nanos) {
        double seconds = Math.min(LONGEST_FRAME, (nanos - last) / 1e9);
        last = nanos;
        if (!playing.get() || !isReady()) {
            return;
        }
        double next = position.get() + direction * seconds / (SECONDS_PER_SEGMENT * segments());
        if (loop.get()) {
            next -= Math.floor(next);
        } else if (next >= 1 || next <= 0) {
            direction = next >= 1 ? -1 : 1;
        }
        moveTo(Math.max(0, Math.min(1, next)));
    }

    private void moveTo(double share) {
        position.set(share);
        if (isReady()) {
            sliders.moveTo(at(path.get(), share), "interpolation");
        }
    }

    // ---- Properties ----

    /** The interpolation that the position follows. */
    public ObjectProperty<LatentInterpolation> pathProperty() {
        return path;
    }

    /** Whether the path leads from the last slot back to the first. */
    public BooleanProperty loopProperty() {
        return loop;
    }

    /** 0 at the first slot, 1 at the end; it is changed through {@link #goTo}. */
    public DoubleProperty positionProperty() {
        return position;
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** The images of linear interpolation, in one row. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> lerpImagesProperty() {
        return lerpImages.getReadOnlyProperty();
    }

    /** The images of spherical interpolation, in one row. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> slerpImagesProperty() {
        return slerpImages.getReadOnlyProperty();
    }

    /** The images of linear interpolation in w, in one row; null for a generator without styles. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> styleImagesProperty() {
        return styleImages.getReadOnlyProperty();
    }

    // ---- Commands ----

    public void goTo(double share) {
        playing.set(false);
        moveTo(share);
    }

    /** Goes to a stop of one of the two paths, which the position follows from now on. */
    public void goTo(LatentInterpolation interpolation, int stop) {
        path.set(interpolation);
        goTo(stop / (STOPS - 1.0));
    }

    public void togglePlaying() {
        playing.set(!playing.get() && isReady());
    }
}
