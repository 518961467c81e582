package org.ganvas.session;

/**
 * All curves of one run in bounded memory: per metric a fixed number of buckets, each with its extremes; when they are
 * full, neighbours are merged and every bucket spans twice the steps. Nothing but resolution is lost, never an extreme.
 * Appended by the training thread, read by any.
 */
public final class MetricLog {

    private static final int CAPACITY = 8192;
    private static final double SMOOTHING = 0.98;

    private final Buckets[] series;

    public MetricLog() {
        series = new Buckets[Metric.values().length];
        for (int i = 0; i < series.length; i++) {
            series[i] = new Buckets(CAPACITY, SMOOTHING);
        }
    }

    /**
     * Adds one step's figures. Values that are not finite are left out of the curves.
     *
     * @param step greater than the step before
     * @param seconds training time so far
     */
    public synchronized void append(long step, double seconds, StepScores scores) {
        series[Metric.DISCRIMINATOR_LOSS.ordinal()].append(step, seconds, scores.discriminatorLoss());
        series[Metric.GENERATOR_LOSS.ordinal()].append(step, seconds, scores.generatorLoss());
        series[Metric.REAL_SCORE.ordinal()].append(step, seconds, scores.realScore());
        series[Metric.FAKE_SCORE.ordinal()].append(step, seconds, scores.fakeScore());
    }

    /**
     * Reads a stretch of one curve.
     *
     * @param fromStep first step wanted
     * @param toStep last step wanted
     * @param maxBuckets upper limit of the result's size, at least 1
     */
    public synchronized Curve read(Metric metric, long fromStep, long toStep, int maxBuckets) {
        return series[metric.ordinal()].read(fromStep, toStep, maxBuckets);
    }

    /** The last step that was appended; 0 before the first. */
    public synchronized long lastStep() {
        return series[0].lastStep();
    }

    /** Steps that one bucket spans now, a power of two. */
    synchronized long bucketSpan() {
        return series[0].span();
    }
}
