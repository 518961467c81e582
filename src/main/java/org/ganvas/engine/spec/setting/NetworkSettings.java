package org.ganvas.engine.spec.setting;

import static org.ganvas.engine.spec.setting.SettingKinds.choice;
import static org.ganvas.engine.spec.setting.SettingKinds.linearWhole;
import static org.ganvas.engine.spec.setting.SettingKinds.logarithmicWhole;
import static org.ganvas.engine.spec.setting.SettingKinds.whole;

import java.util.List;
import org.ganvas.data.LatentPrior;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GenerationSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.training.LossSpec;

/** Settings of the latent, the labels, the weights' start and the objective. Immutable, any thread. */
public final class NetworkSettings {

    /** Distribution of the latents; an autoencoder's is Gaussian. */
    public static final Setting<LatentPrior> PRIOR = Setting.of(
                    "game.prior",
                    "prior",
                    SpecPart.NETWORKS,
                    new SettingRange.Choice(List.of(LatentPrior.values())),
                    new GameAccess<>(GenerationSpec.class, "prior", LatentPrior.class))
            .when(TrainingSettings::adversarial);

    static final List<Setting<?>> ALL = List.of(
            whole("latentDim", "latent", SpecPart.NETWORKS, logarithmicWhole(1, 1024)),
            PRIOR,
            choice("conditioning", "conditioning", SpecPart.NETWORKS, Conditioning.class)
                    .when(spec -> spec.classes() >= 2),
            whole("codes", "codes", SpecPart.NETWORKS, linearWhole(0, 16))
                    .when(spec -> spec.conditioning() == Conditioning.INFORMATION),
            choice("generator.init", "init.generator", SpecPart.NETWORKS, InitSpec.class),
            choice("discriminator.init", "init.discriminator", SpecPart.NETWORKS, InitSpec.class),
            choice("loss", "loss", SpecPart.LOSS, LossSpec.class));

    private NetworkSettings() {}
}
