package org.ganvas.bench.speed;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.ganvas.data.Dataset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.TranslationDraws;

/** The same translations on libtorch: pix2pix with the non-saturating loss, and CycleGAN with least squares. */
final class LibtorchTranslation {

    private final GanSpec spec;
    private final LibtorchNetworks networks;
    private final TranslationDraws draws;
    private final Adam generator;
    private final Adam discriminator;
    private final Adam back;
    private final Adam backDiscriminator;

    LibtorchTranslation(GanSpec spec, TrainerState start, Dataset data) {
        this.spec = spec;
        networks = new LibtorchNetworks(start);
        boolean paired = spec.game() instanceof PairedTranslationSpec;
        draws = new TranslationDraws(spec, data, paired);
        generator = networks.optimizer("generator", spec.training().generatorOptimizer());
        discriminator = networks.optimizer("discriminator", spec.training().discriminatorOptimizer());
        back = networks.optimizer(
                UnpairedTranslationSpec.BACK_GENERATOR, spec.training().generatorOptimizer());
        backDiscriminator = networks.optimizer(
                UnpairedTranslationSpec.BACK_DISCRIMINATOR, spec.training().discriminatorOptimizer());
    }

    /** A step. Returns the mean loss of the discriminators, and the mean adversarial loss of the generators. */
    double[] step() {
        float[][] drawn = draws.next();
        try (PointerScope scope = new PointerScope()) {
            LayerShape given = spec.generatorInput();
            Tensor a = images(drawn[0], given.channels());
            Tensor b = images(drawn[1], spec.image().channels());
            return spec.game() instanceof PairedTranslationSpec game ? paired(game, a, b) : unpaired(a, b);
        }
    }

    private Tensor images(float[] values, int channels) {
        long pixels = (long) spec.image().height() * spec.image().width();
        return LibtorchNetworks.tensor(
                values,
                values.length / channels / pixels,
                channels,
                spec.image().height(),
                spec.image().width());
    }

    private Tensor generate(Tensor images) {
        return networks.run(spec.generator(), "generator", images);
    }

    private Tensor generateBack(Tensor images) {
        return networks.run(spec.generator(), UnpairedTranslationSpec.BACK_GENERATOR, images);
    }

    private double[] paired(PairedTranslationSpec game, Tensor condition, Tensor wanted) {
        Tensor made = generate(condition);
        discriminator.zero_grad();
        Tensor loss = softplus(seen(wanted, condition), -1).add(softplus(seen(made.detach(), condition), 1));
        loss.backward();
        discriminator.step();

        generator.zero_grad();
        Tensor adversarial = softplus(seen(made, condition), -1);
        Tensor content = made.sub(wanted).abs().mean().mul(new Scalar(game.contentWeight()));
        content.add(adversarial).backward();
        generator.step();
        return new double[] {loss.item_float(), adversarial.item_float()};
    }

    private Tensor seen(Tensor images, Tensor condition) {
        return networks.run(
                spec.discriminator(), "discriminator", torch.cat(new TensorVector(images, condition), 1));
    }

    private static Tensor softplus(Tensor logits, double sign) {
        return torch.softplus(logits.mul(new Scalar(sign))).mean();
    }

    private double[] unpaired(Tensor a, Tensor b) {
        Tensor ofA = generate(a);
        Tensor ofB = generateBack(b);
        Tensor loss = teach("discriminator", discriminator, b, ofA);
        Tensor backLoss = teach(UnpairedTranslationSpec.BACK_DISCRIMINATOR, backDiscriminator, a, ofB);

        generator.zero_grad();
        back.zero_grad();
        Tensor adversarial = squares(logits("discriminator", ofA), 1);
        Tensor backAdversarial = squares(logits(UnpairedTranslationSpec.BACK_DISCRIMINATOR, ofB), 1);
        Tensor cycle = generateBack(ofA).sub(a).abs().mean().add(generate(ofB).sub(b).abs().mean());
        double weight = ((UnpairedTranslationSpec) spec.game()).cycleWeight();
        adversarial.add(backAdversarial).add(cycle.mul(new Scalar(weight))).backward();
        generator.step();
        back.step();
        return new double[] {
            (loss.item_float() + backLoss.item_float()) / 2, (adversarial.item_float() + backAdversarial.item_float()) / 2
        };
    }

    private Tensor teach(String player, Adam optimizer, Tensor real, Tensor fake) {
        optimizer.zero_grad();
        Tensor loss = squares(logits(player, real), 1).add(squares(logits(player, fake.detach()), 0));
        loss.backward();
        optimizer.step();
        return loss;
    }

    private Tensor logits(String player, Tensor images) {
        return networks.run(spec.discriminator(), player, images);
    }

    /** Half the mean squared distance of logits from a target. */
    private static Tensor squares(Tensor logits, double target) {
        return logits.sub(new Scalar(target)).pow(new Scalar(2)).mean().mul(new Scalar(0.5));
    }
}
