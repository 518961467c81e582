package org.ganvas.viewmodel.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganvas.data.PointBounds;
import org.ganvas.data.points.PointDataset;
import org.ganvas.data.points.PointDistribution;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.train.Trainer;
import org.ganvas.lab.LabPlotContent;
import org.ganvas.lab.LabScale;
import org.ganvas.scatter.ScatterPlotViewport;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.lab.StepTrace;
import org.ganvas.session.lab.StepTracer;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.lab.StepSentence.Kind;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of slow motion about a step that was really taken. */
final class StepNarratorTest {

    private static final GanSpec RING = PresetRegistry.get("ring").spec();
    private static final Pattern NUMBER = Pattern.compile("\\d");
    private static final Pattern PERCENT = Pattern.compile("\\b\\d+ %");
    private static final Pattern CHANGE =
            Pattern.compile("changed by ([+−][\\d.]+), from (−?\\d+\\.\\d+) to (−?\\d+\\.\\d+)\\.");

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @AfterEach
    void speakEnglish() {
        Messages.setLanguage(Locale.ENGLISH);
    }

    private static StepTrace trace(GanSpec spec, @Nullable Player only) {
        PointDataset data = Objects.requireNonNull(PointDistribution.open("builtin:ring"));
        float[] real = new float[512];
        for (int i = 0; i < 256; i++) {
            data.copyImage(i, real, 2 * i);
        }
        try (Trainer trainer = Trainer.of(spec, data, 1)) {
            for (int i = 0; i < 5; i++) {
                trainer.step();
            }
            StepTracer tracer = new StepTracer(trainer);
            StepReport report = trainer.step(only, tracer);
            return tracer.trace(only, report, real);
        }
    }

    private static String sentence(List<StepSentence> all, Kind kind) {
        return all.stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void fifteenSentencesHaveTheNumbersOfTheStep() {
        StepTrace trace = trace(RING, null);
        List<StepSentence> all = StepNarrator.tell(trace, 0.84);
        assertEquals(15, all.size());
        assertEquals(Kind.LATENTS, all.get(0).kind());
        assertEquals(Kind.END, all.get(14).kind());
        assertTrue(sentence(all, Kind.LATENTS).startsWith("128 "));
        assertTrue(sentence(all, Kind.ANSWERS).contains("256"));
        String loss = sentence(all, Kind.D_LOSS);
        assertTrue(loss.contains(NumberFormats.value(trace.report().discriminatorLoss())), loss);
        assertTrue(loss.contains("1.386") && loss.contains("0.840"), loss);
        assertTrue(sentence(all, Kind.D_GRADIENT).contains(NumberFormats.count(RING.discriminatorParameters())));
        changeCanBeSeen(
                sentence(all, Kind.D_CHANGE),
                trace.report().discriminatorLoss(),
                Objects.requireNonNull(trace.discriminator()).lossAfter());
        assertTrue(sentence(all, Kind.G_LOSS)
                .contains(NumberFormats.value(trace.report().generatorLoss())));
        assertTrue(sentence(all, Kind.END).contains("step 6: 1 update of D, 1 of G."), sentence(all, Kind.END));
        for (Kind shares : List.of(Kind.ANSWERS, Kind.FORCES, Kind.G_CHANGE)) {
            assertTrue(PERCENT.matcher(sentence(all, shares)).find(), sentence(all, shares));
        }
        StepTrace.GeneratorHalf g = Objects.requireNonNull(trace.generator());
        double moved = 0;
        for (int i = 0; i < g.before().length; i += 2) {
            moved += Math.hypot(g.after()[i] - g.before()[i], g.after()[i + 1] - g.before()[i + 1]);
        }
        assertTrue(sentence(all, Kind.G_CHANGE).contains(NumberFormats.amount(moved / (g.before().length / 2.0))));
    }

    /** Both losses as they were, with digits that tell them from each other, and the change with its sign. */
    private static void changeCanBeSeen(String sentence, double before, double after) {
        Matcher numbers = CHANGE.matcher(sentence);
        assertTrue(numbers.find(), sentence);
        double change = number(numbers.group(1));
        double from = number(numbers.group(2));
        double to = number(numbers.group(3));
        assertEquals(after - before, change, 0.06 * Math.abs(after - before), sentence);
        assertEquals(before, from, 0.51 * Math.pow(10, -decimals(numbers.group(2))), sentence);
        assertEquals(Math.signum(change), Math.signum(to - from), sentence);
        assertTrue(numbers.group(1).startsWith(change > 0 ? "+" : "−"), sentence);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('−', '-'));
    }

    private static int decimals(String number) {
        return number.length() - number.indexOf('.') - 1;
    }

    @Test
    void aTinyChangeOfTheLossIsToldWithItsSign() {
        StepTrace trace = trace(RING, null);
        StepTrace.DiscriminatorHalf d = Objects.requireNonNull(trace.discriminator());
        double before = trace.report().discriminatorLoss();
        for (double change : new double[] {-0.000_012, 0.000_3, 0.2}) {
            StepTrace changed = withLossAfter(trace, d, before + change);
            String sentence = sentence(StepNarrator.tell(changed, Double.NaN), Kind.D_CHANGE);
            changeCanBeSeen(sentence, before, before + change);
        }
        String same = sentence(StepNarrator.tell(withLossAfter(trace, d, before), Double.NaN), Kind.D_CHANGE);
        assertTrue(same.contains("the loss is still " + NumberFormats.value(before)), same);
    }

    private static StepTrace withLossAfter(StepTrace trace, StepTrace.DiscriminatorHalf d, double lossAfter) {
        return with(trace, d, d.latents(), lossAfter);
    }

    /** The same step, as if its latents had so many coordinates, each another number. */
    private static StepTrace withLatentsOf(StepTrace trace, int dimensions) {
        float[] latents = new float[128 * dimensions];
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (float) Math.sin(i);
        }
        StepTrace.DiscriminatorHalf d = Objects.requireNonNull(trace.discriminator());
        return with(trace, d, latents, d.lossAfter());
    }

    private static StepTrace with(StepTrace trace, StepTrace.DiscriminatorHalf d, float[] latents, double lossAfter) {
        StepTrace.DiscriminatorHalf changed = new StepTrace.DiscriminatorHalf(
                latents, d.real(), d.fake(), d.realBefore(), d.fakeBefore(), d.realAfter(), d.fakeAfter(), lossAfter);
        return new StepTrace(
                trace.spec(), trace.step(), trace.only(), trace.report(), changed, trace.generator(), trace.field());
    }

    @Test
    void latentsAreShownByTheirFirstTwoCoordinates() {
        StepTrace taken = trace(RING, null);
        assertEquals(2, Objects.requireNonNull(taken.discriminator()).latentDimensions());
        for (int dimensions : new int[] {1, 2, 5}) {
            StepTrace trace = withLatentsOf(taken, dimensions);
            StepTrace.DiscriminatorHalf d = Objects.requireNonNull(trace.discriminator());
            assertEquals(dimensions, d.latentDimensions());
            LabPlotContent plot = StepScenes.plot(trace, Kind.LATENTS, new LabScale(RING.loss()));
            assertTrue(plot.isOfLatents());
            assertEquals(256, plot.latents().length);
            for (int i = 0; i < 128; i++) {
                assertEquals(d.latents()[i * dimensions], plot.latents()[2 * i]);
                assertEquals(dimensions == 1 ? 0 : d.latents()[i * dimensions + 1], plot.latents()[2 * i + 1]);
            }
            PointBounds shown = plot.bounds(new PointBounds(-0.1, -0.1, 0.1, 0.1));
            for (int i = 0; i < plot.latents().length; i += 2) {
                assertTrue(shown.contains(plot.latents()[i], plot.latents()[i + 1]));
            }
            PointBounds wide = new PointBounds(-9, -9, 9, 9);
            assertEquals(wide, plot.bounds(wide), "where all latents are in view the view stays");
            String told = sentence(StepNarrator.tell(trace, Double.NaN), Kind.LATENTS);
            assertEquals(dimensions > 2, told.contains("first two"), told);
            assertFalse(StepScenes.plot(trace, Kind.FAKES, new LabScale(RING.loss()))
                    .isOfLatents());
        }
    }

    /** Beyond its lattice a field would be drawn as its edge. */
    @Test
    void theLatticeCoversAPlotThatIsMuchWiderThanTheData() {
        StepTrace.Field field = trace(RING, null).field();
        PointBounds data = field.data();
        ScatterPlotViewport wide = ScatterPlotViewport.around(data, 1000, 400);
        PointBounds covered = field.lattice().bounds();
        assertTrue(covered.contains(wide.xAt(0), wide.yAt(0)), covered + " of " + data);
        assertTrue(covered.contains(wide.xAt(1000), wide.yAt(400)), covered + " of " + data);
    }

    @Test
    void aNetworkThatRestsIsNotSpokenOf() {
        List<StepSentence> ofD = StepNarrator.tell(trace(RING, Player.DISCRIMINATOR), Double.NaN);
        assertEquals(9, ofD.size());
        assertTrue(ofD.stream().noneMatch(one -> one.kind() == Kind.G_LOSS));
        List<StepSentence> ofG = StepNarrator.tell(trace(RING, Player.GENERATOR), Double.NaN);
        assertEquals(7, ofG.size());
        assertTrue(ofG.get(0).text().contains("Only G"));
    }

    @Test
    void aPenaltyHasASentence() {
        GanSpec penalised =
                RING.withRegularizers(List.of(new Regularizer.GradientPenalty(Regularizer.Where.REAL, 0.1, 0, 1)));
        List<StepSentence> all = StepNarrator.tell(trace(penalised, null), Double.NaN);
        assertEquals(16, all.size());
        assertTrue(NUMBER.matcher(sentence(all, Kind.PENALTY)).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void sentencesAreWalkedForwardsAndBackwardsWithAPictureEach(String language) {
        Messages.setLanguage(Locale.forLanguageTag(language));
        WindowFixture window = WindowFixture.ready();
        SlowMotionViewModel slow = window.window.lab().slowMotion();
        slow.show(trace(RING, null));
        assertTrue(slow.openProperty().get());
        LabPlotContent first = window.window.lab().screen().plotProperty().get();
        assertEquals(0, first.generated().length);
        assertEquals(256, first.latents().length);
        for (int i = 1; i < 15; i++) {
            slow.next();
            assertEquals(i, slow.indexProperty().get());
        }
        slow.next();
        assertEquals(14, slow.indexProperty().get());
        slow.go(LabPart.FORCES);
        assertEquals(
                Kind.FORCES,
                Objects.requireNonNull(slow.sentenceProperty().get()).kind());
        assertNotNull(window.window.lab().screen().plotProperty().get().forces());
        slow.previous();
        assertEquals(
                Kind.G_LOSS,
                Objects.requireNonNull(slow.sentenceProperty().get()).kind());
        slow.close();
        assertFalse(slow.openProperty().get());
    }

    @Test
    void slowMotionEndsWhenTheRunIsTakenBackOrOn() {
        WindowFixture window = WindowFixture.ready();
        SlowMotionViewModel slow = window.window.lab().slowMotion();
        StepTrace trace = trace(RING, null);
        slow.show(trace);
        standAt(window, trace.step());
        assertTrue(slow.openProperty().get(), "it tells the step that was just taken");
        standAt(window, trace.step() - 1);
        assertFalse(slow.openProperty().get());
        slow.show(trace);
        standAt(window, trace.step() + 1);
        assertFalse(slow.openProperty().get());
    }

    private static void standAt(WindowFixture window, long step) {
        TrainingSnapshot none = TrainingSnapshot.EMPTY;
        window.window
                .train()
                .run()
                .onSnapshot(new TrainingSnapshot(
                        RunState.PAUSED,
                        null,
                        -1,
                        step,
                        1,
                        0,
                        0,
                        0,
                        none.threads(),
                        null,
                        TrainingSnapshot.Grids.NONE,
                        null));
    }

    @Test
    void playingGoesOnBySecondsAndStopsAtTheEnd() {
        WindowFixture window = WindowFixture.ready();
        SlowMotionViewModel slow = window.window.lab().slowMotion();
        slow.show(trace(RING, null));
        slow.secondsProperty().set(2);
        long now = 0;
        slow.onFrame(now);
        slow.onFrame(now + 1_900_000_000L);
        assertEquals(0, slow.indexProperty().get());
        for (int i = 0; i < 40; i++) {
            now += 2_100_000_000L;
            slow.onFrame(now);
        }
        assertEquals(14, slow.indexProperty().get());
        assertFalse(slow.playingProperty().get());
        slow.togglePlaying();
        assertEquals(0, slow.indexProperty().get());
    }
}
