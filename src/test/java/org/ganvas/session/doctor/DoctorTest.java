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

    private boolean failing;
    private final Doctor doctor = new Doctor(
            List.of(input -> failing ? Optional.of(new SymptomReading(Symptom.SPREAD, 0.1, 0.3)) : Optional.empty()));
    private long step = 400;

    private Diagnosis diagnose(boolean isFailing) {
        failing = isFailing;
        step += 100;
        SampleStatistics sample = new SampleStatistics(step, 1, 1, 1, 1, 1, 0, Double.NaN);
        return doctor.diagnose(new DiagnosisInput(DiagnosisInputs.RING, List.of(), 1, List.of(sample)));
    }

    @Test
    void oneSymptomThatPassesIsNotReported() {
        assertTrue(diagnose(true).isHealthy());
        assertTrue(diagnose(false).isHealthy());
        assertTrue(diagnose(true).isHealthy());
    }

    @Test
    void aSymptomThatStaysIsReportedWithItsFirstStep() {
        diagnose(false);
        diagnose(true);
        assertTrue(diagnose(true).isHealthy());
        Diagnosis diagnosis = diagnose(true);
        assertNotNull(diagnosis.reading());
        assertEquals(FailureMode.MODE_COLLAPSE, diagnosis.reading().failureMode());
        assertEquals(600, diagnosis.since());
        assertFalse(diagnosis.severe());
    }

    @Test
    void theDiagnosisDoesNotFlicker() {
        for (int i = 0; i < 10; i++) {
            diagnose(true);
        }
        for (int i = 0; i < 4; i++) {
            assertFalse(diagnose(i % 2 == 0).isHealthy());
        }
        int missed = 0;
        while (!diagnose(false).isHealthy()) {
            missed++;
        }
        assertTrue(missed >= Doctor.RELEASE, "withdrawn after " + missed);
    }

    @Test
    void whatStaysLongIsSevere() {
        Diagnosis diagnosis = diagnose(true);
        for (int i = 0; i < 12; i++) {
            diagnosis = diagnose(true);
        }
        assertTrue(diagnosis.severe());
    }

    @Test
    void goingBackLeadsToTheLastHealthyStep() {
        diagnose(false);
        diagnose(false);
        for (int i = 0; i < 4; i++) {
            diagnose(true);
        }
        assertTrue(diagnose(true).fixes().contains(new SuggestedFix.GoBack(600)));
    }

    @Test
    void withoutAHealthyStepAPauseIsSuggestedInstead() {
        for (int i = 0; i < 4; i++) {
            diagnose(true);
        }
        List<SuggestedFix> fixes = diagnose(true).fixes();
        assertTrue(fixes.contains(new SuggestedFix.Pause()), fixes.toString());
    }

    @Test
    void everyFailureModeHasAFixForTheRing() {
        for (FailureMode mode : FailureMode.values()) {
            assertTrue(
                    FixCatalogue.of(mode, DiagnosisInputs.RING, 100).contains(new SuggestedFix.GoBack(100)),
                    mode.name());
        }
    }

    @Test
    void fixesThatARunCannotApplyAreNotSuggested() {
        assertEquals(Optional.empty(), LiveFix.AUGMENTATION.applyTo(DiagnosisInputs.RING));
        assertEquals(Optional.empty(), LiveFix.WIDER_CLIP.applyTo(DiagnosisInputs.RING));
        assertEquals(Optional.empty(), LiveFix.EQUAL_UPDATES.applyTo(DiagnosisInputs.RING));
        assertTrue(LiveFix.PENALTY.applyTo(DiagnosisInputs.RING).isPresent());
        assertEquals(Optional.empty(), LiveFix.FASTER.applyTo(DiagnosisInputs.RING));
        GanSpec slow = LiveFix.FASTER
                .applyTo(DiagnosisInputs.RING.withTraining(
                        DiagnosisInputs.RING.training().withRates(1e-7, 1e-6)))
                .orElseThrow();
        assertEquals(1e-6, slow.training().generatorOptimizer().learningRate());
        assertEquals(1e-5, slow.training().discriminatorOptimizer().learningRate());
    }
}
