package org.ganvas.viewmodel.chart;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
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
 * Training curves and metrics in the range that charts show. They are read at most every 80 ms while the run trains, and
 * at once when the range changes. FX thread.
 */
public final class CurvesViewModel implements SnapshotListener, FrameListener {

    private static final int FEWEST_BUCKETS = 200;
    private static final int MOST_BUCKETS = 2000;

    /** Number of points that map steps to training time. */
    private static final int TIME_POINTS = 512;

    private static final long READ_NANOS = 80_000_000;

    private final TrainingSession session;
    private final ChartSettings settings;
    private final EvaluationViewModel evaluation;
    private final ReadOnlyObjectWrapper<Curves> curves = new ReadOnlyObjectWrapper<>(Curves.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable GanSpec> spec = new ReadOnlyObjectWrapper<>();
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
     * Content of the charts. Immutable.
     *
     * @param byScalar curves in the shown range, each reduced to a bounded number of buckets
     * @param window shown range
     * @param scale unit of the horizontal axis
     * @param changes changed settings of the whole run
     * @param metrics values of evaluation metrics of the whole run, by id
     * @param lookedAt step of the past that is looked at
     */
    public record Curves(
            Map<TrainingScalar, ScalarCurve> byScalar,
            ChartWindow window,
            StepScale scale,
            List<SettingChange> changes,
            Map<String, List<MetricValue>> metrics,
            LookedAt lookedAt) {

        /** Content before the first step. */
        public static final Curves EMPTY =
                new Curves(Map.of(), ChartWindow.EMPTY, StepScale.STEPS, List.of(), Map.of(), LookedAt.PRESENT);

        public ScalarCurve of(TrainingScalar scalar) {
            return byScalar.getOrDefault(scalar, ScalarCurve.EMPTY);
        }

        /** Whether a step of the past is looked at. */
        public boolean isPast() {
            return !Double.isNaN(lookedAt.step());
        }

        /** Smoothed value at the step that is looked at, or at the right edge; NaN if there is none. */
        public double shown(TrainingScalar scalar) {
            return isPast() ? lookedAt.values().getOrDefault(scalar, Double.NaN) : last(of(scalar));
        }

        private static double last(ScalarCurve curve) {
            return curve.size() == 0 ? Double.NaN : curve.smooth()[curve.size() - 1];
        }
    }

    /**
     * Values at the step of the past that is looked at. Immutable.
     *
     * @param step NaN for the present
     * @param values smoothed values there, of the scalars that have one
     */
    public record LookedAt(double step, Map<TrainingScalar, Double> values) {

        static final LookedAt PRESENT = new LookedAt(Double.NaN, Map.of());
    }

    public CurvesViewModel(TrainingSession session, PreferenceStore preferences) {
        this.session = session;
        evaluation = new EvaluationViewModel(session);
        settings = new ChartSettings(preferences);
        settings.unitProperty().addListener(property -> stale = true);
        settings.horizonProperty().addListener(property -> stale = true);
        settings.latestProperty().addListener((property, old, now) -> showWindow(now));
        cursor.addListener(property -> stale = true);
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo run = snapshot.run();
        spec.set(run == null ? null : run.spec());
        batch = run == null ? 1 : run.spec().training().batch();
        evaluation.onSnapshot(snapshot);
    }

    @Override
    public void onFrame(long nanos) {
        ScalarLog log = session.scalars();
        if (stale || log != shownLog || nanos >= nextRead && hasNews(log)) {
            nextRead = nanos + READ_NANOS;
            read(log);
        }
    }

    private boolean hasNews(ScalarLog log) {
        return log.lastStep() != shownStep
                || session.metrics().lastStep() != shownMetricStep
                || !log.changes().read().equals(shownChanges);
    }

    private void read(ScalarLog log) {
        stale = false;
        shownStep = log.lastStep();
        window = settings.latestProperty().get()
                ? ChartWindow.latest(shownStep)
                : log == shownLog ? window.at(shownStep) : ChartWindow.whole(shownStep);
        shownLog = log;
        shownChanges = log.changes().read();
        ScalarCurve timing = log.read(TrainingScalar.DISCRIMINATOR_LOSS, 0, Long.MAX_VALUE, TIME_POINTS);
        StepScale scale = StepScale.of(settings.unitProperty().get(), batch, timing);
        curves.set(new Curves(readScalars(log, window), window, scale, shownChanges, readMetrics(), readLookedAt(log)));
    }

    private Map<TrainingScalar, ScalarCurve> readScalars(ScalarLog log, ChartWindow of) {
        // A little more than the range, so that lines reach the edges.
        long from = (long) Math.max(0, of.from() - 0.01 * of.width() - 1);
        long to = of.follows() ? Long.MAX_VALUE : (long) Math.ceil(of.to() + 0.01 * of.width());
        Map<TrainingScalar, ScalarCurve> read = new EnumMap<>(TrainingScalar.class);
        for (TrainingScalar scalar : TrainingScalar.values()) {
            read.put(scalar, log.read(scalar, from, to, buckets, horizon(scalar)));
        }
        return read;
    }

    /** Rates are not smoothed: an average would show rates that were never set. */
    private double horizon(TrainingScalar scalar) {
        return ChartKind.RATES.scalars().contains(scalar) ? 1 : settings.horizon();
    }

    private LookedAt readLookedAt(ScalarLog log) {
        double step = cursor.get();
        if (Double.isNaN(step)) {
            return LookedAt.PRESENT;
        }
        Map<TrainingScalar, Double> values = new EnumMap<>(TrainingScalar.class);
        for (TrainingScalar scalar : TrainingScalar.values()) {
            ScalarCurve there = log.read(scalar, (long) step, (long) step, 1, horizon(scalar));
            // The first value of a curve is not yet that of the step before.
            if (step >= 1 && there.size() > 0) {
                values.put(scalar, Curves.last(there));
            }
        }
        return new LookedAt(step, values);
    }

    private Map<String, List<MetricValue>> readMetrics() {
        MetricLog log = session.metrics();
        shownMetricStep = log.lastStep();
        Map<String, List<MetricValue>> read = new LinkedHashMap<>();
        log.ids().forEach(id -> read.put(id, log.read(id)));
        return read;
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<Curves> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** Spec of the run, on which the charts and the lines of the equilibrium depend; null if there is no run. */
    public ReadOnlyObjectProperty<@Nullable GanSpec> specProperty() {
        return spec.getReadOnlyProperty();
    }

    /** Step that charts mark with a line; NaN for none. */
    public DoubleProperty cursorProperty() {
        return cursor;
    }

    /** What the metrics wait for. */
    public EvaluationViewModel evaluation() {
        return evaluation;
    }

    /** Settings of the charts. */
    public ChartSettings settings() {
        return settings;
    }

    /** Charts that suit the run, in the order of the settings; before the first run those of the first preset. */
    public List<ChartKind> suitableCharts() {
        return settings.order().stream().filter(this::suits).toList();
    }

    /** Whether the run has anything to show in a chart. */
    public boolean suits(ChartKind kind) {
        GanSpec now = spec.get();
        return kind.suits(now == null ? PresetRegistry.get(PresetRegistry.FIRST).spec() : now);
    }

    /** Curves of a chart over the shown window. */
    public List<ChartCurve> curvesOf(ChartKind kind) {
        GanSpec now = spec.get();
        return ChartCurves.of(kind, curves.get(), now == null ? null : now.loss());
    }

    // ---- Commands ----

    /**
     * Zooms the shown range.
     *
     * @param at step that keeps its place
     * @param factor of the width: less than 1 zooms in
     */
    public void zoom(double at, double factor) {
        moveWindow(window.zoomed(at, factor));
    }

    /** Moves the shown range by a number of steps; at the end of the run it follows the training again. */
    public void pan(double steps) {
        moveWindow(window.moved(steps));
    }

    /** Shows the whole run. */
    public void showAll() {
        moveWindow(ChartWindow.whole(window.last()));
    }

    private void showWindow(boolean latest) {
        setWindow(latest ? ChartWindow.latest(window.last()) : ChartWindow.whole(window.last()));
    }

    /** Shows a range that the user chose instead of the latest steps. */
    private void moveWindow(ChartWindow to) {
        if (!to.equals(window)) {
            settings.latestProperty().set(false);
            setWindow(to);
        }
    }

    private void setWindow(ChartWindow to) {
        if (!to.equals(window)) {
            window = to;
            stale = true;
        }
    }

    /** Sets the width of the widest chart in pixels, which bounds the number of points that are read. */
    public void setColumns(double columns) {
        int columnCount = (int) Math.max(FEWEST_BUCKETS, Math.min(MOST_BUCKETS, columns));
        stale |= columnCount != buckets;
        buckets = columnCount;
    }

    /** All curves in full resolution, for export. */
    Curves fullResolution(boolean onlyWindow) {
        ScalarLog log = session.scalars();
        ChartWindow of = onlyWindow ? window : ChartWindow.whole(log.lastStep());
        long from = onlyWindow ? (long) Math.ceil(of.from()) : 0;
        long to = onlyWindow && !of.follows() ? (long) of.to() : Long.MAX_VALUE;
        Map<TrainingScalar, ScalarCurve> read = new EnumMap<>(TrainingScalar.class);
        for (TrainingScalar scalar : TrainingScalar.values()) {
            read.put(scalar, log.read(scalar, from, to, Integer.MAX_VALUE));
        }
        return new Curves(
                read,
                of,
                StepScale.of(ChartUnit.IMAGES, batch, ScalarCurve.EMPTY),
                log.changes().read(),
                readMetrics(),
                LookedAt.PRESENT);
    }
}
