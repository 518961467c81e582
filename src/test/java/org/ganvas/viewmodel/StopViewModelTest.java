package org.ganvas.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.MeasureGoal;
import org.ganvas.session.run.StopRule;
import org.ganvas.viewmodel.StopViewModel.Kind;
import org.junit.jupiter.api.Test;

final class StopViewModelTest {

    private final Bench bench = Bench.ready();
    private final StopViewModel stop = bench.shell.stop();

    private StopRule started() {
        bench.shell.run().toggle();
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
    void aMeasureEndsItInTheDirectionInWhichItIsBetter() {
        stop.chooseMeasure("coverage");
        stop.chooseKind(Kind.NO_BETTER);
        assertEquals(
                new MeasureGoal("coverage", MeasureGoal.Kind.HIGHEST_FOR, 10),
                stop.rule().goal());
        stop.chooseMeasure("classifier_frechet");
        assertEquals(MeasureGoal.Kind.LOWEST_FOR, stop.rule().goal().kind());
        stop.chooseKind(Kind.AT_LEAST);
        assertEquals(MeasureGoal.Kind.AT_LEAST, stop.rule().goal().kind());
    }

    @Test
    void everyMeasureThatCanBeChosenHasItsWords() {
        for (String id : stop.measures()) {
            assertTrue(Messages.has("measure." + id + ".title") && Messages.has("measure." + id + ".text"), id);
        }
    }
}
