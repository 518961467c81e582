package org.ganvas.view.chart;

import io.fair_acc.chartfx.axes.AxisLabelOverlapPolicy;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.axes.spi.TickMark;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import java.util.stream.DoubleStream;
import javafx.collections.ObservableList;
import javafx.scene.canvas.GraphicsContext;
import org.ganvas.viewmodel.text.TickText;

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

    /** What the numbers of an axis are. */
    enum Scale {
        VALUES(10_000),
        COUNTS(100_000),
        SECONDS(Double.POSITIVE_INFINITY);

        /** Size from which numbers are shortened: a vertical axis has room for less. */
        private final double shortened;

        Scale(double shortened) {
            this.shortened = shortened;
        }
    }

    /** Distances of the ticks in seconds. */
    private static final double[] TIMES = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200
    };

    private static final double DAY = 86_400;

    private Scale scale;
    private boolean logarithmic;

    ChartValueAxis(Scale scale) {
        this.scale = scale;
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
        setTickLabelFormatter(new TickLabelFormatter(this::text));
    }

    /** Selects the logarithmic axis from the next range on. */
    void setLogarithmic(boolean on) {
        logarithmic = on;
    }

    /** Selects what the numbers are, from the next range on. */
    void setScale(Scale next) {
        scale = next;
    }

    @Override
    protected double computeTickUnit(double least) {
        return switch (scale) {
            case VALUES -> super.computeTickUnit(least);
            case COUNTS -> wholeUnit(least);
            case SECONDS -> least < 1 ? super.computeTickUnit(least) : timeUnit(least);
        };
    }

    /** There is no half a step. */
    private double wholeUnit(double least) {
        return least <= 1 ? 1 : least <= 2 ? 2 : least <= 5 ? 5 : super.computeTickUnit(least);
    }

    private static double timeUnit(double least) {
        return DoubleStream.of(TIMES).filter(time -> time >= least).findFirst().orElse(DAY * Math.ceil(least / DAY));
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

    /** The canvas of a horizontal axis ends a little beyond its ends, and would cut wider labels there. */
    @Override
    protected void drawTickLabels(
            GraphicsContext context, double width, double height, ObservableList<TickMark> marks, double length) {
        if (getSide().isHorizontal()) {
            marks.stream()
                    .filter(mark -> mark.getPosition() - mark.getWidth() / 2 < -PADDING
                            || mark.getPosition() + mark.getWidth() / 2 > width + PADDING)
                    .forEach(mark -> mark.setVisible(false));
        }
        super.drawTickLabels(context, width, height, marks, length);
    }

    private static double[] digits(double powers) {
        return powers > 2.5 ? POWERS : powers > 1.4 ? THREES : powers > 0.6 ? FIVES : MANY;
    }

    private String text(double value) {
        if (logarithmic) {
            return TickText.power(Math.pow(10, value), Math.pow(10, getMin()), Math.pow(10, getMax()));
        }
        double most = Math.max(Math.abs(getMin()), Math.abs(getMax()));
        return scale == Scale.SECONDS
                ? TickText.time(value, getTickUnit(), most)
                : TickText.number(value, getTickUnit(), most, scale.shortened);
    }
}
