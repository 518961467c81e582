package org.ganvas.bench;

import java.util.Arrays;
import java.util.Locale;
import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.data.Datasets;
import org.ganvas.data.Progress;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.engine.Engine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Presets;
import org.ganvas.engine.spec.TrainingSpec;
import org.ganvas.engine.train.GanTrainer;
import org.ganvas.engine.train.StepReport;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Training steps a second, ours against stock Deeplearning4j: the same networks, weights, batches and latents, one
 * native thread, one run of the JVM, alternating round by round. Prints a table and the ratio with its spread.
 */
public final class StepBenchmark {

    private static final int WARM_UP = 60;
    private static final int ROUNDS = 9;
    private static final int STEPS = 40;
    private static final int COMPARED = 20;

    private final GanSpec spec;
    private final Dataset data;
    private final BatchSampler sampler;
    private final GanTrainer ours;
    private final StockDl4jGan theirs;
    private long theirStep;

    private StepBenchmark(String preset) throws Exception {
        spec = withoutAverage(Presets.get(preset).spec());
        data = Datasets.open(Datasets.DOODLES, Progress.NONE);
        sampler = new BatchSampler(1, data.size());
        ours = new GanTrainer(spec, data, 1);
        theirs = new StockDl4jGan(spec, ours.capture());
    }

    /** The average serves drawing alone, and the stock nets keep none. */
    private static GanSpec withoutAverage(GanSpec spec) {
        TrainingSpec training = spec.training();
        return spec.withTraining(new TrainingSpec(
                training.batch(), training.generatorOptimizer(), training.discriminatorOptimizer(), 0));
    }

    public static void main(String[] args) throws Exception {
        Engine.useThreads(1);
        Engine.start();
        for (String preset : args.length > 0 ? args : new String[] {"mlp-b"}) {
            new StepBenchmark(preset).run(preset);
        }
        System.exit(0);
    }

    private void run(String preset) {
        double largest = 0;
        for (int i = 0; i < COMPARED; i++) {
            largest = Math.max(largest, difference(ours.step(), stockStep()));
        }
        System.out.printf(
                Locale.ROOT, "%s: losses of the first %d steps differ by at most %.1e%n", preset, COMPARED, largest);
        ours(WARM_UP);
        stock(WARM_UP);
        double[] ratios = new double[ROUNDS];
        double[] ourSpeed = new double[ROUNDS];
        double[] theirSpeed = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ourSpeed[round] = STEPS / ours(STEPS);
            theirSpeed[round] = STEPS / stock(STEPS);
            ratios[round] = ourSpeed[round] / theirSpeed[round];
        }
        print("Ganvas, steps/s", ourSpeed);
        print("stock DL4J, steps/s", theirSpeed);
        print("ratio", ratios);
    }

    private static void print(String name, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "  %-22s median %8.2f   (least %.2f, greatest %.2f)%n",
                name,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
    }

    private static double difference(StepReport report, double[] losses) {
        return Math.max(Math.abs(report.discriminatorLoss() - losses[0]), Math.abs(report.generatorLoss() - losses[1]));
    }

    private double ours(int steps) {
        long before = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            ours.step();
        }
        return (System.nanoTime() - before) / 1e9;
    }

    private double stock(int steps) {
        long before = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            stockStep();
        }
        return (System.nanoTime() - before) / 1e9;
    }

    private double[] stockStep() {
        theirStep++;
        int batch = spec.training().batch();
        int size = spec.image().size();
        int[] indices = sampler.indices(theirStep - 1, batch);
        float[] pixels = new float[batch * size];
        for (int i = 0; i < batch; i++) {
            data.copyPicture(indices[i], pixels, i * size);
        }
        float[] noise = new float[batch * spec.latentDim()];
        new RandomStream(1, Purpose.TRAINING_LATENT, theirStep).fillGaussian(noise, 1);
        INDArray real = Nd4j.createFromArray(pixels).reshape(batch, size);
        return theirs.step(real, Nd4j.createFromArray(noise).reshape(batch, spec.latentDim()));
    }
}
