package org.ganvas.viewmodel.train;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ganvas.metrics.ImageMetric;
import org.ganvas.metrics.PointMetric;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.MetricGoal;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.StopRule;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoStack;

/** When training pauses by itself, which takes effect with the next start; and how often it is measured. FX thread. */
public final class StopRuleViewModel implements SnapshotListener {

    private static final double SECONDS = 60;

    /** Seconds between two measurements that can be chosen; 0 for never. */
    public static final List<Integer> PERIODS = List.of(0, 5, 15, 60, 300);

    /** What can end it. */
    public enum Kind {
        NEVER,
        STEPS,
        MINUTES,
        AT_LEAST,
        AT_MOST,
        NO_BETTER
    }

    /**
     * The choice.
     *
     * @param kind what ends it
     * @param value steps, minutes, the measure's bound, or measurements without a better one
     * @param measure its id, where a measure ends it
     */
    public record Choice(Kind kind, double value, String measure) {}

    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(new Choice(Kind.NEVER, 0, ""));
    private final TrainingSession desk;
    private final UndoStack undo;
    private final ReadOnlyObjectWrapper<Integer> period =
            new ReadOnlyObjectWrapper<>((int) TrainingCommand.SetMeasuring.USUAL_SECONDS);
    private final ObservableList<String> measures = FXCollections.observableArrayList();
    private long step;
    private double seconds;

    public StopRuleViewModel(TrainingSession desk, UndoStack undo) {
        this.desk = desk;
        this.undo = undo;
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        step = snapshot.step();
        seconds = snapshot.trainedSeconds();
        RunInfo run = snapshot.run();
        if (run != null) {
            offer(run.spec().image().isPoint() ? names(PointMetric.values()) : names(ImageMetric.values()));
        }
    }

    private void offer(List<String> names) {
        if (!measures.equals(names)) {
            measures.setAll(names);
            if (!names.contains(choice.get().measure())) {
                choice.set(new Choice(Kind.NEVER, 0, names.get(0)));
            }
        }
    }

    private static List<String> names(Enum<?>[] all) {
        return Stream.of(all).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** Seconds from one measurement to the next, at least; 0 for never. */
    public ReadOnlyObjectProperty<Integer> periodProperty() {
        return period.getReadOnlyProperty();
    }

    /** Ids of the measures that such a run has. */
    public ObservableList<String> measures() {
        return measures;
    }

    // ---- Commands ----

    /** Another way to end, with a value that makes sense from here. */
    public void chooseKind(Kind kind) {
        String measure = choice.get().measure();
        double value = switch (kind) {
            case NEVER -> 0;
            case STEPS -> step + 10_000;
            case MINUTES -> Math.ceil(seconds / SECONDS) + 5;
            case AT_LEAST -> 0.9;
            case AT_MOST -> 0.1;
            case NO_BETTER -> 10;
        };
        choose(new Choice(kind, value, measure));
    }

    public void chooseMeasure(String measure) {
        choose(new Choice(choice.get().kind(), choice.get().value(), measure));
    }

    public void choosePeriod(int seconds) {
        int before = period.get();
        if (seconds != before) {
            undo.push("measuring", () -> applyPeriod(before), () -> applyPeriod(seconds));
            applyPeriod(seconds);
        }
    }

    private boolean applyPeriod(int seconds) {
        period.set(seconds);
        desk.submit(new TrainingCommand.SetMeasuring(seconds));
        return true;
    }

    /** What makes no sense is brought to the nearest that does. */
    public void setValue(double value) {
        Kind kind = choice.get().kind();
        double legal = kind == Kind.AT_LEAST || kind == Kind.AT_MOST ? value : Math.max(1, value);
        choose(new Choice(kind, legal, choice.get().measure()));
    }

    private void choose(Choice now) {
        Choice before = choice.get();
        if (!now.equals(before)) {
            undo.push("stop " + now.kind() + now.measure(), () -> apply(before), () -> apply(now));
            apply(now);
        }
    }

    /** Another run may lack the measure that a choice of then speaks of. */
    private boolean apply(Choice one) {
        boolean known = measures.isEmpty() || measures.contains(one.measure());
        choice.set(known ? one : new Choice(Kind.NEVER, 0, measures.get(0)));
        return true;
    }

    /** For a start now; an end that lies behind the run does not end it again. */
    public StopRule rule() {
        Choice now = choice.get();
        return switch (now.kind()) {
            case NEVER -> StopRule.NEVER;
            case STEPS ->
                now.value() <= step ? StopRule.NEVER : new StopRule((long) now.value(), Double.POSITIVE_INFINITY);
            case MINUTES ->
                now.value() * SECONDS <= seconds ? StopRule.NEVER : new StopRule(Long.MAX_VALUE, now.value() * SECONDS);
            case AT_LEAST -> goal(MetricGoal.Kind.AT_LEAST);
            case AT_MOST -> goal(MetricGoal.Kind.AT_MOST);
            case NO_BETTER ->
                goal(higherIsBetter(now.measure()) ? MetricGoal.Kind.HIGHEST_FOR : MetricGoal.Kind.LOWEST_FOR);
        };
    }

    private StopRule goal(MetricGoal.Kind kind) {
        Choice now = choice.get();
        return new StopRule(Long.MAX_VALUE, Double.POSITIVE_INFINITY, new MetricGoal(now.measure(), kind, now.value()));
    }

    private static boolean higherIsBetter(String measure) {
        return Stream.of(PointMetric.values())
                        .anyMatch(one -> one.name().equalsIgnoreCase(measure) && one.higherIsBetter())
                || Stream.of(ImageMetric.values())
                        .anyMatch(one -> one.name().equalsIgnoreCase(measure) && one.higherIsBetter());
    }
}
