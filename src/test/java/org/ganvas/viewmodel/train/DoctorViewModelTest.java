package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.doctor.FailureMode;
import org.ganvas.session.doctor.LiveFix;
import org.ganvas.session.doctor.SuggestedFix;
import org.ganvas.session.doctor.Symptom;
import org.ganvas.session.doctor.SymptomReading;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.DoctorViewModel.Mood;
import org.junit.jupiter.api.Test;

final class DoctorViewModelTest {

    private final WindowFixture bench = WindowFixture.ready();
    private final DoctorViewModel doctor = bench.window.train().doctor();

    private void tell(Diagnosis diagnosis) {
        bench.training.diagnose(diagnosis);
        bench.frames(8);
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
    void aDiagnosisSaysWhatItSawAndWhatToTry() {
        assertEquals(Mood.WAITING, doctor.wordsProperty().get().mood());
        tell(collapse());
        DoctorViewModel.Words words = doctor.wordsProperty().get();
        assertEquals(Mood.ILL, words.mood());
        assertTrue(words.headline().contains("Mode collapse"), words.headline());
        assertTrue(words.seen().contains("3 %") && words.seen().contains("30 %"), words.seen());
        assertTrue(words.seen().contains("900"), words.seen());
        assertEquals("Go back to step 800", words.remedies().get(1).text());
    }

    @Test
    void buttonsDoWhatTheySay() {
        tell(collapse());
        double before = bench.window.train().sampleGrid().ratesProperty().get().generator();
        doctor.treat(new SuggestedFix.Change(LiveFix.SLOWER_GENERATOR));
        assertEquals(
                before / 5,
                bench.last(TrainingCommand.Adjust.class)
                        .spec()
                        .training()
                        .generatorOptimizer()
                        .learningRate(),
                1e-12);
        bench.window.undo().undo();
        assertEquals(
                before,
                bench.last(TrainingCommand.Adjust.class)
                        .spec()
                        .training()
                        .generatorOptimizer()
                        .learningRate());
        doctor.treat(new SuggestedFix.GoBack(800));
        assertEquals(new TrainingCommand.GoBack(800), bench.last(TrainingCommand.GoBack.class));
        doctor.treat(new SuggestedFix.Pause());
        assertEquals(1, bench.count(TrainingCommand.Pause.class));
    }

    @Test
    void whatWasHushedIsToldAgainOnlyInAnotherRun() {
        tell(collapse());
        doctor.hush();
        assertEquals(Mood.WELL, doctor.wordsProperty().get().mood());
        tell(new Diagnosis(1300, new SymptomReading(Symptom.MODES, 0.2, 0.5), 900, true, List.of()));
        assertEquals(Mood.WELL, doctor.wordsProperty().get().mood());
        bench.window.train().runSetup().chooseSeed(9);
        bench.frames(8);
        tell(collapse());
        assertEquals(Mood.ILL, doctor.wordsProperty().get().mood());
    }

    @Test
    void everySignAilmentAndAdviceHasItsWords() {
        for (Symptom sign : Symptom.values()) {
            assertTrue(Messages.has("doctor.symptom." + sign.name()), sign.name());
        }
        for (FailureMode ailment : FailureMode.values()) {
            assertTrue(Messages.has("doctor." + ailment.name() + ".try"), ailment.name());
        }
        for (LiveFix advice : LiveFix.values()) {
            assertTrue(Messages.has("doctor.fix." + advice.name() + ".hint"), advice.name());
        }
    }
}
