package org.ganvas.session.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.ganvas.engine.growth.GrowingSpecs;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.GrowthSpec;
import org.junit.jupiter.api.Test;

class SymptomDetectorRegistryTest {

    private static Set<Symptom> symptoms(DiagnosisInput input) {
        Set<Symptom> seen = EnumSet.noneOf(Symptom.class);
        for (SymptomDetector detector : SymptomDetectorRegistry.ALL) {
            detector.detect(input).ifPresent(reading -> seen.add(reading.symptom()));
        }
        return seen;
    }

    private static Set<Symptom> ofSteps(IntFunction<StepWindow> window) {
        return symptoms(DiagnosisInputs.of(DiagnosisInputs.RING, window, DiagnosisInputs::varied));
    }

    private static Set<Symptom> ofSamples(GanSpec spec, IntFunction<SampleStatistics> sample) {
        return symptoms(DiagnosisInputs.of(spec, DiagnosisInputs::calm, sample));
    }

    private static SampleStatistics sample(int i, double spread, double coverage, double precision, double modes) {
        return new SampleStatistics(i * 100L, spread, coverage, precision, modes, 0.9, 0.05, Double.NaN);
    }

    @Test
    void aHealthyRunHasNoSymptoms() {
        assertEquals(Set.of(), symptoms(DiagnosisInputs.healthy()));
    }

    /** A run that trains one network alone has no losses or scores of the other, and a translation may have neither. */
    @Test
    void whatIsNotMeasuredIsNoSymptom() {
        double unknown = Double.NaN;
        List<GanSpec> specs = List.of(
                DiagnosisInputs.RING,
                PresetRegistry.get("vanishing").spec(),
                PresetRegistry.get("super-resolution-content").spec());
        for (GanSpec spec : specs) {
            assertEquals(
                    Set.of(),
                    symptoms(DiagnosisInputs.of(
                            spec,
                            i -> new StepWindow(20L * i, unknown, unknown, unknown, unknown, 1, unknown),
                            DiagnosisInputs::varied)));
            assertEquals(
                    Set.of(),
                    symptoms(DiagnosisInputs.of(
                            spec,
                            i -> new StepWindow(20L * i, unknown, 0.7, unknown, 0.49, unknown, 1),
                            DiagnosisInputs::varied)));
        }
    }

    @Test
    void aLossThatGrowsWithoutBoundIsAnExplosion() {
        assertEquals(
                Set.of(Symptom.LOSS_SIZE),
                ofSteps(i -> i < 198 ? DiagnosisInputs.calm(i) : new StepWindow(20L * i, 80, 0.7, 0.51, 0.49, 1, 1)));
        assertEquals(
                Set.of(Symptom.GRADIENT_SIZE),
                ofSteps(i ->
                        i < 198 ? DiagnosisInputs.calm(i) : new StepWindow(20L * i, 1.38, 0.7, 0.51, 0.49, 900, 1)));
    }

    /** New layers have other gradients; what jumps as a stage begins is compared with that stage alone. */
    @Test
    void beginOfAStageIsNoJump() {
        IntFunction<StepWindow> jump =
                i -> i < 198 ? DiagnosisInputs.calm(i) : new StepWindow(20L * i, 1.38, 0.7, 0.51, 0.49, 900, 1);
        GanSpec begins = GrowingSpecs.of(new GrowthSpec(3900, 50, true));
        GanSpec grown = GrowingSpecs.of(new GrowthSpec(100, 50, true));
        assertEquals(Set.of(), symptoms(DiagnosisInputs.of(begins, jump, DiagnosisInputs::varied)));
        assertEquals(Set.of(Symptom.GRADIENT_SIZE), symptoms(DiagnosisInputs.of(grown, jump, DiagnosisInputs::varied)));
    }

    @Test
    void theMinimaxLossSaturatesAndTheOthersDoNot() {
        IntFunction<StepWindow> strong = i -> new StepWindow(20L * i, 0.6, 0.7, 0.8, 0.19, 1, 1);
        assertEquals(
                Set.of(Symptom.SATURATION),
                symptoms(DiagnosisInputs.of(PresetRegistry.get("vanishing").spec(), strong, DiagnosisInputs::varied)));
        assertEquals(Set.of(), ofSteps(strong));
    }

    @Test
    void aTinyGradientMattersOnlyWhereMuchIsLeftToLearn() {
        IntFunction<StepWindow> tiny = i -> new StepWindow(20L * i, 1.38, 0.7, 0.51, 0.49, 2e-4, 1);
        assertEquals(Set.of(), ofSteps(tiny));
        assertEquals(
                Set.of(Symptom.GRADIENT_LENGTH),
                symptoms(DiagnosisInputs.of(DiagnosisInputs.RING, tiny, i -> sample(i, 1, 0.1 + 0.005 * i, 0.2, 1))));
    }

    @Test
    void oneOfTheNetworksIsTooStrong() {
        assertEquals(
                Set.of(Symptom.LOSS_OF_WINNER), ofSteps(i -> new StepWindow(20L * i, 0.01, 0.7, 0.99, 0.01, 1, 1)));
        assertEquals(Set.of(Symptom.LOSS_OF_LOSER), ofSteps(i -> new StepWindow(20L * i, 1.41, 0.7, 0.49, 0.51, 1, 1)));
    }

    @Test
    void lackOfVarietyIsACollapseUnlessItGrows() {
        assertEquals(Set.of(Symptom.SPREAD), ofSamples(DiagnosisInputs.RING, i -> sample(i, 0.05, 0.8, 0.2, 1)));
        assertEquals(Set.of(), ofSamples(DiagnosisInputs.RING, i -> sample(i, 0.004 * i, 0.8, 0.2, 1)));
    }

    @Test
    void aBlobThatDRecognisesIsNoCollapse() {
        IntFunction<SampleStatistics> blob = i -> sample(i, 0.2, 0, 0, 0.75);
        IntFunction<StepWindow> strong = i -> new StepWindow(20L * i, i < 190 ? 0.3 : 0.05, 3, 0.99, 0.05, 6, 1);
        assertEquals(Set.of(Symptom.NO_PROGRESS), symptoms(DiagnosisInputs.of(DiagnosisInputs.RING, strong, blob)));
        IntFunction<StepWindow> ahead = i -> new StepWindow(20L * i, 0.3, 3, 0.9, 0.2, 6, 1);
        assertEquals(
                Set.of(Symptom.SPREAD, Symptom.NO_PROGRESS),
                symptoms(DiagnosisInputs.of(DiagnosisInputs.RING, ahead, blob)));
    }

    @Test
    void fewModesDrawnWellAreACollapse() {
        assertEquals(Set.of(Symptom.MODES), ofSamples(DiagnosisInputs.RING, i -> sample(i, 0.9, 0.8, 0.9, 0.375)));
    }

    @Test
    void preciseImagesOfLittleVarietyAreACollapse() {
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
                ofSamples(DiagnosisInputs.RING, i -> sample(i, 1, i % 2 == 0 ? 0.2 : 0.7, 0.9, 0.75)));
        assertEquals(
                Set.of(Symptom.SWING),
                symptoms(DiagnosisInputs.of(
                        DiagnosisInputs.RING,
                        SymptomDetectorRegistryTest::swinging,
                        i -> sample(i, 1, 0.8, 0.9, 0.75))));
    }

    private static StepWindow swinging(int i) {
        return new StepWindow(20L * i, 1.38, i / 5 % 2 == 0 ? 0.4 : 1.6, 0.51, 0.49, 1, 1);
    }

    /** G circles around the equilibrium: what its points do within the clusters and what the losses do is no failure. */
    @Test
    void whileAllClustersAreHitNothingSwingsOrStands() {
        IntFunction<SampleStatistics> whole = i -> sample(i, 1, i % 2 == 0 ? 0.1 : 0.3, 0.9, 1);
        DiagnosisInput circling =
                DiagnosisInputs.of(DiagnosisInputs.RING, SymptomDetectorRegistryTest::swinging, whole);
        assertEquals(Set.of(), symptoms(circling));
        Diagnosis diagnosis = new Doctor().diagnose(circling);
        assertTrue(diagnosis.isHealthy() && diagnosis.allModes());
    }

    /** At equilibrium D leads G nowhere, and single samples miss a cluster. */
    @Test
    void aClusterThatIsMissedNowAndThenAtEquilibriumIsNoOscillation() {
        IntFunction<SampleStatistics> wandering = i -> sample(i, 1, i % 2 == 0 ? 0.1 : 0.3, 0.9, i % 4 == 0 ? 0.75 : 1);
        assertEquals(Set.of(), ofSamples(DiagnosisInputs.RING, wandering));
        assertEquals(
                Set.of(Symptom.COMING_AND_GOING, Symptom.SWING),
                symptoms(DiagnosisInputs.of(DiagnosisInputs.RING, SymptomDetectorRegistryTest::swinging, wandering)));
    }

    @Test
    void clustersThatComeAndGoAreAnOscillationAllTheSame() {
        IntFunction<SampleStatistics> changing = i -> sample(i, 1, i % 2 == 0 ? 0.2 : 0.7, 0.9, i % 2 == 0 ? 0.75 : 1);
        assertEquals(Set.of(Symptom.COMING_AND_GOING), ofSamples(DiagnosisInputs.RING, changing));
        IntFunction<SampleStatistics> beside =
                i -> new SampleStatistics(i * 100L, 1, i % 2 == 0 ? 0.2 : 0.7, 0.9, 1, 0.3, 0.05, Double.NaN);
        assertEquals(Set.of(Symptom.COMING_AND_GOING), ofSamples(DiagnosisInputs.RING, beside));
        assertFalse(new Doctor()
                .diagnose(DiagnosisInputs.of(DiagnosisInputs.RING, DiagnosisInputs::calm, changing))
                .allModes());
    }

    @Test
    void aLossThatFallsIsNoSwing() {
        assertEquals(Set.of(), ofSteps(i -> new StepWindow(20L * i, 0.9, 6 - 0.025 * i, 0.7, 0.3, 8, 1)));
    }

    @Test
    void aCollapsedGeneratorThatMovesIsAnOscillationOnlyWhereItsLossSwingsToo() {
        IntFunction<SampleStatistics> moving =
                i -> new SampleStatistics(i * 100L, 0.01, 0, 0, 0.1, 0.9, 0.9, Double.NaN);
        IntFunction<StepWindow> swinging =
                i -> new StepWindow(20L * i, 1.1, i / 5 % 2 == 0 ? 0.9 : 1.3, 0.66, 0.33, 0.5, 1);
        assertEquals(
                Set.of(Symptom.CHASE, Symptom.NO_PROGRESS),
                symptoms(DiagnosisInputs.of(DiagnosisInputs.RING, swinging, moving)));
        assertEquals(
                Set.of(Symptom.SPREAD, Symptom.MODES, Symptom.NO_PROGRESS),
                symptoms(DiagnosisInputs.of(DiagnosisInputs.RING, DiagnosisInputs::calm, moving)));
        assertEquals(Set.of(), ofSteps(swinging), "a generator that covers the data may swing so much");
    }

    @Test
    void nothingLearntForLongIsStagnation() {
        assertEquals(Set.of(Symptom.NO_PROGRESS), ofSamples(DiagnosisInputs.RING, i -> sample(i, 1, 0.15, 0.1, 0.75)));
    }

    @Test
    void aGeneratorThatStandsStillIsNeitherCollapsedNorTooStrong() {
        IntFunction<SampleStatistics> blob = i -> new SampleStatistics(i * 100L, 0.1, 0, 0, 0, 0, 1e-4, Double.NaN);
        IntFunction<StepWindow> begun = i -> new StepWindow(20L * i, 1.41, 0.75, 0.46, 0.47, 0.14, 1);
        assertEquals(
                Set.of(Symptom.STANDSTILL, Symptom.NO_PROGRESS),
                symptoms(DiagnosisInputs.of(DiagnosisInputs.RING, begun, blob)));
        IntFunction<SampleStatistics> moving = i -> new SampleStatistics(i * 100L, 0.1, 0, 0, 0, 0, 0.3, Double.NaN);
        assertEquals(
                Set.of(Symptom.SPREAD, Symptom.LOSS_OF_LOSER, Symptom.NO_PROGRESS),
                symptoms(DiagnosisInputs.of(DiagnosisInputs.RING, begun, moving)));
        assertEquals(
                Set.of(),
                ofSamples(
                        DiagnosisInputs.RING, i -> new SampleStatistics(i * 100L, 1, 0.8, 0.9, 1, 0.9, 0, Double.NaN)),
                "a generator that has learnt everything may stand still");
    }

    @Test
    void diverseImagesNearerToTrainingImagesThanRealOnesAreCopies() {
        GanSpec images = PresetRegistry.get("mlp-a").spec();
        assertEquals(Set.of(Symptom.NEAREST), ofSamples(images, i -> nearest(i, 0.9)));
        assertEquals(Set.of(), ofSamples(images, i -> nearest(i, 0.35)));
    }

    private static SampleStatistics nearest(int i, double spread) {
        return new SampleStatistics(
                i * 100L, spread, 0.9, 0.9, Double.NaN, Double.NaN, 0.1, i % 5 == 0 ? 0.3 : Double.NaN);
    }

    private static Set<Symptom> ofTranslations(double moved, double answered) {
        return ofSamples(
                PresetRegistry.get("pix2pix-edges").spec(),
                i -> new SampleStatistics(
                        i * 100L, 1, 0.8, 0.9, Double.NaN, Double.NaN, 0.05, Double.NaN, moved, answered));
    }

    @Test
    void aTranslationThatCopiesOrIgnoresItsInputIsSeen() {
        assertEquals(Set.of(), ofTranslations(0.9, 0.6));
        assertEquals(Set.of(), ofTranslations(0.11, 0.11));
        assertEquals(Set.of(), ofTranslations(0.5, Double.NaN), "without wanted images nothing is answered");
        assertEquals(Set.of(Symptom.OUTPUT_EQUALS_INPUT), ofTranslations(0.05, 0.6));
        assertEquals(Set.of(Symptom.OUTPUT_IGNORES_INPUT), ofTranslations(1.2, 0.02));
        assertEquals(Set.of(Symptom.OUTPUT_IGNORES_INPUT), ofTranslations(0.8, -0.05));
        assertEquals(Set.of(Symptom.OUTPUT_KEEPS_INPUT), ofTranslations(0.8, -0.3), "the contrary heeds the input");
    }
}
