package org.ganvas.session.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.WeightAddress;
import org.ganvas.engine.state.WeightEdit;
import org.junit.jupiter.api.Test;

/** A run that is healthy up to step 800, where a setting is changed. */
class ChangeWatchTest {

    private static final GanSpec BEFORE = DiagnosisInputs.RING;
    private static final double D_RATE =
            BEFORE.training().discriminatorOptimizer().learningRate();
    private static final GanSpec AFTER = BEFORE.withTraining(BEFORE.training().withRates(1, D_RATE));
    private static final long CHANGED = 800;

    private final Doctor doctor = new Doctor(List.of());
    private final SpecChangeLog log = new SpecChangeLog();
    private final List<StepWindow> windows = new ArrayList<>();
    private final List<SampleStatistics> samples = new ArrayList<>();

    /** Diagnoses every 20 steps up to a step, with the same loss of D and coverage in each. */
    private Diagnosis train(long until, GanSpec spec, double loss, double coverage) {
        Diagnosis diagnosis = Diagnosis.NONE;
        for (long step = samples.size() * 20L + 20; step <= until; step += 20) {
            windows.add(new StepWindow(step, loss, 0.7, 0.5, 0.5, 1, 1));
            samples.add(new SampleStatistics(step, 1, coverage, 1, 1, 1, 0.1, Double.NaN));
            diagnosis = doctor.diagnose(new DiagnosisInput(spec, windows, 1, samples, log.upTo(Long.MAX_VALUE)));
        }
        return diagnosis;
    }

    private void change() {
        assertTrue(train(CHANGED, BEFORE, 1.3, 0.8).isHealthy());
        log.add(BEFORE, AFTER, CHANGED, 10);
    }

    @Test
    void whatAChangeRuinsIsReportedWithinSixtyStepsWithItsCauseAndItsUndoFirst() {
        change();
        Diagnosis diagnosis = train(CHANGED + 60, AFTER, 1.3, 0.1);
        assertEquals(Symptom.COVERAGE_SINCE_CHANGE, diagnosis.reading().symptom());
        assertEquals("rate.generator", diagnosis.cause().key());
        assertEquals(
                new SuggestedFix.UndoChange(diagnosis.cause()),
                diagnosis.fixes().get(0));
        assertEquals(CHANGED, diagnosis.cause().step());
    }

    @Test
    void whatAChangeHasRuinedIsReportedForAsLongAsItLasts() {
        change();
        assertEquals(
                Symptom.LOSS_SINCE_CHANGE,
                train(CHANGED + 6000, AFTER, 0.25, 0.8).reading().symptom());
        assertTrue(train(CHANGED + 6400, AFTER, 1.3, 0.8).isHealthy(), "it has recovered");
        assertTrue(train(CHANGED + 6800, AFTER, 0.25, 0.8).isHealthy(), "what begins so late has other causes");
    }

    @Test
    void aSliderThatIsDraggedForLongIsOneChange() {
        GanSpec now = BEFORE;
        double[] rates = {0.004, 0.01, 0.049, 0.08, 0.1};
        for (int i = 0; i < rates.length; i++) {
            GanSpec next = BEFORE.withTraining(BEFORE.training().withRates(rates[i], D_RATE));
            log.add(now, next, CHANGED + 100 * i, 10 + i);
            now = next;
        }
        List<SpecChange> changes = log.upTo(Long.MAX_VALUE);
        assertEquals(1, changes.size());
        assertEquals("0.1", changes.get(0).after());
        assertEquals(CHANGED, changes.get(0).step());
        assertEquals(BEFORE, changes.get(0).earlier());
        log.add(now, BEFORE, CHANGED + 2000, 16);
        assertEquals(2, log.upTo(Long.MAX_VALUE).size(), "later on it is another one");
    }

    @Test
    void aWeightThatRuinsTheRunIsTheCauseAndSettingItBackIsOffered() {
        assertTrue(train(CHANGED, BEFORE, 1.3, 0.8).isHealthy());
        WeightEdit edit = new WeightEdit(new WeightAddress(Player.GENERATOR, 1, 0, 0), 40f);
        log.add(edit, 0.5f, BEFORE, CHANGED, 10);
        Diagnosis diagnosis = train(CHANGED + 60, BEFORE, 1.3, 0.1);
        assertEquals(edit.address().key(), diagnosis.cause().key());
        assertEquals(
                new SuggestedFix.UndoChange(diagnosis.cause()),
                diagnosis.fixes().get(0));
    }

    @Test
    void goingBackLeadsToBeforeTheChangeThatIsTheCause() {
        change();
        train(CHANGED + 40, AFTER, 1.3, 0.8);
        Diagnosis diagnosis = train(CHANGED + 100, AFTER, 1.3, 0.1);
        assertEquals("rate.generator", diagnosis.cause().key());
        assertTrue(
                diagnosis.fixes().contains(new SuggestedFix.GoBack(CHANGED - 1)),
                "healthy steps after the change have the setting that ruins the run");
    }

    @Test
    void aRunThatGoesBackKeepsTheChangesUpToThere() {
        GanSpec slower = AFTER.withTraining(AFTER.training().withRates(1, 0.9 * D_RATE));
        log.add(BEFORE, AFTER, 800, 10);
        log.add(AFTER, slower, 900, 20);
        assertEquals(log.upTo(Long.MAX_VALUE).subList(0, 1), log.upTo(850));
        assertEquals(List.of(), log.upTo(799));
        assertEquals(2, log.upTo(Long.MAX_VALUE).size(), "the steps after it may be taken again, with their changes");
        log.removeAfter(850);
        assertEquals(1, log.upTo(Long.MAX_VALUE).size(), "the run went on from there in another way");
    }

    @Test
    void aDiscriminatorThatRunsAwayAfterAChangeIsNamedByItsLossBefore() {
        change();
        Diagnosis diagnosis = train(CHANGED + 60, AFTER, 0.2, 0.8);
        assertEquals(FailureMode.STRONG_DISCRIMINATOR, diagnosis.reading().failureMode());
        assertEquals(Symptom.LOSS_SINCE_CHANGE, diagnosis.reading().symptom());
        assertEquals(0.2 / 1.3, diagnosis.reading().value(), 1e-9);
    }

    @Test
    void aHarmlessChangeIsNot() {
        change();
        assertTrue(train(CHANGED + 400, AFTER, 0.9, 0.5).isHealthy());
    }

    @Test
    void withoutAChangeTheSameCourseIsLeftToTheDetectors() {
        train(CHANGED, BEFORE, 1.3, 0.8);
        assertTrue(train(CHANGED + 200, BEFORE, 0.2, 0.1).isHealthy());
    }

    @Test
    void aChangeThatIsUndoneIsWithdrawnAndNoLongerACause() {
        change();
        assertFalse(train(CHANGED + 100, AFTER, 1.3, 0.1).isHealthy());
        GanSpec undone = log.upTo(Long.MAX_VALUE).get(0).undoneIn(AFTER);
        assertEquals(BEFORE.training().generatorOptimizer(), undone.training().generatorOptimizer());
        log.add(AFTER, undone, CHANGED + 100, 20);
        Diagnosis after = train(CHANGED + 120, undone, 1.3, 0.1);
        assertTrue(after.isHealthy() || after.cause() == null, "the cause is gone at once");
        assertTrue(train(CHANGED + 300, undone, 1.3, 0.1).isHealthy());
    }

    @Test
    void ofSeveralChangesTheGreatestIsTheCause() {
        GanSpec slower = AFTER.withTraining(AFTER.training().withRates(1, 0.9 * D_RATE));
        log.add(BEFORE, AFTER, 800, 10);
        log.add(AFTER, slower, 900, 20);
        DiagnosisInput input = new DiagnosisInput(slower, windows, 1, samples, log.upTo(Long.MAX_VALUE));
        assertEquals("rate.generator", ChangeWatch.causeOf(input, 950).key());
        assertNull(ChangeWatch.causeOf(input, 700), "what was there before has another cause");
        assertNull(ChangeWatch.causeOf(input, 9000), "what comes much later too");
    }

    @Test
    void aDraggedSliderIsOneChangeFromItsFirstValueToItsLast() {
        GanSpec half = BEFORE.withTraining(BEFORE.training().withRates(0.5, D_RATE));
        GanSpec whole = BEFORE.withTraining(BEFORE.training().withRates(1, D_RATE));
        log.add(BEFORE, BEFORE.withTraining(BEFORE.training().withRates(0.5, D_RATE)), 0, 0);
        assertEquals(List.of(), log.upTo(Long.MAX_VALUE), "before the first step nothing has changed");
        log.add(BEFORE, half, 800, 10);
        log.add(half, whole, 810, 10.5);
        assertEquals(1, log.upTo(Long.MAX_VALUE).size());
        assertEquals("1.0", log.upTo(Long.MAX_VALUE).get(0).after());
        assertEquals(BEFORE, log.upTo(Long.MAX_VALUE).get(0).earlier());
        log.add(whole, half, 2000, 90);
        assertEquals(2, log.upTo(Long.MAX_VALUE).size());
    }
}
