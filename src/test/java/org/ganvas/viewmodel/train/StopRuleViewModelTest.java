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

    private final WindowFixture bench = WindowFixture.ready();
    private final StopRuleViewModel stop = bench.window.train().stopRule();

    private StopRule started() {
        bench.window.train().run().toggle();
        return bench.last(TrainingCommand.Start.class).until();
    }

    @Test
    void withoutAChoiceTrainingGoesOn() {
        assertEquals(StopRule.NEVER, started());
    }

    @Test
    void stepsAndMinutesEndIt() {
        stop.chooseKind(Kind.STEPS);
        stop.setValue(500);
        assertEquals(new StopRule(500, Double.POSITIVE_INFINITY), started());
        stop.chooseKind(Kind.MINUTES);
        stop.setValue(2);
        assertEquals(new StopRule(Long.MAX_VALUE, 120), stop.rule());
    }

    @Test
    void anEndThatLiesBehindDoesNotEndItAgain() {
        stop.chooseKind(Kind.STEPS);
        stop.setValue(3);
        bench.train();
        assertEquals(StopRule.NEVER, stop.rule());
    }

    @Test
    void everyChoiceIsTakenBackAndDoneAgain() {
        stop.chooseKind(Kind.MINUTES);
        double usual = stop.choiceProperty().get().value();
        stop.chooseKind(Kind.AT_LEAST);
        stop.chooseMeasure("coverage");
        stop.choosePeriod(60);
        StopRuleViewModel.Choice last = stop.choiceProperty().get();
        for (int i = 0; i < 3; i++) {
            bench.window.undo().undo();
        }
        assertEquals(Kind.MINUTES, stop.choiceProperty().get().kind());
        assertEquals(usual, stop.choiceProperty().get().value());
        assertEquals(
                (int) TrainingCommand.SetMeasuring.USUAL_SECONDS,
                stop.periodProperty().get());
        bench.window.undo().undo();
        assertEquals(Kind.NEVER, stop.choiceProperty().get().kind());
        for (int i = 0; i < 4; i++) {
            bench.window.undo().redo();
        }
        assertEquals(last, stop.choiceProperty().get());
        assertEquals(60, stop.periodProperty().get());
    }

    @Test
    void aMeasureEndsItInTheDirectionInWhichItIsBetter() {
        stop.chooseMeasure("coverage");
        stop.chooseKind(Kind.NO_BETTER);
        assertEquals(
                new MetricGoal("coverage", MetricGoal.Kind.HIGHEST_FOR, 10),
                stop.rule().goal());
        stop.chooseMeasure("classifier_frechet");
        assertEquals(MetricGoal.Kind.LOWEST_FOR, stop.rule().goal().kind());
        stop.chooseKind(Kind.AT_LEAST);
        assertEquals(MetricGoal.Kind.AT_LEAST, stop.rule().goal().kind());
    }

    @Test
    void everyMeasureThatCanBeChosenHasItsWords() {
        for (String id : stop.measures()) {
            assertTrue(Messages.has("metric." + id + ".title") && Messages.has("metric." + id + ".text"), id);
        }
    }
}
