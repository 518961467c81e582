package org.ganvas.view.fx;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/**
 * Calls once a frame. The one animation timer of the program: an exception in any timer stops all the others as well, so
 * this one catches and reports. FX thread.
 */
public final class FxPulse {

    private final LongConsumer work;
    private final Consumer<Throwable> report;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nanos) {
            beat(nanos);
        }
    };

    /**
     * @param work takes the time of the frame in nanoseconds
     * @param report is told of every failure that differs from the one before
     */
    public FxPulse(LongConsumer work, Consumer<Throwable> report) {
        this.work = work;
        this.report = new Once(report);
    }

    public void start() {
        timer.start();
    }

    public void stop() {
        timer.stop();
    }

    /** One frame; never throws. */
    void beat(long nanos) {
        try {
            work.accept(nanos);
        } catch (RuntimeException | Error e) {
            report.accept(e);
        }
    }

    /** Passes a failure on once, although it comes back sixty times a second. */
    private static final class Once implements Consumer<Throwable> {
        private final Consumer<Throwable> report;
        private String last = "";

        private Once(Consumer<Throwable> report) {
            this.report = report;
        }

        @Override
        public void accept(Throwable failure) {
            String description = failure.toString();
            if (!description.equals(last)) {
                last = description;
                report.accept(failure);
            }
        }
    }
}
