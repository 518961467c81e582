package org.ganvas.bench.speed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.NormLayerSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;

/** Networks on libtorch in eager mode, with module functions, and their optimizers. */
final class LibtorchNetworks {

    private final TrainerState start;
    private final Map<String, Tensor> weights = new HashMap<>();

    /**
     * @param start state whose weights the networks begin with
     */
    LibtorchNetworks(TrainerState start) {
        this.start = start;
    }

    /**
     * Optimizer of a player's weights, which are loaded.
     *
     * @param player name of the network
     */
    Adam optimizer(String player, OptimizerSpec spec) {
        return new Adam(load(player + "/"), options(spec));
    }

    private static AdamOptions options(OptimizerSpec spec) {
        AdamOptions options = new AdamOptions(spec.learningRate());
        // The pair is stored in reverse order.
        options.betas().put(0, spec.beta2());
        options.betas().put(1, spec.beta1());
        options.eps().put(spec.epsilon());
        return options;
    }

    private TensorVector load(String prefix) {
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

    static Tensor tensor(float[] values, long... shape) {
        FloatPointer pointer = new FloatPointer(values);
        return torch.from_blob(pointer, shape).clone();
    }

    /** Output of a network. */
    Tensor run(NetworkSpec network, String player, Tensor input) {
        Tensor x = input;
        Map<String, Tensor> kept = new HashMap<>();
        for (int i = 0; i < network.layers().size(); i++) {
            LayerSpec layer = network.layers().get(i);
            if (layer instanceof RegisterLayerSpec.Keep keep) {
                kept.put(keep.name(), x);
            } else if (layer instanceof RegisterLayerSpec.Join join) {
                x = join.how() == RegisterLayerSpec.How.ADD
                        ? x.add(kept.get(join.name()))
                        : torch.cat(new TensorVector(x, kept.get(join.name())), 1);
            } else {
                x = layer(layer, player + "/" + i, x);
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
        } else if (layer instanceof NormLayerSpec.InstanceNorm norm) {
            TensorOptional none = new TensorOptional();
            return torch.instance_norm(x, none, none, none, none, true, 0, norm.epsilon(), false);
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
}
