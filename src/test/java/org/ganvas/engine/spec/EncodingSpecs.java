package org.ganvas.engine.spec;

import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.TrainingSpec;

/** Small GANs with an encoder beside them. */
public final class EncodingSpecs {

    public static final int LATENTS = 4;

    private EncodingSpecs() {}

    /** Generator and discriminator with all that could betray an encoder: running statistics, dropout, an average. */
    public static GanSpec of(ImageShape image) {
        OptimizerSpec adam = OptimizerSpec.adam(2e-3, 0.5, 0.999);
        return new GanSpec(
                        LATENTS,
                        image,
                        0,
                        Conditioning.NONE,
                        network(
                                new LayerSpec.Dense(16),
                                new LayerSpec.BatchNorm(1e-5, 0.1),
                                new LayerSpec.LeakyRelu(0.2),
                                new LayerSpec.Dense(image.size()),
                                new LayerSpec.Tanh()),
                        network(
                                new LayerSpec.Dense(16),
                                new LayerSpec.LeakyRelu(0.2),
                                new LayerSpec.Dropout(0.3),
                                new LayerSpec.Dense(1)),
                        LossSpec.NON_SATURATING,
                        new TrainingSpec(8, adam, adam, 0.99))
                .withGame(game(OptimizerSpec.adam(2e-3, 0.9, 0.999)));
    }

    /** An encoder without BatchNorm and dropout. */
    public static EncodingSpec game(OptimizerSpec optimizer) {
        return new EncodingSpec(encoder(LATENTS), optimizer, 0.5, 0, new DomainSpec.Whole());
    }

    /** An encoder in the game. */
    public static EncodingSpec joint(int latents) {
        return new EncodingSpec(
                encoder(latents), OptimizerSpec.adam(2e-3, 0.5, 0.999), 0.5, 0, new DomainSpec.Whole(), true);
    }

    public static NetworkSpec encoder(int outputs) {
        return network(new LayerSpec.Dense(16), new LayerSpec.LeakyRelu(0.2), new LayerSpec.Dense(outputs));
    }

    private static NetworkSpec network(LayerSpec... layers) {
        return new NetworkSpec(InitSpec.PYTORCH, List.of(layers));
    }
}
