package org.ganvas.viewmodel.timeline;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/** Playback of the checkpoints: at speed 1 the whole run takes twenty seconds. FX thread. */
public final class TimelinePlayback {

    /** Speeds to choose from. */
    public static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0);

    private static final double RUN_SECONDS = 20;
    private static final double MAX_FRAME_SECONDS = 0.1;

    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(false);
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private double step;
    private long lastFrame;

    void play(double fromStep) {
        step = fromStep;
        playing.set(true);
    }

    void stop() {
        playing.set(false);
    }

    /**
     * Advances the step to the time of a frame.
     *
     * @param end last step of the run
     * @return step to show; beyond the end when the playback is over
     */
    double onFrame(long nanos, double end) {
        double seconds = Math.min(MAX_FRAME_SECONDS, (nanos - lastFrame) / 1e9);
        lastFrame = nanos;
        if (playing.get()) {
            step += seconds * speed.get() * Math.max(1, end) / RUN_SECONDS;
        }
        return step;
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Factor of the speed that shows the whole run in twenty seconds. */
    public DoubleProperty speedProperty() {
        return speed;
    }
}
