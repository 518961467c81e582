package org.ganvas.viewmodel.explore;

import java.util.Arrays;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.ganvas.data.LatentSampling;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.viewmodel.latent.LatentMath;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.jspecify.annotations.Nullable;

/**
 * A circular walk: from the current latent along the great circle towards the latent slice's first axis and back to its
 * start, at constant norm. FX thread.
 */
public final class CircularWalkViewModel {

    private static final double SECONDS_PER_TURN = 8;
    private static final double LONGEST_FRAME = 0.1;
    private static final double FULL = 360;

    private final LatentSlidersViewModel sliders;
    private final LatentSliceViewModel slice;
    private final DoubleProperty angle = new SimpleDoubleProperty(0);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(false);
    private @Nullable LatentPoint start;
    private float[] orthogonal = new float[0];
    private float[] walked = new float[0];
    private long last;

    CircularWalkViewModel(LatentSlidersViewModel sliders, LatentSliceViewModel slice) {
        this.sliders = sliders;
        this.slice = slice;
        slice.acrossProperty().addListener((property, old, now) -> start = null);
    }

    void onFrame(long nanos) {
        double seconds = Math.min(LONGEST_FRAME, (nanos - last) / 1e9);
        last = nanos;
        if (playing.get()) {
            moveTo((angle.get() + FULL * seconds / SECONDS_PER_TURN) % FULL);
        }
    }

    /** Starts another walk where another control has moved the latent meanwhile. */
    private LatentPoint startOfWalk() {
        LatentPoint now = sliders.point();
        LatentPoint known = start;
        if (known != null && Arrays.equals(walked, now.latent())) {
            return known;
        }
        start = now;
        double length = LatentSampling.norm(now.latent());
        float[] unit = LatentMath.normalized(LatentMath.rejection(slice.acrossVector(), now.latent()));
        orthogonal = LatentMath.addScaled(new float[unit.length], unit, length);
        angle.set(0);
        return now;
    }

    private void moveTo(double degrees) {
        double turn = degrees - angle.get();
        LatentPoint from = startOfWalk();
        double target = (angle.get() + turn + FULL) % FULL;
        double radians = Math.toRadians(target);
        float[] latent = LatentMath.addScaled(
                LatentMath.addScaled(new float[orthogonal.length], from.latent(), Math.cos(radians)),
                orthogonal,
                Math.sin(radians));
        angle.set(target);
        sliders.moveTo(from.withLatent(latent), "circle");
        walked = sliders.point().latent();
    }

    // ---- Properties ----

    /** Degrees from the start of the walk; it is changed through {@link #turnTo}. */
    public DoubleProperty angleProperty() {
        return angle;
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    // ---- Commands ----

    public void turnTo(double degrees) {
        playing.set(false);
        // Before the first run there is no latent.
        if (!sliders.dimensionsProperty().get().isEmpty()) {
            moveTo(degrees);
        }
    }

    public void togglePlaying() {
        playing.set(!playing.get() && !sliders.dimensionsProperty().get().isEmpty());
    }
}
