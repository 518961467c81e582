package org.ganvas.session.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Evaluation metrics of a run over its training: a sparse series for each metric, since an evaluation takes seconds where
 * a step takes milliseconds. Appended by the evaluation thread, read by any.
 */
public final class MetricLog {

    /** Of each series; when it is full, every second value but the last is dropped. */
    static final int CAPACITY = 4096;

    /** Values of each series in a project file. */
    private static final int SAVED = 200;

    /** Values of all series in a project file. */
    public static final int MAX_SAVED = 64 * SAVED;

    private final Map<String, List<MetricValue>> series = new LinkedHashMap<>();
    private long lastStep;

    /**
     * The value of a metric at one step. Project files hold it under these names.
     *
     * @param id of the metric, also the key of its name
     * @param step training step of the evaluated weights
     * @param trainedSeconds training time at that step
     * @param value of the generator
     * @param floor value of the same metric for real data against real data; NaN where it has none
     */
    public record MetricValue(String id, long step, double trainedSeconds, double value, double floor) {}

    /** Adds a value, not before the last one of its series. Values that are not finite are left out. */
    public synchronized void append(MetricValue value) {
        lastStep = Math.max(lastStep, value.step());
        if (!Double.isFinite(value.value())) {
            return;
        }
        List<MetricValue> list = series.computeIfAbsent(value.id(), id -> new ArrayList<>());
        if (list.size() == CAPACITY) {
            thin(list);
        }
        list.add(value);
    }

    private static void thin(List<MetricValue> list) {
        List<MetricValue> kept = new ArrayList<>();
        for (int i = (list.size() - 1) % 2; i < list.size(); i += 2) {
            kept.add(list.get(i));
        }
        list.clear();
        list.addAll(kept);
    }

    /** A copy of one series, in order of steps; empty for a metric that was never evaluated. */
    public synchronized List<MetricValue> read(String id) {
        return List.copyOf(series.getOrDefault(id, List.of()));
    }

    /** Every series for a project file, evenly thinned to some hundred values with the newest among them. */
    public synchronized List<MetricValue> save() {
        List<MetricValue> all = new ArrayList<>();
        for (List<MetricValue> list : series.values()) {
            int stride = (list.size() + SAVED - 1) / SAVED;
            for (int i = (list.size() - 1) % stride; i < list.size(); i += stride) {
                all.add(list.get(i));
            }
        }
        return all;
    }

    /** A log that continues from what was saved of another. */
    public static MetricLog restore(List<MetricValue> saved) {
        MetricLog log = new MetricLog();
        saved.forEach(log::append);
        return log;
    }

    /** An independent copy, for a capture while the run continues. */
    public synchronized MetricLog copy() {
        MetricLog copy = new MetricLog();
        series.forEach((id, list) -> copy.series.put(id, new ArrayList<>(list)));
        copy.lastStep = lastStep;
        return copy;
    }

    /** An independent copy of the values up to a step. */
    public synchronized MetricLog upTo(long step) {
        MetricLog copy = new MetricLog();
        series.values()
                .forEach(list ->
                        list.stream().filter(value -> value.step() <= step).forEach(copy::append));
        return copy;
    }

    /** Ids of the metrics with values, in the order of the first ones. */
    public synchronized Set<String> ids() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(series.keySet()));
    }

    /** Step of the latest evaluation; 0 before the first. */
    public synchronized long lastStep() {
        return lastStep;
    }
}
