package org.ganvas.session.evaluation;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.Progress;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.train.GeneratorWeights;
import org.ganvas.session.background.WorkerTask;
import org.ganvas.session.run.MetricLog;
import org.jspecify.annotations.Nullable;

/**
 * Measures one run's generators. The network that pictures are compared through is found or trained at the first of them,
 * at a share of one core. The measure thread's.
 */
public final class EvaluationTask implements WorkerTask {

    /** Share of one core that preparing may take: a quarter, because it is done once. */
    private static final double PREPARING = 0.25;

    private final GanSpec spec;
    private final Dataset data;
    private final FeatureNetworkProvider nets;
    private final MetricLog log;
    private final Runnable measured;
    private final Consumer<String> refused;
    private @Nullable Evaluator yardstick;
    private @Nullable GeneratorProbe probe;
    private boolean impossible;

    /**
     * @param log takes what is measured
     * @param measured hears that something was
     * @param refused hears in one sentence why nothing can be, once
     */
    public EvaluationTask(
            GanSpec spec,
            Dataset data,
            FeatureNetworkProvider nets,
            MetricLog log,
            Runnable measured,
            Consumer<String> refused) {
        this.spec = spec;
        this.data = data;
        this.nets = nets;
        this.log = log;
        this.measured = measured;
        this.refused = refused;
    }

    @Override
    public void process(GeneratorWeights weights, double trainedSeconds, Rest rest) {
        Evaluator ready = impossible ? null : yardstick(rest);
        if (ready == null) {
            return;
        }
        GeneratorProbe drawing = probe;
        if (drawing == null) {
            drawing = new GeneratorProbe(spec);
            probe = drawing;
        }
        drawing.load(weights);
        for (Evaluator.Reading reading : ready.read(drawing)) {
            log.append(new MetricLog.Measure(
                    reading.id(), weights.step(), trainedSeconds, reading.value(), reading.floor()));
        }
        measured.run();
    }

    private @Nullable Evaluator yardstick(Rest rest) {
        if (yardstick == null) {
            try {
                yardstick = prepare(new Resting(rest));
            } catch (DataException e) {
                impossible = true;
                refused.accept(String.valueOf(e.getMessage()));
            } catch (CancellationException e) {
                // Another run took this one's place, and with it goes this work.
                impossible = true;
            }
        }
        return yardstick;
    }

    private Evaluator prepare(Progress progress) throws DataException {
        if (spec.image().isPoint()) {
            return new PointEvaluator(data, DatasetRegistry.openTest(data.id(), progress));
        }
        Optional<Dataset> test = DatasetRegistry.openTest(data.id(), spec.image(), progress)
                .filter(held -> held.shape().equals(data.shape()) && held.classCount() == data.classCount());
        return new ImageEvaluator(spec, data, test, nets, progress);
    }

    /** Rests after each piece of a long task. */
    private static final class Resting implements Progress {
        private final Rest rest;
        private long since = System.nanoTime();
        private boolean wanted = true;

        Resting(Rest rest) {
            this.rest = rest;
        }

        @Override
        public void at(double fraction) {
            wanted = rest.after(System.nanoTime() - since, PREPARING);
            since = System.nanoTime();
        }

        @Override
        public boolean cancelled() {
            return !wanted;
        }
    }

    @Override
    public void close() {
        if (yardstick != null) {
            yardstick.close();
        }
        if (probe != null) {
            probe.close();
        }
    }
}
