package org.ganvas.session.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.ganvas.engine.spec.GanSpec;
import org.junit.jupiter.api.Test;

class DoctorTest {

    private boolean ill;
    private final Doctor doctor = new Doctor(
            List.of(checkUp -> ill ? Optional.of(new SymptomReading(Symptom.SPREAD, 0.1, 0.3)) : Optional.empty()));
    private long step = 400;

    private Diagnosis look(boolean sick) {
        ill = sick;
        step += 100;
        SampleStatistics sign = new SampleStatistics(step, 1, 1, 1, 1, 1, 0, Double.NaN);
        return doctor.diagnose(new DiagnosisInput(DiagnosisInputs.RING, List.of(), 1, List.of(sign)));
    }

    @Test
    void onePassingSignIsNotTold() {
        assertTrue(look(true).isHealthy());
        assertTrue(look(false).isHealthy());
        assertTrue(look(true).isHealthy());
    }

    @Test
    void aSignThatStaysIsToldWithItsBeginning() {
        look(false);
        look(true);
        assertTrue(look(true).isHealthy());
        Diagnosis told = look(true);
        assertNotNull(told.reading());
        assertEquals(FailureMode.MODE_COLLAPSE, told.reading().failureMode());
        assertEquals(600, told.since());
        assertFalse(told.severe());
    }

    @Test
    void theVerdictDoesNotFlicker() {
        for (int i = 0; i < 10; i++) {
            look(true);
        }
        for (int i = 0; i < 4; i++) {
            assertFalse(look(i % 2 == 0).isHealthy());
        }
        int missed = 0;
        while (!look(false).isHealthy()) {
            missed++;
        }
        assertTrue(missed >= Doctor.RELEASE, "taken back after " + missed);
    }

    @Test
    void whatStaysLongIsSevere() {
        Diagnosis told = look(true);
        for (int i = 0; i < 12; i++) {
            told = look(true);
        }
        assertTrue(told.severe());
    }

    @Test
    void goingBackLeadsToTheLastHealthyMoment() {
        look(false);
        look(false);
        for (int i = 0; i < 4; i++) {
            look(true);
        }
        assertTrue(look(true).fixes().contains(new SuggestedFix.GoBack(600)));
    }

    @Test
    void withoutAHealthyMomentThereIsAPauseInstead() {
        for (int i = 0; i < 4; i++) {
            look(true);
        }
        List<SuggestedFix> treatments = look(true).fixes();
        assertTrue(treatments.contains(new SuggestedFix.Pause()), treatments.toString());
    }

    @Test
    void everyAilmentHasARemedyForTheRing() {
        for (FailureMode ailment : FailureMode.values()) {
            assertTrue(
                    FixCatalogue.of(ailment, DiagnosisInputs.RING, 100).contains(new SuggestedFix.GoBack(100)),
                    ailment.name());
        }
    }

    @Test
    void adviceThatARunCannotTakeUpIsNotGiven() {
        assertEquals(Optional.empty(), LiveFix.AUGMENTATION.of(DiagnosisInputs.RING));
        assertEquals(Optional.empty(), LiveFix.WIDER_CLIP.of(DiagnosisInputs.RING));
        assertEquals(Optional.empty(), LiveFix.EQUAL_UPDATES.of(DiagnosisInputs.RING));
        assertTrue(LiveFix.PENALTY.of(DiagnosisInputs.RING).isPresent());
        assertEquals(Optional.empty(), LiveFix.FASTER.of(DiagnosisInputs.RING));
        GanSpec slow = LiveFix.FASTER
                .of(DiagnosisInputs.RING.withTraining(
                        DiagnosisInputs.RING.training().withRates(1e-7, 1e-6)))
                .orElseThrow();
        assertEquals(1e-6, slow.training().generatorOptimizer().learningRate());
        assertEquals(1e-5, slow.training().discriminatorOptimizer().learningRate());
    }
}
