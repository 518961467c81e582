package org.ganvas.bench.speed;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;

/**
 * Case of the step benchmark.
 *
 * @param name in the table
 * @param spec without averaged weights, which only rendering uses and the others do not have
 * @param criticOnly whether a step is one update of the critic
 */
record BenchmarkCase(String name, GanSpec spec, boolean criticOnly) {

    static List<BenchmarkCase> all() {
        return List.of(
                new BenchmarkCase("mlp-b", plain(PresetRegistry.get("mlp-b").spec()), false),
                new BenchmarkCase("dcgan c=64, BatchNorm", plain(PresetRegistry.get("dcgan").spec()), false),
                new BenchmarkCase("dcgan c=64, no norm", withoutNorm(plain(PresetRegistry.get("dcgan").spec())), false),
                new BenchmarkCase("WGAN-GP critic step", critic(withoutNorm(plain(PresetRegistry.get("dcgan").spec()))), true));
    }

    private static GanSpec plain(GanSpec spec) {
        TrainingSpec training = spec.training();
        return spec.withTraining(new TrainingSpec(
                training.batch(), training.generatorOptimizer(), training.discriminatorOptimizer(), 0));
    }

    private static GanSpec withoutNorm(GanSpec spec) {
        return new GanSpec(
                spec.latentDim(),
                spec.image(),
                spec.classes(),
                spec.conditioning(),
                withoutNorm(spec.generator()),
                withoutNorm(spec.discriminator()),
                spec.loss(),
                spec.training());
    }

    private static NetworkSpec withoutNorm(NetworkSpec network) {
        List<LayerSpec> layers = new ArrayList<>(network.layers());
        layers.removeIf(LayerSpec.BatchNorm.class::isInstance);
        return new NetworkSpec(network.init(), layers);
    }

    private static GanSpec critic(GanSpec spec) {
        OptimizerSpec adam = OptimizerSpec.adam(1e-4, 0.5, 0.9);
        return new GanSpec(
                spec.latentDim(),
                spec.image(),
                0,
                spec.conditioning(),
                0,
                spec.generator(),
                spec.discriminator(),
                LossSpec.WASSERSTEIN,
                List.of(new Regularizer.GradientPenalty(Regularizer.Where.BETWEEN, 10, 1, 1)),
                new TrainingSpec(spec.training().batch(), adam, adam, 0));
    }
}
