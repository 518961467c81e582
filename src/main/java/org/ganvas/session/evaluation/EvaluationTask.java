package org.ganvas.session.evaluation;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.message.Message;
import org.ganvas.session.background.WorkerTask;
import org.ganvas.session.run.MetricLog;
import org.jspecify.annotations.Nullable;

/**
 * Evaluation of one run's generators. The feature network for images is found or trained before the first evaluation, at a
 * share of one core. The evaluation thread's.
 */
public final class EvaluationTask implements WorkerTask {

    /** Share of one core for the preparation: a quarter, because it happens once. */
    private static final double PREPARATION_SHARE = 0.25;

    private final GanSpec spec;
    private final Dataset data;
    private final FeatureNetworkProvider networks;
    private final MetricLog log;
    private final Runnable evaluated;
    private final Consumer<Message> failed;
    private @Nullable GeneratorEvaluator evaluator;
    private @Nullable GeneratorProbe probe;
    private boolean impossible;

    /**
     * @param log receives the values
     * @param evaluated called after each evaluation
     * @param failed receives the reason why this run cannot be evaluated, once
     */
    public EvaluationTask(
            GanSpec spec,
            Dataset data,
            FeatureNetworkProvider networks,
            MetricLog log,
            Runnable evaluated,
            Consumer<Message> failed) {
        this.spec = spec;
        this.data = data;
        this.networks = networks;
        this.log = log;
        this.evaluated = evaluated;
        this.failed = failed;
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
        for (GeneratorEvaluator.Result result : ready.evaluate(generator)) {
            log.append(new MetricLog.MetricValue(
                    result.id(), weights.step(), trainedSeconds, result.value(), result.floor()));
        }
        evaluated.run();
    }

    private @Nullable GeneratorEvaluator evaluator(Rest rest) {
        if (evaluator == null) {
            try {
                evaluator = prepare(new PausingProgress(rest));
            } catch (DataException e) {
                impossible = true;
                failed.accept(e.message());
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
        Optional<Dataset> test = DatasetRegistry.openTest(data.id(), spec.image(), progress)
                .filter(held -> held.shape().equals(data.shape()) && held.classCount() == data.classCount());
        return new ImageEvaluator(spec, data, test, networks, progress);
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
