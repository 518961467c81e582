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
import org.ganvas.data.Latents;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.latent.LatentMath;
import org.jspecify.annotations.Nullable;

/** The way from corner to corner, the full wells in turn: straight and along the circle side by side. FX thread. */
public final class InterpolationViewModel {

    /** Pictures along the way, both ends included. */
    public static final int STOPS = 9;

    private static final double SECONDS_A_LEG = 3;
    private static final double LONGEST_FRAME = 0.1;

    private final LatentSlotsViewModel wells;
    private final LatentSlidersViewModel sliders;
    private final ObjectProperty<LatentInterpolation> path = new SimpleObjectProperty<>(LatentInterpolation.SLERP);
    private final BooleanProperty loop = new SimpleBooleanProperty(false);
    private final DoubleProperty position = new SimpleDoubleProperty(0);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> straight = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> round = new ReadOnlyObjectWrapper<>();
    private int direction = 1;
    private long last;

    InterpolationViewModel(LatentSlotsViewModel wells, LatentSlidersViewModel sliders, Runnable moved) {
        this.wells = wells;
        this.sliders = sliders;
        path.addListener((property, old, now) -> moved.run());
        loop.addListener((property, old, now) -> moved.run());
        wells.pointsProperty().addListener((property, old, now) -> {
            if (!ready()) {
                playing.set(false);
                show(null, null);
            }
            moved.run();
        });
    }

    /** Whether there is a way: two corners at least. */
    boolean ready() {
        return wells.full().size() > 1;
    }

    private int legs() {
        int corners = wells.full().size();
        return loop.get() && corners > 1 ? corners : corners - 1;
    }

    LatentPoint at(LatentInterpolation way, double share) {
        List<LatentPoint> corners = wells.full();
        double place = Math.max(0, Math.min(1, share)) * legs();
        int leg = Math.min(legs() - 1, (int) place);
        LatentPoint a = corners.get(leg);
        LatentPoint b = corners.get((leg + 1) % corners.size());
        double t = place - leg;
        return new LatentPoint(
                way.at(LatentMath.drawn(a), LatentMath.drawn(b), t),
                Latents.lerp(a.classWeights(), b.classWeights(), t),
                1);
    }

    List<LatentPoint> stops(LatentInterpolation way) {
        List<LatentPoint> stops = new ArrayList<>();
        for (int i = 0; i < STOPS; i++) {
            stops.add(at(way, i / (STOPS - 1.0)));
        }
        return stops;
    }

    void show(@Nullable SampleGrid lerps, @Nullable SampleGrid slerps) {
        straight.set(lerps);
        round.set(slerps);
    }

    void onFrame(long nanos) {
        double seconds = Math.min(LONGEST_FRAME, (nanos - last) / 1e9);
        last = nanos;
        if (!playing.get() || !ready()) {
            return;
        }
        double next = position.get() + direction * seconds / (SECONDS_A_LEG * legs());
        if (loop.get()) {
            next -= Math.floor(next);
        } else if (next >= 1 || next <= 0) {
            direction = next >= 1 ? -1 : 1;
        }
        follow(Math.max(0, Math.min(1, next)));
    }

    private void follow(double share) {
        position.set(share);
        if (ready()) {
            sliders.glide(at(path.get(), share), "way");
        }
    }

    // ---- Properties ----

    /** The way that the slider goes. */
    public ObjectProperty<LatentInterpolation> pathProperty() {
        return path;
    }

    /** Whether the last corner leads back to the first. */
    public BooleanProperty loopProperty() {
        return loop;
    }

    /** 0 at the first corner, 1 at the end. Change it through {@link #goTo}. */
    public DoubleProperty positionProperty() {
        return position;
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** The straight way's pictures. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> straightProperty() {
        return straight.getReadOnlyProperty();
    }

    /** The pictures along the circle. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> roundProperty() {
        return round.getReadOnlyProperty();
    }

    // ---- Commands ----

    public void goTo(double share) {
        playing.set(false);
        follow(share);
    }

    /** Goes to a stop of one of the two ways, and that way is gone from now on. */
    public void goTo(LatentInterpolation way, int stop) {
        path.set(way);
        goTo(stop / (STOPS - 1.0));
    }

    public void togglePlaying() {
        playing.set(!playing.get() && ready());
    }
}
