package org.ganvas.session.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.data.ImageShape;
import org.ganvas.data.corruption.TrivialAnswer;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.metrics.translation.TranslationMetric;
import org.ganvas.session.translation.NumberedImages;
import org.ganvas.session.translation.TranslationExamples;
import org.junit.jupiter.api.Test;

class TranslationBenchTest {

    private static final ImageShape SHAPE = new ImageShape(1, 12, 12);
    private static final NumberedImages IMAGES = new NumberedImages(SHAPE, 40, null);

    private static Map<TranslationMetric, TranslationBench.Score> scores(
            TranslationBench bench, float[] outputs, TranslationBench.ImageClassifier classifier) {
        Map<TranslationMetric, TranslationBench.Score> scores = new HashMap<>();
        bench.scores(outputs, classifier).forEach(score -> scores.put(score.metric(), score));
        return scores;
    }

    @Test
    void outputsThatInvertTheInputAreRightAndTheInputItselfIsNot() {
        GanSpec spec = TranslationSpecs.paired(new ConditionSpec.Inverted(), SHAPE);
        TranslationBench bench = new TranslationBench(TranslationExamples.of(spec, IMAGES), 30, 1);
        assertEquals(30, bench.count());
        float[] right = bench.given().clone();
        for (int i = 0; i < right.length; i++) {
            right[i] = -right[i];
        }
        Map<TranslationMetric, TranslationBench.Score> scores = scores(bench, right, null);
        assertEquals(1, scores.get(TranslationMetric.SSIM).value(), 1e-9);
        assertEquals(0, scores.get(TranslationMetric.L1).value());
        // The difference of a uniform number on [-1, 1] from its negative has a mean of 1, half the range.
        assertEquals(.5, scores.get(TranslationMetric.L1).best(), .02);
        assertEquals(
                List.of(TrivialAnswer.INPUT),
                List.copyOf(scores.get(TranslationMetric.L1).trivial().keySet()));
    }

    @Test
    void holesAreScoredByThemselvesBesideTheirMean() {
        ConditionSpec hole = new ConditionSpec.Hole(.5, ConditionSpec.Hole.Kind.CENTRED);
        GanSpec spec = TranslationSpecs.paired(hole, SHAPE);
        TranslationBench bench = new TranslationBench(TranslationExamples.of(spec, IMAGES), 40, 1);
        Map<TranslationMetric, TranslationBench.Score> scores = scores(bench, new float[40 * SHAPE.size()], null);
        TranslationBench.Score inHole = scores.get(TranslationMetric.HOLE_PSNR);
        // Against zeros the mean square of a uniform number is 1/3, of a range of 4.
        assertEquals(10 * Math.log10(12), inHole.value(), .2);
        assertEquals(10 * Math.log10(12), inHole.best(), .3);
        assertTrue(scores.get(TranslationMetric.PSNR).best()
                > scores.get(TranslationMetric.PSNR).value() + 5);
    }

    @Test
    void withoutTargetsOnlyKeptClassesAreCounted() {
        GanSpec spec = TranslationSpecs.unpaired(new DomainSpec.OfClass(0), new DomainSpec.OfClass(1), SHAPE);
        TranslationBench bench = new TranslationBench(TranslationExamples.of(spec, IMAGES), 20, 1);
        float[] outputs = new float[20 * SHAPE.size()];
        assertTrue(scores(bench, outputs, null).isEmpty());
        int[] half = new int[20];
        Arrays.fill(half, 0, 10, 1);
        Map<TranslationMetric, TranslationBench.Score> scores = scores(bench, outputs, images -> half);
        assertEquals(1, scores.size());
        assertEquals(.5, scores.get(TranslationMetric.KEPT_CLASS).value());
    }

    @Test
    void negativesAreClassifiedAsTheImagesThatTheyAreOf() {
        GanSpec spec = TranslationSpecs.unpaired(
                new DomainSpec.Whole(), new DomainSpec.Changed(new ConditionSpec.Inverted()), SHAPE);
        TranslationBench bench = new TranslationBench(TranslationExamples.of(spec, IMAGES), 20, 1);
        float[] outputs = bench.given().clone();
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = -outputs[i];
        }
        Map<TranslationMetric, TranslationBench.Score> scores = scores(bench, outputs, images -> {
            int[] classes = new int[20];
            Arrays.fill(classes, Arrays.equals(images, bench.given()) ? 0 : 7);
            return classes;
        });
        assertTrue(scores.get(TranslationMetric.KEPT_CLASS).value() > 0, "the negative of a negative is the image");
        assertEquals(0, scores.get(TranslationMetric.KEPT_CLASS).best(), "the input is no negative");
        assertEquals(0, scores.get(TranslationMetric.L1).value(), 1e-9);
    }
}
