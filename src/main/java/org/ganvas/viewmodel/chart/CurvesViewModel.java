package org.ganvas.viewmodel.chart;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.MetricLog.MetricValue;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.SettingChange;
import org.ganvas.session.run.TrainingScalar;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.jspecify.annotations.Nullable;

/**
 * The curves of the run in the window that charts show, read afresh at most a dozen times a second, and at once when the
 * window moves. FX thread.
 */
public final class CurvesViewModel implements SnapshotListener, FrameListener {

    private static final int FEWEST_BUCKETS = 200;
    private static final int MOST_BUCKETS = 2000;

    /** Points that tell when a step was. */
    private static final int CLOCK = 512;

    private static final long PERIOD_NANOS = 80_000_000;

    private final TrainingSession desk;
    private final ChartSettings settings;
    private final ReadOnlyObjectWrapper<Curves> curves = new ReadOnlyObjectWrapper<>(Curves.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable LossSpec> loss = new ReadOnlyObjectWrapper<>();
    private final DoubleProperty cursor = new SimpleDoubleProperty(Double.NaN);
    private ChartWindow window = ChartWindow.EMPTY;
    private int buckets = 400;
    private int batch = 1;
    private boolean stale = true;
    private @Nullable ScalarLog shownLog;
    private long shownStep = -1;
    private long shownMetricStep = -1;
    private List<SettingChange> shownChanges = List.of();
    private long nextRead = Long.MIN_VALUE;

    /**
     * What charts show at one moment. Immutable.
     *
     * @param byScalar the curves in the window, each thinned to a bounded number of buckets
     * @param window which part of the run it is
     * @param scale how steps are counted
     * @param changes settings that were changed, over the whole run
     * @param metrics what was measured, over the whole run
     */
    public record Curves(
            Map<TrainingScalar, ScalarCurve> byScalar,
            ChartWindow window,
            StepScale scale,
            List<SettingChange> changes,
            Map<String, List<MetricValue>> metrics) {

        /** Before the first step. */
        public static final Curves EMPTY =
                new Curves(Map.of(), ChartWindow.EMPTY, StepScale.STEPS, List.of(), Map.of());

        public ScalarCurve of(TrainingScalar metric) {
            return byScalar.getOrDefault(metric, ScalarCurve.EMPTY);
        }

        /** The smoothed value at the right edge; not a number where there is none. */
        public double latest(TrainingScalar metric) {
            ScalarCurve curve = of(metric);
            return curve.size() == 0 ? Double.NaN : curve.smooth()[curve.size() - 1];
        }
    }

    public CurvesViewModel(TrainingSession desk, PreferenceStore preferences) {
        this.desk = desk;
        settings = new ChartSettings(preferences);
        settings.unitProperty().addListener(property -> stale = true);
        settings.horizonProperty().addListener(property -> stale = true);
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo run = snapshot.run();
        loss.set(run == null ? null : run.spec().loss());
        batch = run == null ? 1 : run.spec().training().batch();
    }

    @Override
    public void onFrame(long nanos) {
        ScalarLog log = desk.metrics();
        if (stale || log != shownLog || nanos >= nextRead && hasNews(log)) {
            nextRead = nanos + PERIOD_NANOS;
            read(log);
        }
    }

    private boolean hasNews(ScalarLog log) {
        return log.lastStep() != shownStep
                || desk.measures().lastStep() != shownMetricStep
                || !log.changes().read().equals(shownChanges);
    }

    private void read(ScalarLog log) {
        stale = false;
        shownStep = log.lastStep();
        window = log == shownLog ? window.at(shownStep) : ChartWindow.whole(shownStep);
        shownLog = log;
        shownChanges = log.changes().read();
        ScalarCurve clock = log.read(TrainingScalar.DISCRIMINATOR_LOSS, 0, Long.MAX_VALUE, CLOCK);
        StepScale scale = StepScale.of(settings.unitProperty().get(), batch, clock);
        curves.set(new Curves(readScalars(log, window), window, scale, shownChanges, readMetrics()));
    }

    private Map<TrainingScalar, ScalarCurve> readScalars(ScalarLog log, ChartWindow of) {
        // A little more than is seen, so that lines reach the edges.
        long from = (long) Math.max(0, of.from() - 0.01 * of.width() - 1);
        long to = of.follows() ? Long.MAX_VALUE : (long) Math.ceil(of.to() + 0.01 * of.width());
        Map<TrainingScalar, ScalarCurve> read = new EnumMap<>(TrainingScalar.class);
        for (TrainingScalar metric : TrainingScalar.values()) {
            // A rate is what it was set to: an average would show rates that nobody chose.
            boolean exact = ChartKind.RATES.scalars().contains(metric);
            read.put(metric, log.read(metric, from, to, buckets, exact ? 1 : settings.horizon()));
        }
        return read;
    }

    private Map<String, List<MetricValue>> readMetrics() {
        MetricLog measures = desk.measures();
        shownMetricStep = measures.lastStep();
        Map<String, List<MetricValue>> read = new LinkedHashMap<>();
        measures.ids().forEach(id -> read.put(id, measures.read(id)));
        return read;
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<Curves> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** The game that is played, for the equilibrium lines. */
    public ReadOnlyObjectProperty<@Nullable LossSpec> lossProperty() {
        return loss.getReadOnlyProperty();
    }

    /** The step that charts point out with a line; not a number for none. */
    public DoubleProperty cursorProperty() {
        return cursor;
    }

    /** How charts are drawn. */
    public ChartSettings settings() {
        return settings;
    }

    // ---- Commands ----

    /**
     * Nearer or farther.
     *
     * @param at the step that stays where it is
     * @param factor of what is seen: less than 1 comes nearer
     */
    public void zoom(double at, double factor) {
        setWindow(window.zoomed(at, factor));
    }

    /** Moves the window by some steps; at the end it goes along with training again. */
    public void pan(double steps) {
        setWindow(window.moved(steps));
    }

    /** Shows the whole run. */
    public void showAll() {
        setWindow(ChartWindow.whole(window.last()));
    }

    private void setWindow(ChartWindow to) {
        if (!to.equals(window)) {
            window = to;
            stale = true;
        }
    }

    /** How many pixels the widest chart has: more points nobody sees. */
    public void setColumns(double columns) {
        int wanted = (int) Math.max(FEWEST_BUCKETS, Math.min(MOST_BUCKETS, columns));
        stale |= wanted != buckets;
        buckets = wanted;
    }

    /** Every curve in full resolution, for a file. */
    Curves fullResolution(boolean onlyWindow) {
        ScalarLog log = desk.metrics();
        ChartWindow of = onlyWindow ? window : ChartWindow.whole(log.lastStep());
        long from = onlyWindow ? (long) Math.ceil(of.from()) : 0;
        long to = onlyWindow && !of.follows() ? (long) of.to() : Long.MAX_VALUE;
        Map<TrainingScalar, ScalarCurve> read = new EnumMap<>(TrainingScalar.class);
        for (TrainingScalar metric : TrainingScalar.values()) {
            read.put(metric, log.read(metric, from, to, Integer.MAX_VALUE));
        }
        return new Curves(
                read,
                of,
                StepScale.of(ChartUnit.IMAGES, batch, ScalarCurve.EMPTY),
                log.changes().read(),
                readMetrics());
    }
}
