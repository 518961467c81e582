package org.ganvas.session.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.junit.jupiter.api.Test;

class DetectorRegistryTest {

    private static Set<Symptom> signs(DiagnosisInput checkUp) {
        Set<Symptom> seen = EnumSet.noneOf(Symptom.class);
        for (Detector detector : DetectorRegistry.ALL) {
            detector.detect(checkUp).ifPresent(finding -> seen.add(finding.symptom()));
        }
        return seen;
    }

    private static Set<Symptom> ofGame(IntFunction<StepWindow> stretch) {
        return signs(DiagnosisInputs.of(DiagnosisInputs.RING, stretch, DiagnosisInputs::varied));
    }

    private static Set<Symptom> ofSamples(GanSpec spec, IntFunction<SampleStatistics> sample) {
        return signs(DiagnosisInputs.of(spec, DiagnosisInputs::calm, sample));
    }

    private static SampleStatistics sample(int i, double spread, double coverage, double precision, double modes) {
        return new SampleStatistics(i * 100L, spread, coverage, precision, modes, 0.9, 0.05, Double.NaN);
    }

    @Test
    void aHealthyGameShowsNothing() {
        assertEquals(Set.of(), signs(DiagnosisInputs.healthy()));
    }

    @Test
    void aLossThatGrowsBeyondMeasureIsAnExplosion() {
        assertEquals(
                Set.of(Symptom.LOSS_SIZE),
                ofGame(i -> i < 198 ? DiagnosisInputs.calm(i) : new StepWindow(20L * i, 80, 0.7, 0.51, 0.49, 1, 1)));
        assertEquals(
                Set.of(Symptom.GRADIENT_SIZE),
                ofGame(i ->
                        i < 198 ? DiagnosisInputs.calm(i) : new StepWindow(20L * i, 1.38, 0.7, 0.51, 0.49, 900, 1)));
    }

    @Test
    void theMinimaxLossSaturatesAndTheOthersDoNot() {
        IntFunction<StepWindow> won = i -> new StepWindow(20L * i, 0.6, 0.7, 0.8, 0.19, 1, 1);
        assertEquals(
                Set.of(Symptom.SATURATION),
                signs(DiagnosisInputs.of(PresetRegistry.get("vanishing").spec(), won, DiagnosisInputs::varied)));
        assertEquals(Set.of(), ofGame(won));
    }

    @Test
    void aTinyGradientMattersOnlyWhereMuchIsLeftToLearn() {
        IntFunction<StepWindow> tiny = i -> new StepWindow(20L * i, 1.38, 0.7, 0.51, 0.49, 2e-4, 1);
        assertEquals(Set.of(), ofGame(tiny));
        assertEquals(
                Set.of(Symptom.GRADIENT_LENGTH),
                signs(DiagnosisInputs.of(DiagnosisInputs.RING, tiny, i -> sample(i, 1, 0.1 + 0.005 * i, 0.2, 1))));
    }

    @Test
    void oneOfThePlayersWins() {
        assertEquals(Set.of(Symptom.LOSS_OF_WINNER), ofGame(i -> new StepWindow(20L * i, 0.01, 0.7, 0.99, 0.01, 1, 1)));
        assertEquals(Set.of(Symptom.LOSS_OF_LOSER), ofGame(i -> new StepWindow(20L * i, 1.41, 0.7, 0.49, 0.51, 1, 1)));
    }

    @Test
    void lackOfVarietyIsACollapseUnlessItGrows() {
        assertEquals(Set.of(Symptom.SPREAD), ofSamples(DiagnosisInputs.RING, i -> sample(i, 0.05, 0.8, 0.2, 1)));
        assertEquals(Set.of(), ofSamples(DiagnosisInputs.RING, i -> sample(i, 0.004 * i, 0.8, 0.2, 1)));
    }

    @Test
    void aBlotThatDLaughsAtIsNoCollapse() {
        IntFunction<SampleStatistics> blot = i -> sample(i, 0.2, 0, 0, 1);
        IntFunction<StepWindow> won = i -> new StepWindow(20L * i, i < 190 ? 0.3 : 0.05, 3, 0.99, 0.05, 6, 1);
        assertEquals(Set.of(Symptom.NO_PROGRESS), signs(DiagnosisInputs.of(DiagnosisInputs.RING, won, blot)));
        IntFunction<StepWindow> ahead = i -> new StepWindow(20L * i, 0.3, 3, 0.9, 0.2, 6, 1);
        assertEquals(
                Set.of(Symptom.SPREAD, Symptom.NO_PROGRESS),
                signs(DiagnosisInputs.of(DiagnosisInputs.RING, ahead, blot)));
    }

    @Test
    void fewModesDrawnWellAreACollapse() {
        assertEquals(Set.of(Symptom.MODES), ofSamples(DiagnosisInputs.RING, i -> sample(i, 0.9, 0.8, 0.9, 0.375)));
    }

    @Test
    void goodPicturesOfLittleVarietyAreACollapse() {
        assertEquals(
                Set.of(Symptom.COVERAGE),
                ofSamples(
                        PresetRegistry.get("mlp-a").spec(),
                        i -> new SampleStatistics(
                                i * 100L, 0.6, 0.05 + i * 1e-3, 0.9, Double.NaN, Double.NaN, 0.1, Double.NaN)));
    }

    @Test
    void whatIsLearntAndForgottenAgainIsAnOscillation() {
        assertEquals(
                Set.of(Symptom.COMING_AND_GOING),
                ofSamples(DiagnosisInputs.RING, i -> sample(i, 1, i % 2 == 0 ? 0.2 : 0.7, 0.9, 1)));
        assertEquals(
                Set.of(Symptom.SWING),
                ofGame(i -> new StepWindow(20L * i, 1.38, i / 5 % 2 == 0 ? 0.4 : 1.6, 0.51, 0.49, 1, 1)));
    }

    @Test
    void aLossThatFallsIsNoSwing() {
        assertEquals(Set.of(), ofGame(i -> new StepWindow(20L * i, 0.9, 6 - 0.025 * i, 0.7, 0.3, 8, 1)));
    }

    @Test
    void aCollapsedGeneratorThatHopsIsAChaseOnlyWhereTheLossSwingsAlong() {
        IntFunction<SampleStatistics> hopping =
                i -> new SampleStatistics(i * 100L, 0.01, 0, 0, 0.1, 0.9, 0.9, Double.NaN);
        IntFunction<StepWindow> swinging =
                i -> new StepWindow(20L * i, 1.1, i / 5 % 2 == 0 ? 0.9 : 1.3, 0.66, 0.33, 0.5, 1);
        assertEquals(
                Set.of(Symptom.SWING, Symptom.NO_PROGRESS),
                signs(DiagnosisInputs.of(DiagnosisInputs.RING, swinging, hopping)));
        assertEquals(
                Set.of(Symptom.SPREAD, Symptom.MODES, Symptom.NO_PROGRESS),
                signs(DiagnosisInputs.of(DiagnosisInputs.RING, DiagnosisInputs::calm, hopping)));
        assertEquals(Set.of(), ofGame(swinging), "a game that draws everything may swing so much");
    }

    @Test
    void nothingLearntForLongIsStagnation() {
        assertEquals(Set.of(Symptom.NO_PROGRESS), ofSamples(DiagnosisInputs.RING, i -> sample(i, 1, 0.15, 0.1, 1)));
    }

    @Test
    void aGeneratorThatStandsStillIsNeitherCollapsedNorWinning() {
        IntFunction<SampleStatistics> blot = i -> new SampleStatistics(i * 100L, 0.1, 0, 0, 0, 0, 1e-4, Double.NaN);
        IntFunction<StepWindow> begun = i -> new StepWindow(20L * i, 1.41, 0.75, 0.46, 0.47, 0.14, 1);
        assertEquals(
                Set.of(Symptom.STANDSTILL, Symptom.NO_PROGRESS),
                signs(DiagnosisInputs.of(DiagnosisInputs.RING, begun, blot)));
        IntFunction<SampleStatistics> hopping = i -> new SampleStatistics(i * 100L, 0.1, 0, 0, 0, 0, 0.3, Double.NaN);
        assertEquals(
                Set.of(Symptom.SPREAD, Symptom.LOSS_OF_LOSER, Symptom.NO_PROGRESS),
                signs(DiagnosisInputs.of(DiagnosisInputs.RING, begun, hopping)));
        assertEquals(
                Set.of(),
                ofSamples(
                        DiagnosisInputs.RING, i -> new SampleStatistics(i * 100L, 1, 0.8, 0.9, 1, 0.9, 0, Double.NaN)),
                "what has learnt everything may rest");
    }

    @Test
    void variedPicturesNearerToTrainingOnesThanRealOnesAreCopies() {
        GanSpec pictures = PresetRegistry.get("mlp-a").spec();
        assertEquals(Set.of(Symptom.NEAREST), ofSamples(pictures, i -> nearest(i, 0.9)));
        assertEquals(Set.of(), ofSamples(pictures, i -> nearest(i, 0.35)));
    }

    private static SampleStatistics nearest(int i, double spread) {
        return new SampleStatistics(
                i * 100L, spread, 0.9, 0.9, Double.NaN, Double.NaN, 0.1, i % 5 == 0 ? 0.3 : Double.NaN);
    }
}
