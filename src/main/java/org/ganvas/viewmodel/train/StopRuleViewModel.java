package org.ganvas.viewmodel.train;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.metrics.ImageMetric;
import org.ganvas.metrics.PointMetric;
import org.ganvas.metrics.translation.TranslationMetric;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.MetricGoal;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.StopRule;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;

/** Stop rule of the next start, and the period of evaluation. FX thread. */
public final class StopRuleViewModel implements SnapshotListener {

    private static final double SECONDS = 60;

    /** Seconds between two evaluations that can be chosen; 0 for never. */
    public static final List<Integer> PERIODS = List.of(0, 5, 15, 60, 300);

    /** Conditions. */
    public enum Kind {
        NEVER,
        STEPS,
        MINUTES,
        AT_LEAST,
        AT_MOST,
        NO_BETTER
    }

    /**
     * A stop rule as it is chosen.
     *
     * @param kind condition
     * @param value steps, minutes, bound of the metric, or evaluations without improvement
     * @param metric id of the metric, where one is the condition
     */
    public record Choice(Kind kind, double value, String metric) {}

    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(new Choice(Kind.NEVER, 0, ""));
    private final TrainingSession session;
    private final UndoStack undo;
    private final ReadOnlyObjectWrapper<Integer> period =
            new ReadOnlyObjectWrapper<>((int) TrainingCommand.SetEvaluationPeriod.DEFAULT_SECONDS);
    private final ObservableList<String> metrics = FXCollections.observableArrayList();
    private long step;
    private double seconds;

    public StopRuleViewModel(TrainingSession session, UndoStack undo) {
        this.session = session;
        this.undo = undo;
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        step = snapshot.step();
        seconds = snapshot.trainedSeconds();
        RunInfo run = snapshot.run();
        if (run != null) {
            setMetrics(metrics(run.spec()));
        }
    }

    private static List<String> metrics(GanSpec spec) {
        if (spec.image().isPoint()) {
            return names(PointMetric.values());
        }
        return names(spec.game().takesLatents() ? ImageMetric.values() : TranslationMetric.values());
    }

    private void setMetrics(List<String> names) {
        if (!metrics.equals(names)) {
            metrics.setAll(names);
            if (!names.contains(choice.get().metric())) {
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

    /** Least number of seconds between two evaluations; 0 for never. */
    public ReadOnlyObjectProperty<Integer> periodProperty() {
        return period.getReadOnlyProperty();
    }

    /** Ids of the metrics of the run. */
    public ObservableList<String> metrics() {
        return metrics;
    }

    // ---- Commands ----

    /** Chooses a condition, with a value that is reasonable for the present step. */
    public void chooseKind(Kind kind) {
        String metric = choice.get().metric();
        double value = switch (kind) {
            case NEVER -> 0;
            case STEPS -> step + 10_000;
            case MINUTES -> Math.ceil(seconds / SECONDS) + 5;
            case AT_LEAST -> 0.9;
            case AT_MOST -> 0.1;
            case NO_BETTER -> 10;
        };
        choose(new Choice(kind, value, metric));
    }

    public void chooseMetric(String metric) {
        choose(new Choice(choice.get().kind(), choice.get().value(), metric));
    }

    public void choosePeriod(int seconds) {
        int before = period.get();
        if (seconds != before) {
            undo.push(new UndoKey("undo.evaluation", "period"), () -> applyPeriod(before), () -> applyPeriod(seconds));
            applyPeriod(seconds);
        }
    }

    private boolean applyPeriod(int seconds) {
        period.set(seconds);
        session.submit(new TrainingCommand.SetEvaluationPeriod(seconds));
        return true;
    }

    /** Sets the value, or the nearest legal one. */
    public void setValue(double value) {
        Kind kind = choice.get().kind();
        double legal = kind == Kind.AT_LEAST || kind == Kind.AT_MOST ? value : Math.max(1, value);
        choose(new Choice(kind, legal, choice.get().metric()));
    }

    private void choose(Choice now) {
        Choice before = choice.get();
        if (!now.equals(before)) {
            undo.push(
                    new UndoKey("undo.stop", List.of(now.kind(), now.metric())), () -> apply(before), () -> apply(now));
            apply(now);
        }
    }

    /** Undoing may lead to a metric that the present run lacks; then nothing ends it. */
    private boolean apply(Choice one) {
        boolean known = metrics.isEmpty() || metrics.contains(one.metric());
        choice.set(known ? one : new Choice(Kind.NEVER, 0, metrics.get(0)));
        return true;
    }

    /** Stop rule for a start now; one that the run has already passed does not stop it. */
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
                goal(higherIsBetter(now.metric()) ? MetricGoal.Kind.HIGHEST_FOR : MetricGoal.Kind.LOWEST_FOR);
        };
    }

    private StopRule goal(MetricGoal.Kind kind) {
        Choice now = choice.get();
        return new StopRule(Long.MAX_VALUE, Double.POSITIVE_INFINITY, new MetricGoal(now.metric(), kind, now.value()));
    }

    private static boolean higherIsBetter(String metric) {
        return Stream.of(PointMetric.values())
                        .anyMatch(one -> one.name().equalsIgnoreCase(metric) && one.higherIsBetter())
                || Stream.of(TranslationMetric.values())
                        .anyMatch(one -> one.name().equalsIgnoreCase(metric) && one.higherIsBetter())
                || Stream.of(ImageMetric.values())
                        .anyMatch(one -> one.name().equalsIgnoreCase(metric) && one.higherIsBetter());
    }
}
