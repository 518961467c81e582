package org.ganvas.session.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Presets;
import org.junit.jupiter.api.Test;

class DetectorsTest {

    private static Set<Sign> signs(CheckUp checkUp) {
        Set<Sign> seen = EnumSet.noneOf(Sign.class);
        for (Detector detector : Detectors.ALL) {
            detector.look(checkUp).ifPresent(finding -> seen.add(finding.sign()));
        }
        return seen;
    }

    private static Set<Sign> ofGame(IntFunction<Stretch> stretch) {
        return signs(Charts.of(Charts.RING, stretch, Charts::varied));
    }

    private static Set<Sign> ofSamples(GanSpec spec, IntFunction<SampleSign> sample) {
        return signs(Charts.of(spec, Charts::calm, sample));
    }

    private static SampleSign sample(int i, double spread, double coverage, double precision, double modes) {
        return new SampleSign(i * 100L, spread, coverage, precision, modes, 0.9, 0.05, Double.NaN);
    }

    @Test
    void aHealthyGameShowsNothing() {
        assertEquals(Set.of(), signs(Charts.healthy()));
    }

    @Test
    void aLossThatGrowsBeyondMeasureIsAnExplosion() {
        assertEquals(
                Set.of(Sign.LOSS_SIZE),
                ofGame(i -> i < 198 ? Charts.calm(i) : new Stretch(20L * i, 80, 0.7, 0.51, 0.49, 1, 1)));
        assertEquals(
                Set.of(Sign.GRADIENT_SIZE),
                ofGame(i -> i < 198 ? Charts.calm(i) : new Stretch(20L * i, 1.38, 0.7, 0.51, 0.49, 900, 1)));
    }

    @Test
    void theMinimaxLossSaturatesAndTheOthersDoNot() {
        IntFunction<Stretch> won = i -> new Stretch(20L * i, 0.6, 0.7, 0.8, 0.19, 1, 1);
        assertEquals(
                Set.of(Sign.SATURATION),
                signs(Charts.of(Presets.get("vanishing").spec(), won, Charts::varied)));
        assertEquals(Set.of(), ofGame(won));
    }

    @Test
    void aTinyGradientMattersOnlyWhereMuchIsLeftToLearn() {
        IntFunction<Stretch> tiny = i -> new Stretch(20L * i, 1.38, 0.7, 0.51, 0.49, 2e-4, 1);
        assertEquals(Set.of(), ofGame(tiny));
        assertEquals(
                Set.of(Sign.GRADIENT_LENGTH),
                signs(Charts.of(Charts.RING, tiny, i -> sample(i, 1, 0.1 + 0.005 * i, 0.2, 1))));
    }

    @Test
    void oneOfThePlayersWins() {
        assertEquals(Set.of(Sign.LOSS_OF_WINNER), ofGame(i -> new Stretch(20L * i, 0.01, 0.7, 0.99, 0.01, 1, 1)));
        assertEquals(Set.of(Sign.LOSS_OF_LOSER), ofGame(i -> new Stretch(20L * i, 1.41, 0.7, 0.49, 0.51, 1, 1)));
    }

    @Test
    void lackOfVarietyIsACollapseUnlessItGrows() {
        assertEquals(Set.of(Sign.SPREAD), ofSamples(Charts.RING, i -> sample(i, 0.05, 0.8, 0.2, 1)));
        assertEquals(Set.of(), ofSamples(Charts.RING, i -> sample(i, 0.004 * i, 0.8, 0.2, 1)));
    }

    @Test
    void aBlotThatDLaughsAtIsNoCollapse() {
        IntFunction<SampleSign> blot = i -> sample(i, 0.2, 0, 0, 1);
        IntFunction<Stretch> won = i -> new Stretch(20L * i, i < 190 ? 0.3 : 0.05, 3, 0.99, 0.05, 6, 1);
        assertEquals(Set.of(Sign.NO_PROGRESS), signs(Charts.of(Charts.RING, won, blot)));
        IntFunction<Stretch> ahead = i -> new Stretch(20L * i, 0.3, 3, 0.9, 0.2, 6, 1);
        assertEquals(Set.of(Sign.SPREAD, Sign.NO_PROGRESS), signs(Charts.of(Charts.RING, ahead, blot)));
    }

    @Test
    void fewModesDrawnWellAreACollapse() {
        assertEquals(Set.of(Sign.MODES), ofSamples(Charts.RING, i -> sample(i, 0.9, 0.8, 0.9, 0.375)));
    }

    @Test
    void goodPicturesOfLittleVarietyAreACollapse() {
        assertEquals(
                Set.of(Sign.COVERAGE),
                ofSamples(
                        Presets.get("mlp-a").spec(),
                        i -> new SampleSign(
                                i * 100L, 0.6, 0.05 + i * 1e-3, 0.9, Double.NaN, Double.NaN, 0.1, Double.NaN)));
    }

    @Test
    void whatIsLearntAndForgottenAgainIsAnOscillation() {
        assertEquals(
                Set.of(Sign.COMING_AND_GOING),
                ofSamples(Charts.RING, i -> sample(i, 1, i % 2 == 0 ? 0.2 : 0.7, 0.9, 1)));
        assertEquals(
                Set.of(Sign.SWING),
                ofGame(i -> new Stretch(20L * i, 1.38, i / 5 % 2 == 0 ? 0.4 : 1.6, 0.51, 0.49, 1, 1)));
    }

    @Test
    void aLossThatFallsIsNoSwing() {
        assertEquals(Set.of(), ofGame(i -> new Stretch(20L * i, 0.9, 6 - 0.025 * i, 0.7, 0.3, 8, 1)));
    }

    @Test
    void aCollapsedGeneratorThatHopsIsAChaseOnlyWhereTheLossSwingsAlong() {
        IntFunction<SampleSign> hopping = i -> new SampleSign(i * 100L, 0.01, 0, 0, 0.1, 0.9, 0.9, Double.NaN);
        IntFunction<Stretch> swinging = i -> new Stretch(20L * i, 1.1, i / 5 % 2 == 0 ? 0.9 : 1.3, 0.66, 0.33, 0.5, 1);
        assertEquals(Set.of(Sign.SWING, Sign.NO_PROGRESS), signs(Charts.of(Charts.RING, swinging, hopping)));
        assertEquals(
                Set.of(Sign.SPREAD, Sign.MODES, Sign.NO_PROGRESS),
                signs(Charts.of(Charts.RING, Charts::calm, hopping)));
        assertEquals(Set.of(), ofGame(swinging), "a game that draws everything may swing so much");
    }

    @Test
    void nothingLearntForLongIsStagnation() {
        assertEquals(Set.of(Sign.NO_PROGRESS), ofSamples(Charts.RING, i -> sample(i, 1, 0.15, 0.1, 1)));
    }

    @Test
    void aGeneratorThatStandsStillIsNeitherCollapsedNorWinning() {
        IntFunction<SampleSign> blot = i -> new SampleSign(i * 100L, 0.1, 0, 0, 0, 0, 1e-4, Double.NaN);
        IntFunction<Stretch> begun = i -> new Stretch(20L * i, 1.41, 0.75, 0.46, 0.47, 0.14, 1);
        assertEquals(Set.of(Sign.STANDSTILL, Sign.NO_PROGRESS), signs(Charts.of(Charts.RING, begun, blot)));
        IntFunction<SampleSign> hopping = i -> new SampleSign(i * 100L, 0.1, 0, 0, 0, 0, 0.3, Double.NaN);
        assertEquals(
                Set.of(Sign.SPREAD, Sign.LOSS_OF_LOSER, Sign.NO_PROGRESS),
                signs(Charts.of(Charts.RING, begun, hopping)));
        assertEquals(
                Set.of(),
                ofSamples(Charts.RING, i -> new SampleSign(i * 100L, 1, 0.8, 0.9, 1, 0.9, 0, Double.NaN)),
                "what has learnt everything may rest");
    }

    @Test
    void variedPicturesNearerToTrainingOnesThanRealOnesAreCopies() {
        GanSpec pictures = Presets.get("mlp-a").spec();
        assertEquals(Set.of(Sign.NEAREST), ofSamples(pictures, i -> nearest(i, 0.9)));
        assertEquals(Set.of(), ofSamples(pictures, i -> nearest(i, 0.35)));
    }

    private static SampleSign nearest(int i, double spread) {
        return new SampleSign(i * 100L, spread, 0.9, 0.9, Double.NaN, Double.NaN, 0.1, i % 5 == 0 ? 0.3 : Double.NaN);
    }
}
