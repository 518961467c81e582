package org.ganvas.viewmodel.explore;

import java.util.Arrays;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.ganvas.data.Latents;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.viewmodel.latent.LatentMath;
import org.jspecify.annotations.Nullable;

/**
 * Round walks: from the latent in the hand along the great circle towards the plane's first axis and back to where it
 * began, its length unchanged all the way. FX thread.
 */
public final class CircularWalkViewModel {

    private static final double SECONDS_A_ROUND = 8;
    private static final double LONGEST_FRAME = 0.1;
    private static final double FULL = 360;

    private final LatentSlidersViewModel sliders;
    private final LatentSliceViewModel plane;
    private final DoubleProperty angle = new SimpleDoubleProperty(0);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(false);
    private @Nullable LatentPoint start;
    private float[] side = new float[0];
    private float[] came = new float[0];
    private long last;

    CircularWalkViewModel(LatentSlidersViewModel sliders, LatentSliceViewModel plane) {
        this.sliders = sliders;
        this.plane = plane;
        plane.acrossProperty().addListener((property, old, now) -> start = null);
    }

    void onFrame(long nanos) {
        double seconds = Math.min(LONGEST_FRAME, (nanos - last) / 1e9);
        last = nanos;
        if (playing.get()) {
            follow((angle.get() + FULL * seconds / SECONDS_A_ROUND) % FULL);
        }
    }

    /** A hand on another control begins another round there. */
    private LatentPoint begin() {
        LatentPoint now = sliders.point();
        LatentPoint known = start;
        if (known != null && Arrays.equals(came, now.latent())) {
            return known;
        }
        start = now;
        double length = Latents.norm(now.latent());
        float[] unit = LatentMath.unit(LatentMath.without(plane.acrossVector(), now.latent()));
        side = LatentMath.sum(new float[unit.length], unit, length);
        angle.set(0);
        return now;
    }

    private void follow(double degrees) {
        double turn = degrees - angle.get();
        LatentPoint from = begin();
        double there = (angle.get() + turn + FULL) % FULL;
        double radians = Math.toRadians(there);
        float[] latent = LatentMath.sum(
                LatentMath.sum(new float[side.length], from.latent(), Math.cos(radians)), side, Math.sin(radians));
        angle.set(there);
        sliders.glide(new LatentPoint(latent, from.classWeights(), from.truncation()), "circle");
        came = sliders.point().latent();
    }

    // ---- Properties ----

    /** Degrees from where the round began. Change it through {@link #turnTo}. */
    public DoubleProperty angleProperty() {
        return angle;
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    // ---- Commands ----

    public void turnTo(double degrees) {
        playing.set(false);
        // Before the first run there is nothing to turn.
        if (!sliders.dimensionsProperty().get().isEmpty()) {
            follow(degrees);
        }
    }

    public void togglePlaying() {
        playing.set(!playing.get() && !sliders.dimensionsProperty().get().isEmpty());
    }
}
