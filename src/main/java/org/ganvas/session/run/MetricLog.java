package org.ganvas.session.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was measured while the run trained: a sparse series for each measure, since measuring takes seconds where a step
 * takes milliseconds. Appended by the thread that measures, read by any.
 */
public final class MetricLog {

    /** Of each series, at most; when it is full, every second measure but the last is let go. */
    static final int CAPACITY = 4096;

    /** Of each series in a project file, and of all together. */
    private static final int SAVED = 200;

    public static final int MAX_SAVED = 64 * SAVED;

    private final Map<String, List<MetricValue>> series = new LinkedHashMap<>();
    private long lastStep;

    /**
     * One measurement.
     *
     * @param id which measure, also the key of its name
     * @param step the training step whose weights were measured
     * @param trainedSeconds training time at that step
     * @param value what was measured
     * @param floor what the same measure says of real data against real data; not a number where it has none
     */
    public record MetricValue(String id, long step, double trainedSeconds, double value, double floor) {}

    /** Adds a measurement, not before the last one of its series. Values that are not finite are left out. */
    public synchronized void append(MetricValue measure) {
        lastStep = Math.max(lastStep, measure.step());
        if (!Double.isFinite(measure.value())) {
            return;
        }
        List<MetricValue> list = series.computeIfAbsent(measure.id(), id -> new ArrayList<>());
        if (list.size() == CAPACITY) {
            thin(list);
        }
        list.add(measure);
    }

    private static void thin(List<MetricValue> list) {
        List<MetricValue> kept = new ArrayList<>();
        for (int i = (list.size() - 1) % 2; i < list.size(); i += 2) {
            kept.add(list.get(i));
        }
        list.clear();
        list.addAll(kept);
    }

    /** A copy of one series, in order of steps; empty where nothing was measured. */
    public synchronized List<MetricValue> read(String id) {
        return List.copyOf(series.getOrDefault(id, List.of()));
    }

    /** Every series for a project file, evenly thinned to some hundred measures with the newest among them. */
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

    /** A log that goes on with what was saved of another. */
    public static MetricLog restore(List<MetricValue> saved) {
        MetricLog log = new MetricLog();
        saved.forEach(log::append);
        return log;
    }

    /** An independent copy, for a capture while the run goes on. */
    public synchronized MetricLog copy() {
        MetricLog copy = new MetricLog();
        series.forEach((id, list) -> copy.series.put(id, new ArrayList<>(list)));
        copy.lastStep = lastStep;
        return copy;
    }

    /** An independent copy of what was measured up to a step. */
    public synchronized MetricLog upTo(long step) {
        MetricLog copy = new MetricLog();
        series.values()
                .forEach(list ->
                        list.stream().filter(measure -> measure.step() <= step).forEach(copy::append));
        return copy;
    }

    /** What was measured so far, in the order of the first time. */
    public synchronized Set<String> ids() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(series.keySet()));
    }

    /** The last step that was measured; 0 before the first. */
    public synchronized long lastStep() {
        return lastStep;
    }
}
