package org.ganvas.bench.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;

/**
 * The same unconditional GAN on libtorch in eager mode, in its usual style: module functions, zero_grad, backward,
 * step, without disabling gradients by hand.
 */
final class LibtorchGan {

    private static final double PENALTY = 10;

    private final GanSpec spec;
    private final Map<String, Tensor> weights = new HashMap<>();
    private final Adam generatorAdam;
    private final Adam discriminatorAdam;

    LibtorchGan(GanSpec spec, TrainerState start) {
        this.spec = spec;
        TensorVector generator = load(spec.generator(), "generator/", start);
        TensorVector discriminator = load(spec.discriminator(), "discriminator/", start);
        generatorAdam = new Adam(generator, options(spec.training().generatorOptimizer()));
        discriminatorAdam = new Adam(discriminator, options(spec.training().discriminatorOptimizer()));
    }

    private static AdamOptions options(OptimizerSpec spec) {
        AdamOptions options = new AdamOptions(spec.learningRate());
        // The pair is stored in reverse order.
        options.betas().put(0, spec.beta2());
        options.betas().put(1, spec.beta1());
        options.eps().put(spec.epsilon());
        return options;
    }

    private TensorVector load(NetworkSpec network, String prefix, TrainerState start) {
        List<Tensor> parameters = new ArrayList<>();
        for (NamedArray array : start.arrays()) {
            if (!array.name().startsWith(prefix) || array.name().contains("/adam/")) {
                continue;
            }
            Tensor tensor = tensor(array.values(), array.shape());
            if (array.name().endsWith("dense/weight")) {
                tensor = tensor.t().contiguous();
            }
            boolean statistic = array.name().endsWith("/mean") || array.name().endsWith("/variance");
            if (!statistic) {
                tensor.set_requires_grad(true);
                parameters.add(tensor);
            }
            weights.put(array.name(), tensor);
        }
        return new TensorVector(parameters.toArray(Tensor[]::new));
    }

    private static Tensor tensor(float[] values, long... shape) {
        org.bytedeco.javacpp.FloatPointer pointer = new org.bytedeco.javacpp.FloatPointer(values);
        return torch.from_blob(pointer, shape).clone();
    }

    private Tensor run(NetworkSpec network, String prefix, Tensor input) {
        Tensor x = input;
        Map<String, Tensor> kept = new HashMap<>();
        for (int i = 0; i < network.layers().size(); i++) {
            LayerSpec layer = network.layers().get(i);
            if (layer instanceof RegisterLayerSpec.Keep keep) {
                kept.put(keep.name(), x);
            } else if (layer instanceof RegisterLayerSpec.Join join) {
                x = x.add(kept.get(join.name()));
            } else {
                x = layer(layer, prefix + i, x);
            }
        }
        return x;
    }

    private Tensor layer(LayerSpec layer, String name, Tensor x) {
        if (layer instanceof LayerSpec.Dense) {
            Tensor rows = x.dim() == 2 ? x : x.reshape(x.size(0), -1);
            return torch.linear(rows, weights.get(name + ".dense/weight"), optional(name + ".dense/bias"));
        } else if (layer instanceof LayerSpec.Conv conv) {
            return torch.conv2d(
                    x,
                    weights.get(name + ".conv/weight"),
                    optional(name + ".conv/bias"),
                    twice(conv.stride()),
                    twice(conv.padding()),
                    twice(1),
                    1);
        } else if (layer instanceof LayerSpec.ConvTranspose conv) {
            return torch.conv_transpose2d(
                    x,
                    weights.get(name + ".convTranspose/weight"),
                    optional(name + ".convTranspose/bias"),
                    twice(conv.stride()),
                    twice(conv.padding()),
                    twice(0),
                    1,
                    twice(1));
        } else if (layer instanceof LayerSpec.BatchNorm norm) {
            String path = name + ".batchNorm/";
            return torch.batch_norm(
                    x,
                    optional(path + "scale"),
                    optional(path + "shift"),
                    optional(path + "mean"),
                    optional(path + "variance"),
                    true,
                    norm.momentum(),
                    norm.epsilon(),
                    false);
        } else if (layer instanceof LayerSpec.Reshape shape) {
            return x.reshape(x.size(0), shape.channels(), shape.height(), shape.width());
        } else if (layer instanceof LayerSpec.LeakyRelu leaky) {
            return torch.leaky_relu(x, new Scalar(leaky.slope()));
        } else if (layer instanceof LayerSpec.Relu) {
            return x.relu();
        } else if (layer instanceof LayerSpec.Tanh) {
            return x.tanh();
        }
        return resized(layer, x);
    }

    private static Tensor resized(LayerSpec layer, Tensor x) {
        if (layer instanceof ResizeLayerSpec.Upsample up) {
            return torch.upsample_nearest2d(
                    x,
                    new long[] {x.size(2) * up.factor(), x.size(3) * up.factor()},
                    new DoubleOptional(),
                    new DoubleOptional());
        } else if (layer instanceof ResizeLayerSpec.AveragePool pool) {
            return torch.avg_pool2d(x, twice(pool.window()));
        }
        throw new IllegalArgumentException("not in the benchmark: " + layer);
    }

    private TensorOptional optional(String name) {
        Tensor tensor = weights.get(name);
        return tensor == null ? new TensorOptional() : new TensorOptional(tensor);
    }

    private static long[] twice(long value) {
        return new long[] {value, value};
    }

    private Tensor images(float[] values) {
        int batch = values.length / spec.image().size();
        boolean rows = spec.discriminator().layers().get(0) instanceof LayerSpec.Dense;
        return rows
                ? tensor(values, batch, spec.image().size())
                : tensor(
                        values,
                        batch,
                        spec.image().channels(),
                        spec.image().height(),
                        spec.image().width());
    }

    private Tensor generate(float[] latents) {
        Tensor z = tensor(latents, latents.length / spec.latentDim(), spec.latentDim());
        return run(spec.generator(), "generator/", z);
    }

    private Tensor discriminate(Tensor images) {
        return run(spec.discriminator(), "discriminator/", images);
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
            Tensor share = tensor(shares, each);
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
