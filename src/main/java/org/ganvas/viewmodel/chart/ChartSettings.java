package org.ganvas.viewmodel.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.ganvas.metrics.ImageMetric;
import org.ganvas.metrics.PointMetric;
import org.ganvas.metrics.translation.TranslationMetric;
import org.ganvas.viewmodel.support.PreferenceStore;

/** Settings of the charts, kept in the preferences. FX thread. */
public final class ChartSettings {

    /** Horizons of smoothing, in steps; the first one is no smoothing. */
    public static final List<Integer> HORIZONS = List.of(1, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000);

    private static final int DEFAULT_HORIZON = HORIZONS.indexOf(50);
    private static final String UNIT = "charts.unit";
    private static final String HORIZON = "charts.horizon";
    private static final String RAW = "charts.raw";
    private static final String LATEST = "charts.latest";
    private static final String HIDDEN = "charts.hidden";
    private static final String LOGARITHMIC = "charts.logarithmic";
    private static final String ORDER = "charts.order";

    /** Metrics that are drawn until the user chooses others: so many units on one axis tell nothing. */
    private static final Set<String> FIRST_METRICS = Set.of(
            id(ImageMetric.CLASSIFIER_FRECHET),
            id(PointMetric.MODES_CAPTURED),
            id(PointMetric.HIGH_QUALITY),
            id(TranslationMetric.PSNR));

    private final PreferenceStore preferences;
    private final ObjectProperty<ChartUnit> unit;
    private final IntegerProperty horizon;
    private final BooleanProperty raw;
    private final BooleanProperty latest;
    private final ObservableSet<String> hidden;
    private final ObservableSet<String> logarithmic;
    private final ObservableList<ChartKind> order;

    ChartSettings(PreferenceStore preferences) {
        this.preferences = preferences;
        unit = new SimpleObjectProperty<>(unitOf(preferences.get(UNIT, "")));
        horizon = new SimpleIntegerProperty(horizonOf(preferences.get(HORIZON, "")));
        raw = new SimpleBooleanProperty(!preferences.get(RAW, "true").equals("false"));
        latest = new SimpleBooleanProperty(preferences.get(LATEST, "false").equals("true"));
        hidden = FXCollections.observableSet(
                words(preferences.get(HIDDEN, lesserMetrics())).toArray(String[]::new));
        logarithmic = FXCollections.observableSet(
                words(preferences.get(LOGARITHMIC, "MEASURES")).toArray(String[]::new));
        order = FXCollections.observableArrayList(orderOf(preferences.get(ORDER, "")));
        unit.addListener((property, old, now) -> preferences.put(UNIT, now.name()));
        horizon.addListener((property, old, now) -> preferences.put(HORIZON, now.toString()));
        raw.addListener((property, old, now) -> preferences.put(RAW, now.toString()));
        latest.addListener((property, old, now) -> preferences.put(LATEST, now.toString()));
    }

    /** As in the log of metrics. */
    private static String id(Enum<?> metric) {
        return metric.name().toLowerCase(Locale.ROOT);
    }

    private static String lesserMetrics() {
        return joined(Stream.<Enum<?>[]>of(ImageMetric.values(), PointMetric.values(), TranslationMetric.values())
                .flatMap(Arrays::stream)
                .map(ChartSettings::id)
                .filter(metric -> !FIRST_METRICS.contains(metric))
                .toList());
    }

    private static ChartUnit unitOf(String name) {
        return Arrays.stream(ChartUnit.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(ChartUnit.STEPS);
    }

    private static int horizonOf(String text) {
        return text.matches("\\d{1,2}") && Integer.parseInt(text) < HORIZONS.size()
                ? Integer.parseInt(text)
                : DEFAULT_HORIZON;
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** Charts that the text names, then all others in their order. */
    private static List<ChartKind> orderOf(String text) {
        List<ChartKind> all = new ArrayList<>();
        for (String word : words(text)) {
            Arrays.stream(ChartKind.values())
                    .filter(kind -> kind.name().equals(word) && !all.contains(kind))
                    .forEach(all::add);
        }
        Stream.of(ChartKind.values()).filter(kind -> !all.contains(kind)).forEach(all::add);
        return all;
    }

    // ---- Properties ----

    public ObjectProperty<ChartUnit> unitProperty() {
        return unit;
    }

    /** Index of the horizon in {@link #HORIZONS}. */
    public IntegerProperty horizonProperty() {
        return horizon;
    }

    /** Horizon of smoothing, in steps. */
    public int horizon() {
        return HORIZONS.get(horizon.get());
    }

    /** Whether unsmoothed values are shown behind the smoothed curve. */
    public BooleanProperty rawProperty() {
        return raw;
    }

    /** Whether only the latest thousand steps are shown, whatever the length of the run. */
    public BooleanProperty latestProperty() {
        return latest;
    }

    /** Ids of the scalars and metrics that are hidden. */
    public ObservableSet<String> hidden() {
        return FXCollections.unmodifiableObservableSet(hidden);
    }

    /** Charts with a logarithmic axis. */
    public ObservableSet<String> logarithmic() {
        return FXCollections.unmodifiableObservableSet(logarithmic);
    }

    /** All charts in the order in which they are shown. */
    public ObservableList<ChartKind> order() {
        return FXCollections.unmodifiableObservableList(order);
    }

    // ---- Commands ----

    /** Hides a curve or shows it again. */
    public void toggleCurve(String id) {
        toggle(hidden, id, HIDDEN);
    }

    /** Shows one curve of a chart alone, or all of them if it is alone already. */
    public void isolate(String id, Collection<String> all) {
        List<String> others = all.stream().filter(other -> !other.equals(id)).toList();
        boolean alone = !hidden.contains(id) && hidden.containsAll(others);
        hidden.removeAll(all);
        if (!alone) {
            hidden.addAll(others);
        }
        preferences.put(HIDDEN, joined(hidden));
    }

    public void toggleLogarithmic(ChartKind kind) {
        toggle(logarithmic, kind.name(), LOGARITHMIC);
    }

    /** Exchanges the places of two charts. */
    public void swap(ChartKind one, ChartKind other) {
        List<ChartKind> changed = new ArrayList<>(order);
        changed.set(order.indexOf(one), other);
        changed.set(order.indexOf(other), one);
        order.setAll(changed);
        preferences.put(ORDER, order.stream().map(ChartKind::name).collect(Collectors.joining(" ")));
    }

    private void toggle(ObservableSet<String> set, String id, String key) {
        if (!set.remove(id)) {
            set.add(id);
        }
        preferences.put(key, joined(set));
    }

    private static String joined(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(" "));
    }
}
