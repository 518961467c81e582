package org.ganvas.session.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.state.StepReport;

/**
 * All training curves of one run in bounded memory: per scalar a fixed number of buckets, each with its extremes; when they
 * are full, neighbours are merged and every bucket spans twice the steps. Nothing but resolution is lost, never an extreme.
 * Appended by the training thread, read by any.
 */
public final class ScalarLog {

    private static final int CAPACITY = 8192;
    private static final TrainingScalar[] SCALARS = TrainingScalar.values();

    /** Default number of steps that {@link ScalarCurve#smooth} averages over. */
    public static final double HORIZON = 50;

    private final ScalarCurveBuckets[] series;
    private final SettingChangeLog changes;
    private long lastStep;

    /**
     * Complete state of one curve, for a project file.
     *
     * @param curve all its buckets
     * @param lastStep the last step appended, also where its value was not finite
     * @param span steps in a bucket, a power of two
     * @param inLast steps in the last bucket so far
     * @param average running average of all values, not yet divided by {@code weight}
     * @param weight sum of the average's weights, in [0, 1]
     */
    public record Saved(ScalarCurve curve, long lastStep, long span, long inLast, double average, double weight) {

        /** Refuses what {@link ScalarLog#save} never returns, with an IllegalArgumentException. */
        public Saved {
            require(span >= 1 && Long.bitCount(span) == 1, "a span of " + span);
            require(inLast >= 0 && inLast <= span, inLast + " steps in the last bucket");
            require(Double.isFinite(average) && weight >= 0 && weight <= 1, "an average that is not finite");
            requireCurve(curve, lastStep);
        }

        /**
         * The curve as it was at an earlier step, without a bucket that ends after it. Continues with the resolution of this
         * one.
         */
        public Saved upTo(long step) {
            if (step >= lastStep) {
                return this;
            }
            int kept = 0;
            while (kept < curve.size() && curve.steps()[kept] <= step) {
                kept++;
            }
            if (kept == curve.size()) {
                return new Saved(curve, step, span, inLast, average, weight);
            }
            // A bucket before the last is full.
            double share = 1 - Math.pow(1 - 1 / HORIZON, (double) kept * span);
            return kept == 0
                    ? new Saved(ScalarCurve.EMPTY, step, 1, 0, 0, 0)
                    : new Saved(curve.first(kept), step, span, span, curve.smooth()[kept - 1] * share, share);
        }

        private static void requireCurve(ScalarCurve curve, long lastStep) {
            int size = curve.size();
            require(
                    curve.seconds().length == size
                            && curve.low().length == size
                            && curve.high().length == size
                            && curve.smooth().length == size,
                    "buckets with missing values");
            double before = -1;
            for (int i = 0; i < size; i++) {
                require(curve.steps()[i] > before && curve.steps()[i] <= lastStep, "steps that do not ascend");
                require(curve.low()[i] <= curve.high()[i], "a bucket whose extremes are swapped");
                require(finite(curve, i), "a value that is not finite");
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
        series = new ScalarCurveBuckets[SCALARS.length];
        for (int i = 0; i < series.length; i++) {
            series[i] = new ScalarCurveBuckets(CAPACITY, 1 - 1 / HORIZON);
        }
    }

    /**
     * Adds the scalars of one step. Values that are not finite are left out of the curves.
     *
     * @param step greater than the step before
     * @param seconds training time so far
     */
    public synchronized void append(long step, double seconds, StepReport report) {
        lastStep = step;
        for (TrainingScalar scalar : SCALARS) {
            series[scalar.ordinal()].append(step, seconds, scalar.of(report));
        }
    }

    /**
     * A range of one curve.
     *
     * @param fromStep first step
     * @param toStep last step
     * @param maxBuckets upper limit of the result's size, at least 1
     */
    public synchronized ScalarCurve read(TrainingScalar scalar, long fromStep, long toStep, int maxBuckets) {
        return series[scalar.ordinal()].read(fromStep, toStep, maxBuckets);
    }

    /**
     * A range of one curve with another smoothing.
     *
     * @param horizon steps that the moving average covers, at least 1; no finer than a bucket
     */
    public synchronized ScalarCurve read(
            TrainingScalar scalar, long fromStep, long toStep, int maxBuckets, double horizon) {
        ScalarCurveBuckets buckets = series[scalar.ordinal()];
        return horizon == HORIZON
                ? buckets.read(fromStep, toStep, maxBuckets)
                : buckets.read(fromStep, toStep, maxBuckets, horizon);
    }

    /** The last step that was appended; 0 before the first. */
    public synchronized long lastStep() {
        return lastStep;
    }

    /** Settings that were changed while the run trained. */
    public SettingChangeLog changes() {
        return changes;
    }

    /** A consistent copy of all curves that have values. */
    public synchronized Map<TrainingScalar, Saved> save() {
        Map<TrainingScalar, Saved> out = new EnumMap<>(TrainingScalar.class);
        for (TrainingScalar scalar : SCALARS) {
            Saved saved = series[scalar.ordinal()].save();
            if (scalar.inEveryStep() || saved.curve().size() > 0) {
                out.put(scalar, saved);
            }
        }
        return out;
    }

    /**
     * A log that continues from {@link #save}. A missing curve starts empty.
     *
     * @throws IllegalArgumentException if a curve cannot come from {@link #save}
     */
    public static ScalarLog restore(Map<TrainingScalar, Saved> saved) {
        return restore(saved, List.of());
    }

    /** A log that continues from {@link #save}, with the changed settings. */
    public static ScalarLog restore(Map<TrainingScalar, Saved> saved, List<SettingChange> changes) {
        ScalarLog log = new ScalarLog(SettingChangeLog.of(changes));
        saved.forEach((scalar, curve) -> {
            log.series[scalar.ordinal()].restore(curve);
            log.lastStep = Math.max(log.lastStep, curve.lastStep());
        });
        return log;
    }

    /** An independent copy, for a capture while the run continues. */
    public ScalarLog copy() {
        return restore(save(), changes.read());
    }
}
