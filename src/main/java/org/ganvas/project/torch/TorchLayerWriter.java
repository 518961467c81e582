package org.ganvas.project.torch;

import java.util.List;
import java.util.Locale;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.AttentionLayerSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.NormLayerSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.engine.spec.layer.StyleLayerSpec;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Writer of the layers of a network, one after the other, with the array names of the engine. One thread.
 *
 * @param to the module being written
 * @param network whose layers they are
 * @param stages number of its stages beside the coarsest; 0 where all are there from the start
 * @param needed conditions under which the layers are needed
 * @param styles writer of the layers of style-based generators
 */
record TorchLayerWriter(
        TorchModuleWriter to, NetworkSpec network, int stages, List<@Nullable String> needed, TorchStyleWriter styles) {

    /** @param grows whether the stages of the network come in one after the other */
    TorchLayerWriter(TorchModuleWriter to, NetworkSpec network, boolean grows) {
        this(to, network, grows ? network.stages() : 0);
    }

    private TorchLayerWriter(TorchModuleWriter to, NetworkSpec network, int stages) {
        this(to, network, stages, GrowthText.conditions(network, stages), new TorchStyleWriter(to, network));
    }

    /** Lets what follows run only where a layer is needed. */
    void begin(int index) {
        to.under(needed.get(index));
    }

    /**
     * Writes one layer.
     *
     * @throws SpecException that names the layer, if it has no counterpart in the script
     */
    void write(int index, LayerSpec layer, LayerShape in) {
        if (layer instanceof LayerSpec.Dense dense) {
            dense(index, dense, in);
        } else if (layer instanceof LayerSpec.Maxout maxout) {
            maxout(index, maxout, in);
        } else if (layer instanceof LayerSpec.Conv conv) {
            conv(index, conv, in);
        } else if (layer instanceof LayerSpec.ConvTranspose conv) {
            convTranspose(index, conv, in);
        } else if (layer instanceof LayerSpec.Reshape shape) {
            reshape(new LayerShape(shape.channels(), shape.height(), shape.width()));
        } else if (layer instanceof StyleLayerSpec style) {
            styles.write(index, style, in);
        } else if (layer instanceof AttentionLayerSpec && network.init() != InitSpec.EQUALISED) {
            attention(index, in);
        } else if (layer instanceof RegisterLayerSpec register) {
            register(register, in);
        } else {
            to.toShape(in);
            write(index, layer, in.channels(), in.isRow());
        }
    }

    private void write(int index, LayerSpec layer, int channels, boolean row) {
        if (layer instanceof LayerSpec.BatchNorm norm) {
            batchNorm(index, norm, channels, row);
        } else if (layer instanceof NormLayerSpec norm) {
            norm(index, norm, channels);
        } else if (layer instanceof ResizeLayerSpec resize) {
            resize(resize);
        } else {
            activation(index, layer);
        }
    }

    private void dense(int index, LayerSpec.Dense dense, LayerShape in) {
        String name = "dense" + index;
        to.toRows();
        to.weighted(
                name,
                index + ".dense",
                String.format(Locale.ROOT, "nn.Linear(%d, %d)", in.size(), dense.units()),
                true,
                factor(index, in.size()));
        to.compute(String.format(Locale.ROOT, "x = self.%s(x)", name));
    }

    private void maxout(int index, LayerSpec.Maxout maxout, LayerShape in) {
        String name = "maxout" + index;
        int candidates = Math.multiplyExact(maxout.units(), maxout.pieces());
        to.toRows();
        to.weighted(
                name,
                index + ".maxout",
                String.format(Locale.ROOT, "nn.Linear(%d, %d)", in.size(), candidates),
                true,
                factor(index, in.size()));
        to.compute(String.format(
                Locale.ROOT,
                "x = self.%s(x).reshape(-1, %d, %d).max(1).values",
                name,
                maxout.pieces(),
                maxout.units()));
    }

    private void conv(int index, LayerSpec.Conv conv, LayerShape in) {
        String window = window(conv.kernel(), conv.stride(), conv.padding(), conv.bias());
        String module = String.format(Locale.ROOT, "nn.Conv2d(%d, %d, %s)", in.channels(), conv.filters(), window);
        int fanIn = in.channels() * conv.kernel() * conv.kernel();
        convolution("conv" + index, index + ".conv", in, module, conv.bias(), factor(index, fanIn));
    }

    private void convTranspose(int index, LayerSpec.ConvTranspose conv, LayerShape in) {
        String window = window(conv.kernel(), conv.stride(), conv.padding(), conv.bias());
        String module =
                String.format(Locale.ROOT, "nn.ConvTranspose2d(%d, %d, %s)", in.channels(), conv.filters(), window);
        int fanIn = in.channels() * conv.kernel() * conv.kernel() / (conv.stride() * conv.stride());
        convolution("up" + index, index + ".convTranspose", in, module, conv.bias(), factor(index, Math.max(1, fanIn)));
    }

    private double factor(int index, int fanIn) {
        return network.equalisation(fanIn, network.reluFollows(index));
    }

    private void convolution(String name, String array, LayerShape in, String module, boolean bias, double factor) {
        to.toImages(in);
        to.weighted(name, array, module, bias, factor);
        to.compute(String.format(Locale.ROOT, "x = self.%s(x)", name));
    }

    private static String window(int kernel, int stride, int padding, boolean bias) {
        return String.format(
                Locale.ROOT, "%d, stride=%d, padding=%d%s", kernel, stride, padding, bias ? "" : ", bias=False");
    }

    private void reshape(LayerShape extent) {
        if (extent.isRow()) {
            to.toRows();
        } else {
            to.view(extent);
        }
    }

    private void attention(int index, LayerShape in) {
        String name = "attention" + index;
        String array = index + ".attention/";
        to.toShape(in);
        to.attribute(
                name,
                String.format(
                        Locale.ROOT,
                        "SelfAttention(%d%s)",
                        in.channels(),
                        to.spectral() ? ", normalise=spectral" : ""));
        for (String part : new String[] {"query", "key", "value", "out"}) {
            to.weight(name + "." + part, array + part, to.spectral());
        }
        to.array(name + ".share", array + "share");
        to.compute(String.format(Locale.ROOT, "x = self.%s(x)", name));
    }

    /** Registers are local variables of the forward pass. */
    private void register(RegisterLayerSpec register, LayerShape in) {
        String name = "kept_" + register.name();
        if (register instanceof RegisterLayerSpec.Take) {
            to.take(name);
            return;
        }
        to.toShape(in);
        if (register instanceof RegisterLayerSpec.Keep) {
            to.keep(name);
        } else if (register instanceof RegisterLayerSpec.Join join) {
            to.compute(
                    join.how() == RegisterLayerSpec.How.ADD
                            ? "x = x + " + name
                            : "x = torch.cat([x, " + name + "], dim=1)");
        } else if (register instanceof RegisterLayerSpec.Fade fade && stages > 0) {
            int before = fade.stage() - 1;
            to.compute(String.format(Locale.ROOT, "if self.growth <= %d:", before));
            to.compute(String.format(Locale.ROOT, "    x = %s", name));
            to.compute(String.format(Locale.ROOT, "elif self.growth < %d:", fade.stage()));
            to.compute(String.format(Locale.ROOT, "    x = blend(%s, x, self.growth - %d)", name, before));
        } else {
            to.compute("# All stages have come in, so nothing of " + name + " is left.");
        }
    }

    private void batchNorm(int index, LayerSpec.BatchNorm norm, int channels, boolean row) {
        String name = "norm" + index;
        String array = index + ".batchNorm/";
        to.attribute(
                name,
                String.format(
                        Locale.ROOT,
                        "nn.BatchNorm%s(%d, eps=%s, momentum=%s)",
                        row ? "1d" : "2d",
                        channels,
                        PythonLiterals.number(norm.epsilon()),
                        PythonLiterals.number(norm.momentum())));
        affine(name, array);
        to.array(name + ".running_mean", array + "mean");
        to.array(name + ".running_var", array + "variance");
        to.compute(String.format(Locale.ROOT, "x = self.%s(x)", name));
    }

    private void affine(String name, String array) {
        to.array(name + ".weight", array + "scale");
        to.array(name + ".bias", array + "shift");
    }

    private void norm(int index, NormLayerSpec layer, int channels) {
        if (layer instanceof NormLayerSpec.LayerNorm norm) {
            String name = "norm" + index;
            // One group is layer normalisation with a scale and a shift per channel.
            to.attribute(
                    name,
                    String.format(
                            Locale.ROOT,
                            "nn.GroupNorm(1, %d, eps=%s)",
                            channels,
                            PythonLiterals.number(norm.epsilon())));
            affine(name, index + ".layerNorm/");
            to.compute(String.format(Locale.ROOT, "x = self.%s(x)  # layer normalisation", name));
        } else if (layer instanceof NormLayerSpec.InstanceNorm norm) {
            to.compute(String.format(
                    Locale.ROOT, "x = F.instance_norm(x, eps=%s)", PythonLiterals.number(norm.epsilon())));
        } else if (layer instanceof NormLayerSpec.PixelNorm norm) {
            to.compute(String.format(
                    Locale.ROOT,
                    "x = x / (x.square().mean(1, keepdim=True) + %s).sqrt()  # pixel normalisation",
                    PythonLiterals.number(norm.epsilon())));
        } else if (layer instanceof NormLayerSpec.MinibatchDeviation deviation) {
            to.compute(String.format(Locale.ROOT, "x = minibatch_deviation(x, %d)", deviation.group()));
        } else {
            throw unknown(index, layer);
        }
    }

    private void resize(ResizeLayerSpec layer) {
        if (layer instanceof ResizeLayerSpec.Upsample up) {
            to.compute(
                    up.interpolation() == ResizeLayerSpec.Interpolation.NEAREST
                            ? String.format(
                                    Locale.ROOT, "x = F.interpolate(x, scale_factor=%d, mode=\"nearest\")", up.factor())
                            : String.format(
                                    Locale.ROOT,
                                    "x = F.interpolate(x, scale_factor=%d, mode=\"bilinear\", align_corners=False)",
                                    up.factor()));
        } else if (layer instanceof ResizeLayerSpec.AveragePool pool) {
            to.compute(String.format(Locale.ROOT, "x = F.avg_pool2d(x, %d)", pool.window()));
        } else if (layer instanceof ResizeLayerSpec.PixelShuffle shuffle) {
            to.compute(String.format(Locale.ROOT, "x = F.pixel_shuffle(x, %d)", shuffle.factor()));
        } else if (layer instanceof ResizeLayerSpec.ReflectPad pad) {
            to.compute(String.format(
                    Locale.ROOT, "x = F.pad(x, (%1$d, %1$d, %1$d, %1$d), mode=\"reflect\")", pad.border()));
        } else {
            int border = ((ResizeLayerSpec.Pad) layer).border();
            to.compute(String.format(Locale.ROOT, "x = F.pad(x, (%1$d, %1$d, %1$d, %1$d))", border));
        }
    }

    private void activation(int index, LayerSpec layer) {
        if (layer instanceof LayerSpec.LeakyRelu leaky) {
            to.compute(String.format(Locale.ROOT, "x = F.leaky_relu(x, %s)", PythonLiterals.number(leaky.slope())));
        } else if (layer instanceof LayerSpec.Relu) {
            to.compute("x = F.relu(x)");
        } else if (layer instanceof LayerSpec.Tanh) {
            to.compute("x = torch.tanh(x)");
        } else if (layer instanceof LayerSpec.Dropout dropout) {
            to.compute(String.format(
                    Locale.ROOT,
                    "x = F.dropout(x, %s, training=self.training)",
                    PythonLiterals.number(dropout.rate())));
        } else {
            throw unknown(index, layer);
        }
    }

    private static SpecException unknown(int index, LayerSpec layer) {
        return new SpecException(
                Message.of("project.torch.unknownLayer", index + 1, Message.verbatim(layer.describe())));
    }
}
