package org.ganvas.bench.speed;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GenerationSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.session.preset.PresetDataPairing;

/**
 * Case of the step benchmark.
 *
 * @param name in the table
 * @param spec without averaged weights, which only rendering uses and the others do not have
 * @param data id of the built-in dataset
 * @param criticOnly whether a step is one update of the critic
 */
record BenchmarkCase(String name, GanSpec spec, String data, boolean criticOnly) {

    private static final int WIDTH = 32;
    private static final int RESIDUAL_BATCH = 32;

    private BenchmarkCase(String name, GanSpec spec, boolean criticOnly) {
        this(name, spec, DatasetEntry.DOODLES, criticOnly);
    }

    static List<BenchmarkCase> all() {
        return List.of(
                new BenchmarkCase("mlp-b", plain(PresetRegistry.get("mlp-b").spec()), false),
                new BenchmarkCase("dcgan c=64, BatchNorm", plain(PresetRegistry.get("dcgan").spec()), false),
                new BenchmarkCase("dcgan c=64, no norm", withoutNorm(plain(PresetRegistry.get("dcgan").spec())), false),
                new BenchmarkCase("WGAN-GP critic step", critic(withoutNorm(plain(PresetRegistry.get("dcgan").spec()))), true),
                new BenchmarkCase("residual 3x3, 32x32 colour", residual(plain(PresetRegistry.get("dcgan-32-colour").spec())), false),
                new BenchmarkCase("pix2pix 32x32 colour", plain(PresetRegistry.get("colour").spec()), false),
                new BenchmarkCase("CycleGAN 28x28", cycle(plain(PresetRegistry.get("cyclegan").spec())), false),
                new BenchmarkCase("ring", plain(PresetRegistry.get("ring").spec()), "builtin:ring", false),
                new BenchmarkCase("ring, two layers of 8", small(plain(PresetRegistry.get("ring").spec())), "builtin:ring", false));
    }

    /** A preset as it is, with the built-in data that suits it. */
    static BenchmarkCase of(Preset preset) {
        return new BenchmarkCase(preset.id(), preset.spec(), PresetDataPairing.dataFor(preset, DatasetEntry.DOODLES), false);
    }

    /** Whether stock Deeplearning4j's plain stacks of layers can train it. */
    boolean isForStock() {
        return !criticOnly && spec.game() instanceof GenerationSpec && spec.image().height() > 1 && spec.generator().layers().stream().noneMatch(RegisterLayerSpec.class::isInstance);
    }

    /** CycleGAN without its history of images, whose random numbers are nothing to compare. */
    private static GanSpec cycle(GanSpec spec) {
        UnpairedTranslationSpec game = (UnpairedTranslationSpec) spec.game();
        return spec.withGame(new UnpairedTranslationSpec(game.from(), game.to(), game.cycleWeight(), game.identityWeight(), 0));
    }

    /** The 2-D game with networks of two hidden layers of eight units. */
    private static GanSpec small(GanSpec spec) {
        return new GanSpec(
                spec.latentDim(), spec.image(), spec.classes(), spec.conditioning(),
                narrow(spec.generator()), narrow(spec.discriminator()), spec.loss(), spec.training());
    }

    private static NetworkSpec narrow(NetworkSpec network) {
        List<LayerSpec> layers = new ArrayList<>(network.layers());
        layers.replaceAll(layer -> layer instanceof LayerSpec.Dense dense && dense.units() > 2 ? new LayerSpec.Dense(8) : layer);
        return new NetworkSpec(network.init(), layers);
    }

    /** Residual blocks of 3x3 convolutions in both networks: in G between upsampling, in D between pooling. */
    private static GanSpec residual(GanSpec spec) {
        TrainingSpec t = spec.training();
        List<LayerSpec> g = new ArrayList<>(List.of(
                new LayerSpec.Dense(2 * WIDTH * 8 * 8), new LayerSpec.Reshape(2 * WIDTH, 8, 8)));
        block(g, "g1", 2 * WIDTH);
        g.add(new ResizeLayerSpec.Upsample(2, ResizeLayerSpec.Interpolation.NEAREST));
        g.add(conv(WIDTH));
        block(g, "g2", WIDTH);
        g.add(new ResizeLayerSpec.Upsample(2, ResizeLayerSpec.Interpolation.NEAREST));
        block(g, "g3", WIDTH);
        g.addAll(List.of(new LayerSpec.Relu(), conv(3), new LayerSpec.Tanh()));
        List<LayerSpec> d = new ArrayList<>(List.of(conv(WIDTH)));
        block(d, "d1", WIDTH);
        d.add(new ResizeLayerSpec.AveragePool(2));
        block(d, "d2", WIDTH);
        d.addAll(List.of(new ResizeLayerSpec.AveragePool(2), conv(2 * WIDTH)));
        block(d, "d3", 2 * WIDTH);
        d.addAll(List.of(new LayerSpec.Relu(), new LayerSpec.Dense(1)));
        return new GanSpec(
                spec.latentDim(), spec.image(), spec.classes(), spec.conditioning(),
                new NetworkSpec(spec.generator().init(), g), new NetworkSpec(spec.discriminator().init(), d), spec.loss(),
                new TrainingSpec(RESIDUAL_BATCH, t.generatorOptimizer(), t.discriminatorOptimizer(), 0));
    }

    private static void block(List<LayerSpec> layers, String name, int width) {
        layers.addAll(List.of(
                new RegisterLayerSpec.Keep(name),
                new LayerSpec.Relu(),
                conv(width),
                new LayerSpec.Relu(),
                conv(width),
                new RegisterLayerSpec.Join(name, RegisterLayerSpec.How.ADD)));
    }

    private static LayerSpec.Conv conv(int filters) {
        return new LayerSpec.Conv(filters, 3, 1, 1, true);
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
