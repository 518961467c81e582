package org.ganvas.bench.proof;

import java.util.Locale;
import org.ganvas.data.Dataset;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.metrics.ModeCoverage;

/** Run on a 2-D mixture, without window or session, and the quality of its samples. */
public final class PointRun implements AutoCloseable {

    /** Number of samples evaluated, as in VEEGAN and PacGAN. */
    static final int SAMPLES = 2500;

    private final GanSpec spec;
    private final Dataset data;
    private final GameTrainer trainer;
    private final GeneratorProbe probe;
    private StepReport last = new StepReport(0, 0, 0, 0);

    public PointRun(GanSpec spec, String dataId, long seed) throws Exception {
        this.spec = spec;
        data = DatasetRegistry.open(dataId, ProgressListener.NONE);
        trainer = new GameTrainer(spec, data, seed);
        probe = new GeneratorProbe(spec);
    }

    GameTrainer trainer() {
        return trainer;
    }

    StepReport last() {
        return last;
    }

    /** Number of clusters of the data. */
    int modes() {
        return data.modes().orElseThrow().centres().size();
    }

    /** Continues training. */
    public PointRun steps(int count) {
        for (int i = 0; i < count; i++) {
            last = trainer.step();
        }
        return this;
    }

    /** Mean losses of D and G over further steps. */
    double[] meanLosses(int count) {
        double[] sums = new double[2];
        for (int i = 0; i < count; i++) {
            last = trainer.step();
            sums[0] += last.discriminatorLoss();
            sums[1] += last.generatorLoss();
        }
        return new double[] {sums[0] / count, sums[1] / count};
    }

    /** Modes and quality of fresh samples, with the raw or the averaged weights. */
    ModeCoverage coverage(boolean averaged) {
        GaussianMixture modes = data.modes().orElseThrow();
        return ModeCoverage.of(generated(SAMPLES, averaged), modes);
    }

    /** Fresh samples, x and y in turn, with the raw or the averaged weights. */
    public float[] generated(int count, boolean averaged) {
        probe.load(trainer.capture(), averaged && spec.training().averagesWeights());
        float[] latents = new float[count * spec.latentDim()];
        new SeededRandomStream(99, Purpose.FIXED_LATENT, 1).fillGaussian(latents, 1);
        return probe.generate(latents, new int[count]);
    }

    /** Points of the data, x and y in turn. */
    public float[] real(int count) {
        float[] points = new float[2 * count];
        SeededRandomStream random = new SeededRandomStream(98, Purpose.EVALUATION, 1);
        for (int i = 0; i < count; i++) {
            data.copyImage(random.nextInt(data.size()), points, 2 * i);
        }
        return points;
    }

    /** Short text of modes and share of high quality. */
    static String text(ModeCoverage coverage) {
        return String.format(Locale.ROOT, "%d/%.0f%%", coverage.captured(), 100 * coverage.highQualityShare());
    }

    @Override
    public void close() {
        probe.close();
        trainer.close();
    }
}
