package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.setting.TrainingSettings;
import org.ganvas.engine.state.WeightAddress;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.doctor.FailureMode;
import org.ganvas.session.doctor.LiveFix;
import org.ganvas.session.doctor.SpecChange;
import org.ganvas.session.doctor.SuggestedFix;
import org.ganvas.session.doctor.Symptom;
import org.ganvas.session.doctor.SymptomReading;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.DoctorViewModel.Severity;
import org.junit.jupiter.api.Test;

final class DoctorViewModelTest {

    private final WindowFixture window = WindowFixture.ready();
    private final DoctorViewModel doctor = window.window.train().doctor();

    private void show(Diagnosis diagnosis) {
        window.training.diagnose(diagnosis);
        window.frames(8);
    }

    private static Diagnosis collapse() {
        return new Diagnosis(
                1200,
                new SymptomReading(Symptom.SPREAD, 0.034, 0.3),
                900,
                false,
                List.of(
                        new SuggestedFix.Change(LiveFix.SLOWER_GENERATOR),
                        new SuggestedFix.GoBack(800),
                        new SuggestedFix.Pause()));
    }

    @Test
    void aDiagnosisNamesItsEvidenceAndWhatToTry() {
        assertEquals(Severity.WAITING, doctor.reportProperty().get().severity());
        window.training.keep(List.of(new Checkpoint(1, 640, 1, true, "")));
        show(collapse());
        DoctorViewModel.Report report = doctor.reportProperty().get();
        assertEquals(Severity.ILL, report.severity());
        assertTrue(report.headline().contains("Mode collapse"), report.headline());
        assertTrue(report.evidence().contains("3 %") && report.evidence().contains("30 %"), report.evidence());
        assertTrue(report.evidence().contains("900"), report.evidence());
        assertEquals("Go back to step 800", report.fixes().get(1).text());
    }

    @Test
    void aValueHasTheDigitsThatTellItFromItsLimit() {
        show(new Diagnosis(900, new SymptomReading(Symptom.SWING, 0.2531, 0.25), 800, false, List.of()));
        String evidence = doctor.reportProperty().get().evidence();
        assertTrue(evidence.contains("0.253 times") && evidence.contains("above 0.25)"), evidence);
        show(new Diagnosis(901, new SymptomReading(Symptom.SPREAD, 0.2996, 0.3), 800, false, List.of()));
        evidence = doctor.reportProperty().get().evidence();
        assertTrue(evidence.contains("29.96 %") && evidence.contains("30 %)"), evidence);
    }

    @Test
    void aFlatCriticIsAdvisedOtherwiseThanAWinningDiscriminator() {
        Diagnosis flat =
                new Diagnosis(500, new SymptomReading(Symptom.GRADIENT_LENGTH, 4e-4, 1e-3), 401, false, List.of());
        show(flat);
        assertEquals(
                Messages.text("doctor.VANISHING_GRADIENT.try"),
                doctor.reportProperty().get().advice());
        window.window.train().runSetup().choosePreset(PresetRegistry.get("clipping"));
        window.frames(8);
        show(flat);
        assertEquals(
                Messages.text("doctor.VANISHING_GRADIENT.critic"),
                doctor.reportProperty().get().advice());
    }

    @Test
    void noWayBackIsOfferedWhereNoNetworksAreKept() {
        window.training.keep(List.of(new Checkpoint(1, 640, 1, false, ""), new Checkpoint(1, 900, 1, true, "")));
        show(collapse());
        assertFalse(doctor.reportProperty().get().fixes().stream()
                .anyMatch(button -> button.fix() instanceof SuggestedFix.GoBack));
    }

    @Test
    void buttonsApplyTheirFixes() {
        show(collapse());
        double before =
                TrainingSettings.GENERATOR_RATE.get(window.training.run().spec());
        doctor.apply(new SuggestedFix.Change(LiveFix.SLOWER_GENERATOR));
        assertEquals(
                before / 5,
                window.last(TrainingCommand.Adjust.class)
                        .spec()
                        .training()
                        .generatorOptimizer()
                        .learningRate(),
                1e-12);
        window.window.undo().undo();
        assertEquals(
                before,
                window.last(TrainingCommand.Adjust.class)
                        .spec()
                        .training()
                        .generatorOptimizer()
                        .learningRate());
        // The session of this test keeps no history, so there is nothing to lose.
        doctor.apply(new SuggestedFix.GoBack(800));
        assertEquals(new TrainingCommand.GoBack(800), window.last(TrainingCommand.GoBack.class));
        window.window.train().run().toggle();
        window.frames(1);
        doctor.apply(new SuggestedFix.Pause());
        doctor.apply(new SuggestedFix.Pause());
        assertEquals(1, window.count(TrainingCommand.Pause.class));
    }

    @Test
    void aChangeOfTheUserIsNamedAsTheCauseAndAClickUndoesItAlone() {
        GanSpec before = window.training.run().spec();
        GanSpec changed = before.withTraining(before.training().withRates(1, 0.25));
        window.training.submit(new TrainingCommand.Adjust(changed));
        window.frames(2);
        SpecChange change = new SpecChange(1234, 5, "rate.generator", "5.0E-4", "1.0", before);
        show(new Diagnosis(
                1300,
                new SymptomReading(Symptom.COVERAGE_SINCE_CHANGE, 0.1, 0.5),
                1240,
                false,
                change,
                List.of(new SuggestedFix.UndoChange(change), new SuggestedFix.Pause())));
        DoctorViewModel.Report report = doctor.reportProperty().get();
        assertEquals("Likely cause: you changed Learning rate G from 0.0005 to 1 at step 1,234.", report.cause());
        assertEquals("Learning rate G back to 0.0005", report.fixes().get(0).text());
        doctor.apply(report.fixes().get(0).fix());
        window.frames(2);
        assertEquals(
                before.training().generatorOptimizer(),
                window.training.run().spec().training().generatorOptimizer());
        assertEquals(
                0.25,
                TrainingSettings.DISCRIMINATOR_RATE.get(window.training.run().spec()));
        window.window.undo().undo();
        assertEquals(changed, window.last(TrainingCommand.Adjust.class).spec());
    }

    @Test
    void aWeightThatIsTheCauseIsSetBackAndThatIsUndoable() {
        WeightAddress address = new WeightAddress(Player.DISCRIMINATOR, 1, 2, 3);
        SpecChange change = new SpecChange(
                1234, 5, address.key(), "0.25", "40.0", window.training.run().spec());
        show(new Diagnosis(
                1300,
                new SymptomReading(Symptom.COVERAGE_SINCE_CHANGE, 0.1, 0.5),
                1240,
                false,
                change,
                List.of(new SuggestedFix.UndoChange(change), new SuggestedFix.Pause())));
        DoctorViewModel.Button button = doctor.reportProperty().get().fixes().get(0);
        assertTrue(button.text().contains("0.25"), button.text());
        doctor.apply(button.fix());
        assertEquals(
                new WeightEdit(address, 0.25f),
                window.last(TrainingCommand.SetWeight.class).edit());
        window.window.undo().undo();
        assertEquals(
                new WeightEdit(address, 40f),
                window.last(TrainingCommand.SetWeight.class).edit());
    }

    @Test
    void aRunThatHitsEveryClusterIsHealthyAndSaysWhyItsLossesSwing() {
        show(new Diagnosis(28_000, null, 28_000, false, null, List.of(), true));
        DoctorViewModel.Report report = doctor.reportProperty().get();
        assertEquals(Severity.WELL, report.severity());
        assertEquals("Healthy: every cluster of the data is hit.", report.headline());
        assertTrue(report.evidence().contains("equilibrium"), report.evidence());
    }

    @Test
    void aRunOfAFewStepsIsNotCalledHealthy() {
        show(new Diagnosis(60, null, 60, false, List.of()));
        assertEquals(Severity.WAITING, doctor.reportProperty().get().severity());
        assertEquals(
                "Too early to tell: the doctor needs 400 steps.",
                doctor.reportProperty().get().headline());
        show(new Diagnosis(400, null, 400, false, List.of()));
        assertEquals(Severity.WELL, doctor.reportProperty().get().severity());
    }

    @Test
    void aMutedDiagnosisReturnsOnlyInAnotherRun() {
        show(collapse());
        doctor.mute();
        assertEquals(Severity.WELL, doctor.reportProperty().get().severity());
        show(new Diagnosis(1300, new SymptomReading(Symptom.MODES, 0.2, 0.5), 900, true, List.of()));
        assertEquals(Severity.WELL, doctor.reportProperty().get().severity());
        window.window.train().runSetup().chooseSeed(9);
        window.frames(8);
        show(collapse());
        assertEquals(Severity.ILL, doctor.reportProperty().get().severity());
    }

    @Test
    void everySymptomFailureModeAndFixHasItsTexts() {
        for (Symptom symptom : Symptom.values()) {
            assertTrue(Messages.has("doctor.symptom." + symptom.name()), symptom.name());
        }
        for (FailureMode mode : FailureMode.values()) {
            assertTrue(Messages.has("doctor." + mode.name() + ".try"), mode.name());
        }
        for (LiveFix fix : LiveFix.values()) {
            assertTrue(Messages.has("doctor.fix." + fix.name() + ".hint"), fix.name());
        }
    }
}
