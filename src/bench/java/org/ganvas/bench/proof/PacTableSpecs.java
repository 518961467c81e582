package org.ganvas.bench.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LearningRateSchedule;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.training.Regularizer.Where;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;

/**
 * Specs of the rows of the tables, all with the same networks: G three layers of 64, D two of 128. GAN and PacGAN-2
 * differ only in packing. Rates fall to a hundredth in the second half, because the clusters are so narrow that a
 * constant rate keeps shaking samples out of them; averaged weights are counted.
 */
final class PacTableSpecs {

    private static final double FINAL_SHARE = 0.01;
    private static final int BATCH = 128;
    private static final int CRITIC_UPDATES = 5;

    /** Divisor of the steps of WGAN-GP, whose steps have five updates of D. */
    private static final int CRITIC_SHARE = 4;

    private final boolean wide;
    private final int steps;

    private PacTableSpecs(boolean wide, int steps) {
        this.wide = wide;
        this.steps = steps;
    }

    /**
     * Setup of one row.
     *
     * @param spec to train
     * @param steps of the run, at whose end the rates have fallen
     */
    record Setup(GanSpec spec, int steps) {}

    /**
     * Setups by name.
     *
     * @param set ring or grid
     * @param steps of every row; a quarter of it for WGAN-GP
     */
    static Map<String, Setup> of(String set, int steps) {
        return new PacTableSpecs(set.equals("grid"), steps).games();
    }

    private Map<String, Setup> games() {
        Map<String, Setup> setups = new LinkedHashMap<>();
        setups.put("GAN", plain(1, List.of()));
        setups.put("PacGAN-2", plain(2, List.of(new Regularizer.Packing(2))));
        setups.put("R3GAN", relativistic());
        setups.put("WGAN-GP", critic());
        return setups;
    }

    /** @param pack points of one input of D; a batch has 128 packs */
    private Setup plain(int pack, List<Regularizer> regularizers) {
        OptimizerSpec adam = OptimizerSpec.adam(2e-3, 0.5, 0.999);
        return setup(LossSpec.NON_SATURATING, regularizers, pack * BATCH, adam, 1, steps);
    }

    private Setup relativistic() {
        double weight = 0.05;
        List<Regularizer> penalties = List.of(
                new GradientPenalty(Where.REAL, weight, 0, 1), new GradientPenalty(Where.GENERATED, weight, 0, 1));
        return setup(LossSpec.RELATIVISTIC, penalties, BATCH, OptimizerSpec.adam(2e-3, 0, 0.99), 1, steps);
    }

    /** WGAN-GP; the penalty weight follows the width of the data, which is four times larger for the grid. */
    private Setup critic() {
        GradientPenalty penalty = new GradientPenalty(Where.BETWEEN, wide ? 0.4 : 0.1, 1, 1);
        OptimizerSpec adam = OptimizerSpec.adam(1e-3, 0, 0.9);
        return setup(LossSpec.WASSERSTEIN, List.of(penalty), BATCH, adam, CRITIC_UPDATES, steps / CRITIC_SHARE);
    }

    private static Setup setup(
            LossSpec loss, List<Regularizer> regularizers, int batch, OptimizerSpec adam, int updates, int count) {
        LearningRateSchedule falling = new LearningRateSchedule(0, count / 2, count, FINAL_SHARE);
        TrainingSpec training = new TrainingSpec(batch, adam, adam, 0.999, updates, 1, falling);
        return new Setup(MnistTableRow.with(networks(), loss, regularizers, training), count);
    }

    private static GanSpec networks() {
        GanSpec points = PresetRegistry.get("ring").spec();
        LayerSpec relu = new LayerSpec.Relu();
        LayerSpec leaky = new LayerSpec.LeakyRelu(0.2);
        LayerSpec hidden = new LayerSpec.Dense(64);
        LayerSpec wider = new LayerSpec.Dense(128);
        List<LayerSpec> generator = List.of(
                hidden,
                relu,
                hidden,
                relu,
                hidden,
                relu,
                new LayerSpec.Dense(points.image().size()));
        List<LayerSpec> discriminator = List.of(wider, leaky, wider, leaky, new LayerSpec.Dense(1));
        return new GanSpec(
                points.latentDim(),
                points.image(),
                0,
                Conditioning.NONE,
                new NetworkSpec(InitSpec.PYTORCH, generator),
                new NetworkSpec(InitSpec.PYTORCH, discriminator),
                LossSpec.NON_SATURATING,
                points.training());
    }
}
