package org.ganvas.viewmodel;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.session.TrainingDesk;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.Curve;
import org.ganvas.session.run.Metric;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.RunInfo;
import org.jspecify.annotations.Nullable;

/** The curves of the run, read afresh at most a dozen times a second. FX thread. */
public final class CurvesViewModel {

    /** Twice as many points are drawn, more than any chart has pixels for at its usual width. */
    private static final int BUCKETS = 400;

    private static final long PERIOD_NANOS = 80_000_000;

    private final TrainingDesk desk;
    private final ReadOnlyObjectWrapper<Curves> curves = new ReadOnlyObjectWrapper<>(Curves.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable LossSpec> loss = new ReadOnlyObjectWrapper<>();
    private final DoubleProperty cursor = new SimpleDoubleProperty(Double.NaN);
    private @Nullable MetricLog shownLog;
    private long shownStep = -1;
    private long nextRead = Long.MIN_VALUE;

    /** The four curves, each thinned to a bounded number of buckets. Immutable. */
    public record Curves(Map<Metric, Curve> byMetric) {

        /** Before the first step. */
        public static final Curves EMPTY = new Curves(Map.of());

        public Curve of(Metric metric) {
            return byMetric.getOrDefault(metric, Curve.EMPTY);
        }

        /** The smoothed value now; not a number before the first step. */
        public double latest(Metric metric) {
            Curve curve = of(metric);
            return curve.size() == 0 ? Double.NaN : curve.smooth()[curve.size() - 1];
        }
    }

    CurvesViewModel(TrainingDesk desk) {
        this.desk = desk;
    }

    void show(TrainingSnapshot snapshot) {
        RunInfo run = snapshot.run();
        loss.set(run == null ? null : run.spec().loss());
    }

    void pulse(long nanos) {
        if (nanos < nextRead) {
            return;
        }
        MetricLog log = desk.metrics();
        long step = log.lastStep();
        if (log == shownLog && step == shownStep) {
            return;
        }
        shownLog = log;
        shownStep = step;
        nextRead = nanos + PERIOD_NANOS;
        Map<Metric, Curve> read = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            read.put(metric, log.read(metric, 0, Long.MAX_VALUE, BUCKETS));
        }
        curves.set(new Curves(read));
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<Curves> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** The step that is looked at, where a cursor stands; not a number for nowhere. */
    public DoubleProperty cursorProperty() {
        return cursor;
    }

    /** The game that is played, for the equilibrium lines. */
    public ReadOnlyObjectProperty<@Nullable LossSpec> lossProperty() {
        return loss.getReadOnlyProperty();
    }
}
