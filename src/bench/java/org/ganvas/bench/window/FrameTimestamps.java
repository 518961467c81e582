package org.ganvas.bench.window;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.ganvas.bench.support.CpuWaitTimes;

/**
 * Intervals between JavaFX pulses. JavaFX starts no pulse before the previous frame is handed to the render thread, and
 * skips pulses while that still renders, so a long frame on either thread is a long interval. A second series subtracts
 * the time in which both threads waited for a core, as on an idle machine. Started and stopped on any thread but the FX
 * one, counted there.
 */
final class FrameTimestamps {

    private static final String WINDOW = "JavaFX Application";
    private static final String RENDERER = "QuantumRenderer";
    private static final int MOST = 1 << 18;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final double[] millis = new double[MOST];
    private final double[] own = new double[MOST];
    private volatile int count;
    private volatile boolean counting;
    private long last;
    private long lastWaited;
    private CpuWaitTimes queue = new CpuWaitTimes();
    private long windowNanos;
    private long rendererNanos;

    /** Starts recording. */
    void install() {
        Platform.runLater(() -> {
            queue = new CpuWaitTimes(WINDOW, RENDERER);
            stampEveryPulse();
        });
    }

    private void stampEveryPulse() {
        new AnimationTimer() {
            @Override
            public void handle(long pulse) {
                stamp(System.nanoTime());
            }
        }.start();
    }

    private void stamp(long now) {
        long waited = counting ? queue.waited() : 0;
        if (counting && last != 0 && count < MOST) {
            millis[count] = (now - last) / 1e6;
            own[count] = Math.max(0, millis[count] - (waited - lastWaited) / 1e6);
            count++;
        }
        lastWaited = waited;
        last = counting ? now : 0;
    }

    void begin() {
        windowNanos -= computed(WINDOW);
        rendererNanos -= computed(RENDERER);
        counting = true;
    }

    void end() {
        counting = false;
        windowNanos += computed(WINDOW);
        rendererNanos += computed(RENDERER);
    }

    /** CPU time of a thread so far. */
    static long computed(String thread) {
        long sum = 0;
        for (long id : THREADS.getAllThreadIds()) {
            ThreadInfo info = THREADS.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith(thread)) {
                sum += THREADS.getThreadCpuTime(id);
            }
        }
        return sum;
    }

    /** Share of frames below a limit. */
    double shareBelow(double limitMillis) {
        return shareBelow(millis, limitMillis);
    }

    /** The same without the time spent waiting for a core. */
    double ownShareBelow(double limitMillis) {
        return shareBelow(own, limitMillis);
    }

    private double shareBelow(double[] times, double limitMillis) {
        return (double) Arrays.stream(times, 0, count)
                        .filter(one -> one < limitMillis)
                        .count()
                / count;
    }

    private String quantiles(double[] times) {
        double[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%.1f ms (median), %.1f ms (95 %%), %.1f ms (99 %%), %.1f ms (longest)",
                sorted[count / 2],
                sorted[(int) (0.95 * (count - 1))],
                sorted[(int) (0.99 * (count - 1))],
                sorted[count - 1]);
    }

    String report() {
        return String.format(
                Locale.ROOT,
                "%,d frames, from pulse to pulse %s; without waiting for cores that others had %s; computed %.1f ms a"
                        + " frame in the window's thread and %.1f ms in the renderer's",
                count,
                quantiles(millis),
                quantiles(own),
                windowNanos / 1e6 / count,
                rendererNanos / 1e6 / count);
    }
}
