package org.ganvas.session.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.state.ElboReport;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.UpdateStatistics;
import org.junit.jupiter.api.Test;

class ScalarLogTest {

    private static final int MOST_BUCKETS = 8192;

    @Test
    void aCurveUpToAStepIsThatOfThatStepWhereNothingWasMerged() {
        ScalarLog whole = new ScalarLog();
        ScalarLog early = new ScalarLog();
        SeededRandomStream random = new SeededRandomStream(3, Purpose.TEST, 0);
        for (long step = 1; step <= 900; step++) {
            StepReport report = new StepReport(random.nextDouble(), random.nextDouble(), 0.5, 0.5);
            whole.append(step, step * 1e-3, report);
            if (step <= 300) {
                early.append(step, step * 1e-3, report);
            }
        }
        ScalarLog.Saved expected = saved(early);
        ScalarLog.Saved cut = saved(whole).upTo(300);
        assertArrayEquals(expected.curve().smooth(), cut.curve().smooth());
        assertEquals(expected.average(), cut.average(), 1e-12);
        assertEquals(expected.weight(), cut.weight(), 1e-12);
        assertEquals(expected.inLast(), cut.inLast());
        assertEquals(0, saved(whole).upTo(0).curve().size());
        assertEquals(900, saved(whole).upTo(5000).lastStep());
    }

    @Test
    void aMergedCurveUpToAStepLosesAtMostOneBucketAndContinues() {
        ScalarLog log = new ScalarLog();
        for (long step = 1; step <= 50_000; step++) {
            log.append(step, step * 1e-3, new StepReport(step, -step, 0.5, 0.5));
        }
        ScalarLog.Saved cut = saved(log).upTo(20_001);
        double last = cut.curve().steps()[cut.curve().size() - 1];
        assertTrue(last <= 20_001 && last > 20_001 - cut.span(), "the last bucket ends at " + last);
        ScalarLog again = ScalarLog.restore(Map.of(TrainingScalar.DISCRIMINATOR_LOSS, cut));
        for (long step = 20_002; step <= 50_000; step++) {
            again.append(step, step * 1e-3, new StepReport(step, -step, 0.5, 0.5));
        }
        double[] smooth = saved(again).curve().smooth();
        double[] expected = saved(log).curve().smooth();
        assertEquals(expected[expected.length - 1], smooth[smooth.length - 1], 1e-6);
    }

    private static ScalarLog.Saved saved(ScalarLog log) {
        return Objects.requireNonNull(log.save().get(TrainingScalar.DISCRIMINATOR_LOSS));
    }

    @Test
    void appendKeepsEverySpikeOfAMillionStepsInBoundedMemory() {
        ScalarLog log = new ScalarLog();
        SeededRandomStream random = new SeededRandomStream(1, Purpose.TEST, 0);
        long[] spikes = new long[50];
        for (int i = 0; i < spikes.length; i++) {
            spikes[i] = 20_000L * i + 1 + random.nextInt(20_000);
        }
        for (long step = 1; step <= 1_000_000; step++) {
            int spike = Arrays.binarySearch(spikes, step);
            double value = spike < 0 ? random.nextDouble() : 10 + spike;
            log.append(step, step * 1e-3, new StepReport(value, -value, 0.5, 0.5));
        }

        ScalarCurve up = log.read(TrainingScalar.DISCRIMINATOR_LOSS, 0, Long.MAX_VALUE, Integer.MAX_VALUE);
        ScalarCurve down = log.read(TrainingScalar.GENERATOR_LOSS, 0, Long.MAX_VALUE, Integer.MAX_VALUE);

        assertTrue(up.size() <= MOST_BUCKETS && up.size() > MOST_BUCKETS / 2, "buckets: " + up.size());
        for (int i = 0; i < spikes.length; i++) {
            int bucket = bucketOf(up, spikes[i]);
            assertEquals(10 + i, up.high()[bucket], "peak at step " + spikes[i]);
            assertEquals(-(10 + i), down.low()[bucket], "trough at step " + spikes[i]);
        }
        assertEquals(
                spikes.length,
                Arrays.stream(up.high()).filter(high -> high >= 10).count());
    }

    @Test
    void readKeepsEverySpikeWhenItThinsFurther() {
        ScalarLog log = new ScalarLog();
        for (long step = 1; step <= 5000; step++) {
            double value = step == 1234 ? 99 : 0;
            log.append(step, step, new StepReport(value, -value, 0, 0));
        }
        for (int most = 1; most <= 300; most++) {
            ScalarCurve curve = log.read(TrainingScalar.DISCRIMINATOR_LOSS, 1, 5000, most);
            assertTrue(curve.size() <= most, curve.size() + " buckets instead of at most " + most);
            assertEquals(99, curve.high()[bucketOf(curve, 1234)]);
            assertEquals(5000, curve.steps()[curve.size() - 1]);
        }
    }

    @Test
    void appendLeavesOutWhatIsNotFinite() {
        ScalarLog log = new ScalarLog();
        log.append(1, 0.1, new StepReport(1, 2, 0.5, 0.25));
        log.append(2, 0.2, new StepReport(Double.NaN, Double.POSITIVE_INFINITY, 0.5, 0.25));
        log.append(3, 0.3, new StepReport(3, 4, 0.5, 0.25));

        ScalarCurve curve = log.read(TrainingScalar.DISCRIMINATOR_LOSS, 0, 10, 10);

        assertArrayEquals(new double[] {1, 3}, curve.steps());
        assertArrayEquals(new double[] {1, 3}, curve.high());
        assertEquals(3, log.lastStep());
        assertEquals(3, log.read(TrainingScalar.REAL_SCORE, 0, 10, 10).size());
    }

    @Test
    void restoreContinuesExactlyWhereSaveStopped() {
        ScalarLog whole = new ScalarLog();
        append(whole, 1, 30_001);
        ScalarLog restored = ScalarLog.restore(whole.save());

        append(whole, 30_002, 50_000);
        append(restored, 30_002, 50_000);

        assertEquals(
                whole.save().get(TrainingScalar.DISCRIMINATOR_LOSS).span(),
                restored.save().get(TrainingScalar.DISCRIMINATOR_LOSS).span());
        for (TrainingScalar scalar : TrainingScalar.values()) {
            assertTrue(whole.save().containsKey(scalar), scalar.name());
            assertSame(whole.save().get(scalar), restored.save().get(scalar));
        }
    }

    @Test
    void everyScalarIsItsOwnValueOfTheStep() {
        ScalarLog log = new ScalarLog();
        UpdateStatistics one = new UpdateStatistics(5, 7, 9);
        UpdateStatistics other = new UpdateStatistics(6, 8, 10);
        log.append(
                1,
                0,
                new StepReport(0, 1, 2, 3, 4, 0, one, other, objectives(14), adapted(18), new ElboReport(11, 12)));
        for (TrainingScalar scalar : TrainingScalar.values()) {
            assertArrayEquals(
                    new double[] {scalar == TrainingScalar.NEGATIVE_BOUND ? 11 + 12 : scalar.ordinal()},
                    log.read(scalar, 0, 9, 9).low(),
                    scalar.name());
        }
    }

    @Test
    void aCurveWithoutAValueIsNotSavedAndStartsLater() {
        ScalarLog log = new ScalarLog();
        log.append(1, 0, new StepReport(1, 1, 1, 1));
        assertEquals(
                EnumSet.range(TrainingScalar.DISCRIMINATOR_LOSS, TrainingScalar.FAKE_SCORE),
                log.save().keySet());
        ScalarLog restored = log.copy();
        assertEquals(1, restored.lastStep());
        append(restored, 2, 2);
        assertArrayEquals(
                new double[] {2},
                restored.read(TrainingScalar.CRITIC_ESTIMATE, 0, 9, 9).steps());
    }

    @Test
    void changesAreCopiedWithTheCurves() {
        ScalarLog log = new ScalarLog();
        append(log, 1, 10);
        SettingChange change = new SettingChange(4, 0.04, "rate.generator", "1e-4", "2e-4");
        log.changes().append(change);
        ScalarLog copy = log.copy();
        log.changes().append(new SettingChange(9, 30, "rate.generator", "2e-4", "3e-4"));
        assertEquals(List.of(change), copy.changes().read());
    }

    @Test
    void copyIsNotChangedByLaterSteps() {
        ScalarLog log = new ScalarLog();
        append(log, 1, 10);
        ScalarLog copy = log.copy();
        append(log, 11, 20);
        assertEquals(10, copy.lastStep());
        assertEquals(10, copy.read(TrainingScalar.REAL_SCORE, 0, 100, 100).size());
    }

    @Test
    void restoreStartsAMissingCurveEmpty() {
        ScalarLog log = new ScalarLog();
        append(log, 1, 10);
        Map<TrainingScalar, ScalarLog.Saved> saved = new EnumMap<>(log.save());
        saved.remove(TrainingScalar.FAKE_SCORE);
        ScalarLog restored = ScalarLog.restore(saved);
        assertEquals(0, restored.read(TrainingScalar.FAKE_SCORE, 0, 100, 100).size());
        assertEquals(10, restored.read(TrainingScalar.REAL_SCORE, 0, 100, 100).size());
    }

    @Test
    void savedRefusesWhatNoLogCanHold() {
        ScalarCurve good = curve(new double[] {1, 2}, new double[] {0, 0}, new double[] {1, 1});
        new ScalarLog.Saved(good, 2, 1, 1, 0.5, 0.5);
        assertRefused(good, 1, 1, 1, 0.5, 0.5);
        assertRefused(good, 2, 3, 1, 0.5, 0.5);
        assertRefused(good, 2, 0, 1, 0.5, 0.5);
        assertRefused(good, 2, 2, 3, 0.5, 0.5);
        assertRefused(good, 2, 1, -1, 0.5, 0.5);
        assertRefused(good, 2, 1, 1, Double.NaN, 0.5);
        assertRefused(good, 2, 1, 1, 0.5, 1.5);
        assertRefused(curve(new double[] {2, 2}, new double[2], new double[2]), 2, 1, 1, 0, 0);
        assertRefused(curve(new double[] {1, 2}, new double[] {0, 3}, new double[] {0, 2}), 2, 1, 1, 0, 0);
        assertRefused(curve(new double[] {1, Double.NaN}, new double[2], new double[2]), 2, 1, 1, 0, 0);
        assertRefused(curve(new double[] {1, 2}, new double[1], new double[2]), 2, 1, 1, 0, 0);
        double infinite = Double.POSITIVE_INFINITY;
        assertRefused(curve(new double[] {1, 2}, new double[2], new double[] {0, infinite}), 2, 1, 1, 0, 0);
    }

    @Test
    void restoreRefusesACurveThatDoesNotFitItsCounters() {
        Map<TrainingScalar, ScalarLog.Saved> empty =
                Map.of(TrainingScalar.REAL_SCORE, new ScalarLog.Saved(ScalarCurve.EMPTY, 5, 1, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> ScalarLog.restore(empty));
        double[] many = new double[MOST_BUCKETS + 1];
        Arrays.setAll(many, i -> i);
        ScalarCurve curve = curve(many, new double[many.length], new double[many.length]);
        Map<TrainingScalar, ScalarLog.Saved> tooMany =
                Map.of(TrainingScalar.REAL_SCORE, new ScalarLog.Saved(curve, many.length, 1, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> ScalarLog.restore(tooMany));
    }

    private static void assertRefused(
            ScalarCurve curve, long last, long span, long inLast, double average, double weight) {
        assertThrows(
                IllegalArgumentException.class, () -> new ScalarLog.Saved(curve, last, span, inLast, average, weight));
    }

    private static ScalarCurve curve(double[] steps, double[] low, double[] high) {
        return new ScalarCurve(steps, new double[steps.length], low, high, new double[steps.length]);
    }

    private static Map<String, Double> adapted(double first) {
        return Map.of(StepReport.AUGMENTATION, first, StepReport.DIFFUSION, first + 1);
    }

    private static Map<String, Double> objectives(double first) {
        return Map.of(
                PairedTranslationSpec.CONTENT,
                first,
                PairedTranslationSpec.FEATURES,
                first + 1,
                UnpairedTranslationSpec.CYCLE,
                first + 2,
                UnpairedTranslationSpec.IDENTITY,
                first + 3,
                EncodingSpec.RESIDUAL,
                first + 6,
                EncodingSpec.FEATURE_RESIDUAL,
                first + 7,
                Regularizer.PathLength.LENGTH,
                first + 8,
                EncodingSpec.ADVERSARIAL,
                first + 9);
    }

    private static void append(ScalarLog log, long from, long to) {
        for (long step = from; step <= to; step++) {
            double value = new SeededRandomStream(7, Purpose.TEST, step).nextGaussian();
            log.append(
                    step,
                    step * 0.01,
                    new StepReport(
                            value,
                            -2 * value,
                            0.5 + value,
                            step % 9 == 0 ? Double.NaN : 1,
                            3 * value,
                            0,
                            new UpdateStatistics(value * value, 1e-3, 2e-4),
                            step % 5 == 0 ? UpdateStatistics.NONE : new UpdateStatistics(Math.abs(value), 1e-4, 1e-4),
                            objectives(value),
                            adapted(value),
                            new ElboReport(value + 9, 1)));
        }
    }

    private static void assertSame(ScalarLog.Saved expected, ScalarLog.Saved actual) {
        assertArrayEquals(expected.curve().steps(), actual.curve().steps());
        assertArrayEquals(expected.curve().seconds(), actual.curve().seconds());
        assertArrayEquals(expected.curve().low(), actual.curve().low());
        assertArrayEquals(expected.curve().high(), actual.curve().high());
        assertArrayEquals(expected.curve().smooth(), actual.curve().smooth());
        assertEquals(expected.inLast(), actual.inLast());
        assertEquals(expected.average(), actual.average());
        assertEquals(expected.weight(), actual.weight());
        assertEquals(expected.lastStep(), actual.lastStep());
    }

    private static int bucketOf(ScalarCurve curve, long step) {
        int index = Arrays.binarySearch(curve.steps(), step);
        return index >= 0 ? index : -index - 1;
    }
}
