package org.ganvas.view.fx;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/**
 * Frame timer, the only animation timer of the program. An exception in one timer stops all timers, so this one catches
 * and reports failures. FX thread.
 */
public final class FxPulse {

    private final LongConsumer work;
    private final Consumer<Throwable> report;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nanos) {
            onFrame(nanos);
        }
    };

    /**
     * @param work receives the time of each frame in nanoseconds
     * @param report receives every failure that differs from the previous one
     */
    public FxPulse(LongConsumer work, Consumer<Throwable> report) {
        this.work = work;
        this.report = new RepeatFilter(report);
    }

    public void start() {
        timer.start();
    }

    public void stop() {
        timer.stop();
    }

    /** Handles one frame; never throws. */
    void onFrame(long nanos) {
        try {
            FxThread.frame(() -> work.accept(nanos));
        } catch (RuntimeException | Error e) {
            report.accept(e);
        }
    }

    /** Filter that reports a failure once although it recurs at every frame. */
    private static final class RepeatFilter implements Consumer<Throwable> {
        private final Consumer<Throwable> report;
        private String last = "";

        private RepeatFilter(Consumer<Throwable> report) {
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
