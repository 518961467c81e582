package org.ganvas.session.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.state.StepReport;

/**
 * All curves of one run in bounded memory: per metric a fixed number of buckets, each with its extremes; when they are
 * full, neighbours are merged and every bucket spans twice the steps. Nothing but resolution is lost, never an extreme.
 * Appended by the training thread, read by any.
 */
public final class ScalarLog {

    private static final int CAPACITY = 8192;
    private static final TrainingScalar[] METRICS = TrainingScalar.values();

    /** Steps over which {@link ScalarCurve#smooth} averages unless something else is asked for. */
    public static final double HORIZON = 50;

    private final CurveBuckets[] series;
    private final SettingChangeLog changes;
    private long lastStep;

    /**
     * One curve as it is kept, for a project file.
     *
     * @param curve all its buckets
     * @param lastStep the last step appended, also where its value was not finite
     * @param span steps a bucket holds, a power of two
     * @param inLast steps the last bucket holds so far
     * @param average running average of all values, not yet divided by {@code weight}
     * @param weight sum of the average's weights, in [0, 1]
     */
    public record Saved(ScalarCurve curve, long lastStep, long span, long inLast, double average, double weight) {

        /** Refuses what {@link ScalarLog#save} never makes, with an IllegalArgumentException. */
        public Saved {
            require(span >= 1 && Long.bitCount(span) == 1, "a span of " + span);
            require(inLast >= 0 && inLast <= span, inLast + " steps in the last bucket");
            require(Double.isFinite(average) && weight >= 0 && weight <= 1, "an average that is not finite");
            requireCurve(curve, lastStep);
        }

        private static void requireCurve(ScalarCurve curve, long lastStep) {
            int size = curve.size();
            require(
                    curve.seconds().length == size
                            && curve.low().length == size
                            && curve.high().length == size
                            && curve.smooth().length == size,
                    "buckets with figures missing");
            double before = -1;
            for (int i = 0; i < size; i++) {
                require(curve.steps()[i] > before && curve.steps()[i] <= lastStep, "steps that do not ascend");
                require(curve.low()[i] <= curve.high()[i], "a bucket whose extremes are swapped");
                require(finite(curve, i), "a figure that is not finite");
                before = curve.steps()[i];
            }
        }

        private static boolean finite(ScalarCurve curve, int i) {
            return Double.isFinite(curve.seconds()[i])
                    && Double.isFinite(curve.low()[i])
                    && Double.isFinite(curve.high()[i])
                    && Double.isFinite(curve.smooth()[i]);
        }

        private static void require(boolean holds, String what) {
            if (!holds) {
                throw new IllegalArgumentException("A curve cannot have " + what + ".");
            }
        }
    }

    public ScalarLog() {
        this(new SettingChangeLog());
    }

    private ScalarLog(SettingChangeLog changes) {
        this.changes = changes;
        series = new CurveBuckets[METRICS.length];
        for (int i = 0; i < series.length; i++) {
            series[i] = new CurveBuckets(CAPACITY, 1 - 1 / HORIZON);
        }
    }

    /**
     * Adds one step's figures. Values that are not finite are left out of the curves.
     *
     * @param step greater than the step before
     * @param seconds training time so far
     */
    public synchronized void append(long step, double seconds, StepReport scores) {
        lastStep = step;
        for (TrainingScalar metric : METRICS) {
            series[metric.ordinal()].append(step, seconds, metric.of(scores));
        }
    }

    /**
     * Reads a stretch of one curve.
     *
     * @param fromStep first step wanted
     * @param toStep last step wanted
     * @param maxBuckets upper limit of the result's size, at least 1
     */
    public synchronized ScalarCurve read(TrainingScalar metric, long fromStep, long toStep, int maxBuckets) {
        return series[metric.ordinal()].read(fromStep, toStep, maxBuckets);
    }

    /**
     * The same, smoothed otherwise.
     *
     * @param horizon steps that the moving average looks back over, at least 1; finer than a bucket it cannot be
     */
    public synchronized ScalarCurve read(
            TrainingScalar metric, long fromStep, long toStep, int maxBuckets, double horizon) {
        CurveBuckets buckets = series[metric.ordinal()];
        return horizon == HORIZON
                ? buckets.read(fromStep, toStep, maxBuckets)
                : buckets.read(fromStep, toStep, maxBuckets, horizon);
    }

    /** The last step that was appended; 0 before the first. */
    public synchronized long lastStep() {
        return lastStep;
    }

    /** The settings that were changed while the run trained. */
    public SettingChangeLog changes() {
        return changes;
    }

    /** A copy at one moment of all curves that have figures. */
    public synchronized Map<TrainingScalar, Saved> save() {
        Map<TrainingScalar, Saved> out = new EnumMap<>(TrainingScalar.class);
        for (TrainingScalar metric : METRICS) {
            Saved saved = series[metric.ordinal()].save();
            if (metric.inEveryStep() || saved.curve().size() > 0) {
                out.put(metric, saved);
            }
        }
        return out;
    }

    /**
     * A log that goes on where {@link #save} was called. A curve that is missing starts empty.
     *
     * @throws IllegalArgumentException if a curve cannot come from {@link #save}
     */
    public static ScalarLog restore(Map<TrainingScalar, Saved> saved) {
        return restore(saved, List.of());
    }

    /** The same with the settings that were changed. */
    public static ScalarLog restore(Map<TrainingScalar, Saved> saved, List<SettingChange> changes) {
        ScalarLog log = new ScalarLog(SettingChangeLog.of(changes));
        saved.forEach((metric, curve) -> {
            log.series[metric.ordinal()].restore(curve);
            log.lastStep = Math.max(log.lastStep, curve.lastStep());
        });
        return log;
    }

    /** An independent copy, for a capture while the run goes on. */
    public ScalarLog copy() {
        return restore(save(), changes.read());
    }

    /** Steps that one bucket spans now, a power of two. */
    synchronized long bucketSpan() {
        return series[0].span();
    }
}
