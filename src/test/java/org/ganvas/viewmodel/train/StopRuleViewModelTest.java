package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.MetricGoal;
import org.ganvas.session.run.StopRule;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.StopRuleViewModel.Kind;
import org.junit.jupiter.api.Test;

final class StopRuleViewModelTest {

    private final WindowFixture window = WindowFixture.ready();
    private final StopRuleViewModel stop = window.window.train().stopRule();

    private StopRule started() {
        window.window.train().run().toggle();
        return window.last(TrainingCommand.Start.class).until();
    }

    @Test
    void withoutAChoiceTrainingContinues() {
        assertEquals(StopRule.NEVER, started());
    }

    @Test
    void stepsAndMinutesStopTraining() {
        stop.chooseKind(Kind.STEPS);
        stop.setValue(500);
        assertEquals(new StopRule(500, Double.POSITIVE_INFINITY), started());
        stop.chooseKind(Kind.MINUTES);
        stop.setValue(2);
        assertEquals(new StopRule(Long.MAX_VALUE, 120), stop.rule());
    }

    @Test
    void aPassedStopRuleDoesNotStopAgain() {
        stop.chooseKind(Kind.STEPS);
        stop.setValue(3);
        window.train();
        assertEquals(StopRule.NEVER, stop.rule());
    }

    @Test
    void everyChoiceCanBeUndoneAndRedone() {
        stop.chooseKind(Kind.MINUTES);
        double usual = stop.choiceProperty().get().value();
        stop.chooseKind(Kind.AT_LEAST);
        stop.chooseMetric("coverage");
        stop.choosePeriod(60);
        StopRuleViewModel.Choice last = stop.choiceProperty().get();
        for (int i = 0; i < 3; i++) {
            window.window.undo().undo();
        }
        assertEquals(Kind.MINUTES, stop.choiceProperty().get().kind());
        assertEquals(usual, stop.choiceProperty().get().value());
        assertEquals(
                (int) TrainingCommand.SetEvaluationPeriod.DEFAULT_SECONDS,
                stop.periodProperty().get());
        window.window.undo().undo();
        assertEquals(Kind.NEVER, stop.choiceProperty().get().kind());
        for (int i = 0; i < 4; i++) {
            window.window.undo().redo();
        }
        assertEquals(last, stop.choiceProperty().get());
        assertEquals(60, stop.periodProperty().get());
    }

    @Test
    void aMetricStopsTrainingInItsBetterDirection() {
        stop.chooseMetric("coverage");
        stop.chooseKind(Kind.NO_BETTER);
        assertEquals(
                new MetricGoal("coverage", MetricGoal.Kind.HIGHEST_FOR, 10),
                stop.rule().goal());
        stop.chooseMetric("classifier_frechet");
        assertEquals(MetricGoal.Kind.LOWEST_FOR, stop.rule().goal().kind());
        stop.chooseKind(Kind.AT_LEAST);
        assertEquals(MetricGoal.Kind.AT_LEAST, stop.rule().goal().kind());
    }

    @Test
    void everyMetricHasItsTexts() {
        for (String id : stop.metrics()) {
            assertTrue(Messages.has("metric." + id + ".title") && Messages.has("metric." + id + ".text"), id);
        }
    }
}
