package org.ganvas.session.evaluation;

import java.util.List;
import java.util.Locale;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.session.translation.TranslationExamples;

/**
 * Evaluator of translations whose targets are known, on images that the run does not train on; in the place of the floor
 * stands the best trivial answer. Fewer images than {@code eval} takes, so values compare within a run only.
 */
final class TranslationEvaluator implements GeneratorEvaluator {

    private static final int IMAGES = 250;
    private static final int SEED = 1;

    private final TranslationBench bench;

    TranslationEvaluator(TranslationExamples examples) {
        bench = new TranslationBench(examples, IMAGES, SEED);
    }

    @Override
    public List<Result> evaluate(GeneratorProbe probe, SimilarityTransform place) {
        float[] outputs = probe.generate(bench.given(), new int[bench.count()]);
        return bench.scores(outputs, null).stream()
                .map(score -> new Result(score.metric().name().toLowerCase(Locale.ROOT), score.value(), score.best()))
                .toList();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
