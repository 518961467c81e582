package org.ganvas.bench.proof;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Mean and deviation over seeds.
 *
 *
 * @param mean of all
 * @param deviation standard deviation of one (n - 1), 0 of a single one
 * @param count of seeds
 */
record SeedStatistics(double mean, double deviation, int count) {

    static SeedStatistics of(double... values) {
        double mean = DoubleStream.of(values).average().orElseThrow();
        double squares = DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new SeedStatistics(mean, values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)), values.length);
    }

    /** Standard error of the mean. */
    double error() {
        return deviation / Math.sqrt(count);
    }

    /** Mean and standard error, to two places. */
    String meanWithError() {
        return String.format(Locale.ROOT, "%.2f ± %.2f", mean, error());
    }

    /** Mean and standard deviation, to one place. */
    String meanWithDeviation() {
        return String.format(Locale.ROOT, "%.1f ± %.1f", mean, deviation);
    }
}
