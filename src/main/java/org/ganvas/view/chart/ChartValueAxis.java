package org.ganvas.view.chart;

import io.fair_acc.chartfx.axes.AxisLabelOverlapPolicy;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import java.util.Locale;
import java.util.function.Function;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/**
 * Axis of plain style, linear or logarithmic. Logarithmic ticks are at 1, 2 and 5 of each decade; the library's own
 * logarithmic axis has no range narrower than a decade. FX thread.
 */
final class ChartValueAxis extends DefaultNumericAxis {

    private static final double[] POWERS = {1};
    private static final double[] THREES = {1, 3};
    private static final double[] FIVES = {1, 2, 5};
    private static final double[] MANY = {1, 1.5, 2, 3, 4, 5, 7};
    private static final int MOST_TICKS = 6;
    private static final double LABEL_GAP = 6;
    private static final double PADDING = 8;

    private boolean logarithmic;

    ChartValueAxis() {
        this(null);
    }

    ChartValueAxis(@Nullable Function<Double, String> format) {
        setAutoRanging(false);
        setAnimated(false);
        setName(null);
        setUnit(null);
        setMinorTickCount(0);
        // As in the style sheet, which may arrive after the first layout: the labels are not measured again.
        setTickLength(0);
        setMinorTickLength(0);
        setTickLabelGap(LABEL_GAP);
        setAxisPadding(PADDING);
        setAxisLabelGap(0);
        setMaxMajorTickLabelCount(MOST_TICKS);
        setOverlapPolicy(AxisLabelOverlapPolicy.SKIP_ALT);
        setTickLabelFormatter(new TickLabelFormatter(format != null ? format : this::text));
    }

    /** Selects the logarithmic axis from the next range on. */
    void setLogarithmic(boolean on) {
        logarithmic = on;
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList ticks) {
        if (!logarithmic) {
            super.calculateMajorTickValues(range, ticks);
            return;
        }
        double low = range.getLowerBound();
        double high = range.getUpperBound();
        double every = Math.max(1, Math.ceil((high - low) / MOST_TICKS));
        for (double power = Math.floor(low / every) * every; power <= high; power += every) {
            for (double digit : digits(high - low)) {
                double at = power + Math.log10(digit);
                if (at >= low && at <= high) {
                    ticks.add(at);
                }
            }
        }
    }

    private static double[] digits(double powers) {
        return powers > 2.5 ? POWERS : powers > 1.4 ? THREES : powers > 0.6 ? FIVES : MANY;
    }

    private String text(double value) {
        if (logarithmic) {
            return withoutTrailingZeros(NumberFormats.amount(Math.pow(10, value)));
        }
        double span = getMax() - getMin();
        // Steps of 0.1 add up to almost zero, which would show as minus zero.
        double clean = Math.abs(value) < 1e-9 * Math.max(1e-6, span) ? 0 : value;
        if (span < 1e-3) {
            return withoutTrailingZeros(NumberFormats.amount(clean));
        }
        return span > 50_000
                ? NumberFormats.shortCount(Math.round(clean))
                : String.format(Locale.ROOT, "%." + decimals(getTickUnit()) + "f", clean)
                        .replace('-', '−');
    }

    /** Number of decimals that distinguishes the ticks. */
    private static int decimals(double unit) {
        int count = 0;
        for (double scaled = unit; count < 5 && Math.abs(scaled - Math.rint(scaled)) > 1e-6; scaled *= 10) {
            count++;
        }
        return count;
    }

    private static String withoutTrailingZeros(String number) {
        return number.replaceAll("(\\.\\d*?)0+(?=e|$)", "$1").replaceAll("\\.(?=e|$)", "");
    }
}
