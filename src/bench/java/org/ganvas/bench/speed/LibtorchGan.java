package org.ganvas.bench.speed;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.state.TrainerState;

/**
 * The same unconditional GAN on libtorch in eager mode, in its usual style: module functions, zero_grad, backward,
 * step, without disabling gradients by hand.
 */
final class LibtorchGan {

    private static final double PENALTY = 10;

    private final GanSpec spec;
    private final LibtorchNetworks networks;
    private final Adam generatorAdam;
    private final Adam discriminatorAdam;

    LibtorchGan(GanSpec spec, TrainerState start) {
        this.spec = spec;
        networks = new LibtorchNetworks(start);
        generatorAdam = networks.optimizer("generator", spec.training().generatorOptimizer());
        discriminatorAdam = networks.optimizer("discriminator", spec.training().discriminatorOptimizer());
    }

    private Tensor images(float[] values) {
        int batch = values.length / spec.image().size();
        boolean rows = spec.discriminator().layers().get(0) instanceof LayerSpec.Dense;
        return rows
                ? LibtorchNetworks.tensor(values, batch, spec.image().size())
                : LibtorchNetworks.tensor(
                        values,
                        batch,
                        spec.image().channels(),
                        spec.image().height(),
                        spec.image().width());
    }

    private Tensor generate(float[] latents) {
        Tensor z = LibtorchNetworks.tensor(latents, latents.length / spec.latentDim(), spec.latentDim());
        return networks.run(spec.generator(), "generator", z);
    }

    private Tensor discriminate(Tensor images) {
        return networks.run(spec.discriminator(), "discriminator", images);
    }

    private static Tensor crossEntropy(Tensor logits, double target) {
        return torch.binary_cross_entropy_with_logits(logits, torch.full_like(logits, new Scalar(target)));
    }

    /** D's update, then G's. Returns both losses. */
    double[] step(float[] real, float[] latents) {
        try (PointerScope scope = new PointerScope()) {
            discriminatorAdam.zero_grad();
            Tensor fake = generate(latents);
            Tensor ofReal = crossEntropy(discriminate(images(real)), 1);
            Tensor ofFake = crossEntropy(discriminate(fake.detach()), 0);
            Tensor discriminatorLoss = ofReal.add(ofFake);
            discriminatorLoss.backward();
            discriminatorAdam.step();

            generatorAdam.zero_grad();
            Tensor generatorLoss = crossEntropy(discriminate(fake), 1);
            generatorLoss.backward();
            generatorAdam.step();
            return new double[] {discriminatorLoss.item_float(), generatorLoss.item_float()};
        }
    }

    /**
     * One update of a critic with gradient penalty (Gulrajani 2017). Returns its loss without the penalty, and that.
     */
    double[] criticStep(float[] real, float[] latents, float[] shares) {
        try (PointerScope scope = new PointerScope()) {
            discriminatorAdam.zero_grad();
            Tensor x = images(real);
            Tensor fake;
            try (NoGradGuard guard = new NoGradGuard()) {
                fake = generate(latents);
            }
            long[] each = new long[(int) x.dim()];
            Arrays.fill(each, 1);
            each[0] = x.size(0);
            Tensor share = LibtorchNetworks.tensor(shares, each);
            Tensor between = fake.add(share.mul(x.sub(fake)));
            between.set_requires_grad(true);
            Tensor critic = discriminate(fake).mean().sub(discriminate(x).mean());
            Tensor logits = discriminate(between);
            Tensor gradient = torch.grad(
                            new TensorVector(logits),
                            new TensorVector(between),
                            new TensorVector(torch.ones_like(logits)),
                            new BoolOptional(true),
                            true,
                            false)
                    .get(0);
            Tensor norms = gradient.reshape(x.size(0), -1).norm(new ScalarOptional(new Scalar(2)), 1);
            Tensor penalty =
                    norms.sub(new Scalar(1)).pow(new Scalar(2)).mean().mul(new Scalar(PENALTY));
            critic.add(penalty).backward();
            discriminatorAdam.step();
            return new double[] {critic.item_float(), penalty.item_float()};
        }
    }
}
