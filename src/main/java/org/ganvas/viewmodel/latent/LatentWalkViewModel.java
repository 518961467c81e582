package org.ganvas.viewmodel.latent;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.data.LatentPrior;
import org.ganvas.data.LatentSampling;
import org.ganvas.session.run.LatentInterpolation;

/** The walk between the latents of two seeds: its ends, its position, and whether it plays. FX thread. */
public final class LatentWalkViewModel {

    /** Images along the walk, both ends included. */
    public static final int STOPS = 9;

    private static final double SECONDS_PER_WALK = 4;
    private static final double LONGEST_FRAME = 0.1;

    private final LongProperty seedA = new SimpleLongProperty(1);
    private final LongProperty seedB = new SimpleLongProperty(2);
    private final DoubleProperty position = new SimpleDoubleProperty(0);
    private final ObjectProperty<LatentInterpolation> path = new SimpleObjectProperty<>(LatentInterpolation.SLERP);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(false);
    private int direction = 1;
    private long lastPulse;

    void onFrame(long nanos) {
        double seconds = Math.min(LONGEST_FRAME, (nanos - lastPulse) / 1e9);
        lastPulse = nanos;
        if (playing.get()) {
            advance(seconds / SECONDS_PER_WALK);
        }
    }

    /** Moves on, and turns round at either end. */
    private void advance(double share) {
        double next = position.get() + direction * share;
        if (next >= 1 || next <= 0) {
            direction = next >= 1 ? -1 : 1;
        }
        position.set(Math.max(0, Math.min(1, next)));
    }

    float[] latent(int dimension, LatentPrior prior) {
        return at(dimension, prior, position.get());
    }

    List<float[]> stops(int dimension, LatentPrior prior, int count) {
        List<float[]> stops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stops.add(at(dimension, prior, i / (double) (count - 1)));
        }
        return stops;
    }

    private float[] at(int dimension, LatentPrior prior, double t) {
        return path.get()
                .at(
                        LatentSampling.ofSeed(seedA.get(), dimension, prior),
                        LatentSampling.ofSeed(seedB.get(), dimension, prior),
                        t);
    }

    // ---- Properties ----

    public LongProperty seedAProperty() {
        return seedA;
    }

    public LongProperty seedBProperty() {
        return seedB;
    }

    /** The position, 0 at A and 1 at B. */
    public DoubleProperty positionProperty() {
        return position;
    }

    public ObjectProperty<LatentInterpolation> pathProperty() {
        return path;
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Stops at A. */
    void restart() {
        stop();
        direction = 1;
        position.set(0);
    }

    public void togglePlaying() {
        playing.set(!playing.get());
    }

    public void stop() {
        playing.set(false);
    }
}
