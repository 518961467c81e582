package org.ganvas.session.evaluation;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.message.Message;
import org.ganvas.session.anomaly.NormalImages;
import org.ganvas.session.background.WorkerTask;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.translation.TranslationExamples;
import org.jspecify.annotations.Nullable;

/**
 * Evaluation of one run's generators. The feature network for images is found or trained before the first evaluation, at a
 * share of one core. The evaluation thread's.
 */
public final class EvaluationTask implements WorkerTask {

    /** Share of one core for the preparation, which happens once and which the first value waits for. */
    private static final double PREPARATION_SHARE = 0.5;

    private final GanSpec spec;
    private final Dataset data;
    private final long seed;
    private final FeatureNetworkProvider networks;
    private final MetricLog log;
    private final Listener listener;
    private @Nullable GeneratorEvaluator evaluator;
    private @Nullable GeneratorProbe probe;
    private boolean impossible;

    /** Listener to the evaluation, on its thread. */
    public interface Listener {

        /** The generator was evaluated, and the values are in the log. */
        void onEvaluated();

        /** Another stage, or progress within one. */
        void onProgress(EvaluationProgress progress);

        /** This run cannot be evaluated, for this reason; called once. */
        void onFailed(Message reason);
    }

    /**
     * @param seed of the run
     * @param log receives the values
     */
    public EvaluationTask(
            GanSpec spec, Dataset data, long seed, FeatureNetworkProvider networks, MetricLog log, Listener listener) {
        this.spec = spec;
        this.data = data;
        this.seed = seed;
        this.networks = networks;
        this.log = log;
        this.listener = listener;
    }

    @Override
    public void process(PlayerWeights weights, double trainedSeconds, Rest rest) {
        GeneratorEvaluator ready = impossible ? null : evaluator(rest);
        if (ready == null) {
            return;
        }
        GeneratorProbe generator = probe;
        if (generator == null) {
            generator = new GeneratorProbe(spec);
            probe = generator;
        }
        generator.load(weights);
        for (GeneratorEvaluator.Result result : ready.evaluate(generator, weights.place())) {
            log.append(new MetricLog.MetricValue(
                    result.id(), weights.step(), trainedSeconds, result.value(), result.floor()));
        }
        listener.onProgress(EvaluationProgress.of(EvaluationProgress.Stage.READY));
        listener.onEvaluated();
    }

    private @Nullable GeneratorEvaluator evaluator(Rest rest) {
        if (evaluator == null) {
            try {
                evaluator = prepare(new PausingProgress(rest));
            } catch (DataException e) {
                impossible = true;
                listener.onProgress(EvaluationProgress.of(EvaluationProgress.Stage.IMPOSSIBLE));
                listener.onFailed(e.message());
            } catch (CancellationException e) {
                // Another run has been loaded, which ends this task.
                impossible = true;
            }
        }
        return evaluator;
    }

    private GeneratorEvaluator prepare(ProgressListener progress) throws DataException {
        if (spec.image().isPoint()) {
            return new PointEvaluator(data, DatasetRegistry.openTest(data.id(), progress));
        }
        if (!spec.game().takesLatents()) {
            return ofTranslation(progress);
        }
        Optional<Dataset> test = DatasetRegistry.openTest(data.id(), spec.image(), progress)
                .filter(held -> held.shape().equals(data.shape()) && held.classCount() == data.classCount());
        // One network for the data, whichever class of it is the normal one.
        return new ImageEvaluator(
                spec,
                NormalImages.of(spec, data),
                test.map(held -> NormalImages.of(spec, held)),
                null,
                (training, held, reports) ->
                        openNetwork(NormalImages.chooses(spec) ? data : training, test.orElse(held), reports),
                progress);
    }

    /** Against known targets where there are some, else against the set of images that the translation leads to. */
    private GeneratorEvaluator ofTranslation(ProgressListener progress) throws DataException {
        TranslationExamples held = TranslationExamples.heldOut(spec, data, seed);
        if (held.hasTargets()) {
            return new TranslationEvaluator(held);
        }
        Dataset training = TranslationExamples.of(spec, TranslationExamples.training(spec, data, seed))
                .aims();
        return new ImageEvaluator(spec, training, Optional.of(held.aims()), held, this::openNetwork, progress);
    }

    private FeatureNetwork openNetwork(Dataset training, Dataset heldOut, ProgressListener progress)
            throws DataException {
        FeatureNetwork network = networks.open(training, heldOut, new ClassifierProgress(progress));
        listener.onProgress(EvaluationProgress.of(EvaluationProgress.Stage.REAL_DATA));
        return network;
    }

    /** Tells the listener how far the classifier is. */
    private final class ClassifierProgress implements ProgressListener {
        private final ProgressListener preparation;

        ClassifierProgress(ProgressListener preparation) {
            this.preparation = preparation;
        }

        @Override
        public void report(double fraction) {
            listener.onProgress(new EvaluationProgress(EvaluationProgress.Stage.CLASSIFIER, fraction));
            preparation.report(fraction);
        }

        @Override
        public boolean isCancelled() {
            return preparation.isCancelled();
        }
    }

    /** Pauses after each piece of the preparation, and is cancelled with the task. */
    private static final class PausingProgress implements ProgressListener {
        private final Rest rest;
        private long workStarted = System.nanoTime();
        private boolean wanted = true;

        PausingProgress(Rest rest) {
            this.rest = rest;
        }

        @Override
        public void report(double fraction) {
            wanted = rest.after(System.nanoTime() - workStarted, PREPARATION_SHARE);
            workStarted = System.nanoTime();
        }

        @Override
        public boolean isCancelled() {
            return !wanted;
        }
    }

    @Override
    public void close() {
        if (evaluator != null) {
            evaluator.close();
        }
        if (probe != null) {
            probe.close();
        }
    }
}
