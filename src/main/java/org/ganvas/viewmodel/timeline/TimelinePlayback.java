package org.ganvas.viewmodel.timeline;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/** Plays a run as a film: the step moves evenly, the whole run takes a fixed time at speed 1. FX thread. */
public final class TimelinePlayback {

    /** What can be chosen. */
    public static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0);

    private static final double SECONDS_A_RUN = 20;
    private static final double LONGEST_FRAME = 0.1;

    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(false);
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private double step;
    private long lastPulse;

    void play(double fromStep) {
        step = fromStep;
        playing.set(true);
    }

    void stop() {
        playing.set(false);
    }

    /**
     * The next frame.
     *
     * @param end the last step there is
     * @return the step to show; beyond the end when the film is over
     */
    double onFrame(long nanos, double end) {
        double seconds = Math.min(LONGEST_FRAME, (nanos - lastPulse) / 1e9);
        lastPulse = nanos;
        if (playing.get()) {
            step += seconds * speed.get() * Math.max(1, end) / SECONDS_A_RUN;
        }
        return step;
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** 1 shows the whole run in twenty seconds. */
    public DoubleProperty speedProperty() {
        return speed;
    }
}
