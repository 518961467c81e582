package org.ganvas.engine.spec;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.NormLayerSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;

/** Specs of small translations of images for tests. */
public final class TranslationSpecs {

    private TranslationSpecs() {}

    /** A small pix2pix for images of even sides. */
    public static GanSpec paired(ConditionSpec condition, ImageShape image) {
        return spec(new PairedTranslationSpec(condition, true, Objective.Norm.L1, 10, 1, 0, 0), image);
    }

    /** A small CycleGAN for images of even sides. */
    public static GanSpec unpaired(DomainSpec from, DomainSpec to, ImageShape image) {
        return spec(new UnpairedTranslationSpec(from, to, 10, 5, 4), image);
    }

    /** A small spec of a game for images of even sides, with a batch of 4. */
    public static GanSpec spec(GameSpec game, ImageShape image) {
        return new GanSpec(
                0,
                image,
                0,
                Conditioning.NONE,
                0,
                generator(game, image),
                discriminator(),
                LossSpec.LEAST_SQUARES,
                List.of(),
                new TrainingSpec(4, OptimizerSpec.adam(2e-3, 0.5, 0.999), OptimizerSpec.adam(2e-3, 0.5, 0.999), 0.9),
                game);
    }

    /** The same spec with another loss and other regularizers. */
    public static GanSpec with(GanSpec spec, LossSpec loss, Regularizer... regularizers) {
        return new GanSpec(
                0,
                spec.image(),
                0,
                Conditioning.NONE,
                0,
                spec.generator(),
                spec.discriminator(),
                loss,
                List.of(regularizers),
                spec.training(),
                spec.game());
    }

    private static NetworkSpec generator(GameSpec game, ImageShape image) {
        int factor = image.height() / game.generatorInput(image, 0).height();
        List<LayerSpec> layers = new ArrayList<>(List.of(
                new LayerSpec.Conv(6, 3, 1, 1, true),
                new LayerSpec.LeakyRelu(0.2),
                new RegisterLayerSpec.Keep("e1"),
                new LayerSpec.Conv(8, 4, 2, 1, true),
                new NormLayerSpec.InstanceNorm(1e-5),
                new LayerSpec.Relu(),
                new LayerSpec.ConvTranspose(6, 4, 2, 1, true),
                new RegisterLayerSpec.Join("e1", RegisterLayerSpec.How.CONCAT)));
        if (factor > 1) {
            layers.add(new ResizeLayerSpec.Upsample(factor, ResizeLayerSpec.Interpolation.NEAREST));
        }
        layers.add(new LayerSpec.Conv(image.channels(), 3, 1, 1, true));
        layers.add(new LayerSpec.Tanh());
        return new NetworkSpec(InitSpec.GLOROT, layers);
    }

    private static NetworkSpec discriminator() {
        return new NetworkSpec(
                InitSpec.GLOROT,
                List.of(
                        new LayerSpec.Conv(8, 4, 2, 1, true),
                        new LayerSpec.LeakyRelu(0.2),
                        new LayerSpec.Conv(1, 3, 1, 1, true)));
    }
}
