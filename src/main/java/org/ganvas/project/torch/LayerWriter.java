package org.ganvas.project.torch;

import org.ganvas.engine.spec.AttentionLayer;
import org.ganvas.engine.spec.Extent;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.spec.NormLayer;
import org.ganvas.engine.spec.ResizeLayer;
import org.ganvas.engine.spec.SpecException;

/**
 * Writes layers one after the other. Names of arrays are those the engine gives them. One thread.
 *
 * @param to the module under way
 */
record LayerWriter(NetworkWriter to) {

    /**
     * Writes one layer.
     *
     * @throws SpecException that names the layer, if PyTorch's script has no words for it
     */
    void write(int index, LayerSpec layer, Extent in) {
        if (layer instanceof LayerSpec.Dense dense) {
            dense(index, dense, in);
        } else if (layer instanceof LayerSpec.Maxout maxout) {
            maxout(index, maxout, in);
        } else if (layer instanceof LayerSpec.Conv conv) {
            conv(index, conv, in);
        } else if (layer instanceof LayerSpec.ConvTranspose conv) {
            convTranspose(index, conv, in);
        } else if (layer instanceof LayerSpec.Reshape shape) {
            reshape(new Extent(shape.channels(), shape.height(), shape.width()));
        } else if (layer instanceof AttentionLayer) {
            attention(index, in);
        } else {
            to.as(in);
            write(index, layer, in.channels(), in.isRow());
        }
    }

    private void write(int index, LayerSpec layer, int channels, boolean row) {
        if (layer instanceof LayerSpec.BatchNorm norm) {
            batchNorm(index, norm, channels, row);
        } else if (layer instanceof NormLayer norm) {
            norm(index, norm, channels);
        } else if (layer instanceof ResizeLayer resize) {
            resize(resize);
        } else {
            activation(index, layer);
        }
    }

    private void dense(int index, LayerSpec.Dense dense, Extent in) {
        String name = "dense" + index;
        to.asRows();
        to.weighted(name, index + ".dense", "nn.Linear(%d, %d)".formatted(in.size(), dense.units()), true);
        to.compute("x = self.%s(x)".formatted(name));
    }

    private void maxout(int index, LayerSpec.Maxout maxout, Extent in) {
        String name = "maxout" + index;
        int candidates = Math.multiplyExact(maxout.units(), maxout.pieces());
        to.asRows();
        to.weighted(name, index + ".maxout", "nn.Linear(%d, %d)".formatted(in.size(), candidates), true);
        to.compute("x = self.%s(x).reshape(-1, %d, %d).max(1).values".formatted(name, maxout.pieces(), maxout.units()));
    }

    private void conv(int index, LayerSpec.Conv conv, Extent in) {
        String name = "conv" + index;
        to.asPictures(in);
        to.weighted(
                name,
                index + ".conv",
                window(
                        "Conv2d",
                        in.channels(),
                        conv.filters(),
                        conv.kernel(),
                        conv.stride(),
                        conv.padding(),
                        conv.bias()),
                conv.bias());
        to.compute("x = self.%s(x)".formatted(name));
    }

    private void convTranspose(int index, LayerSpec.ConvTranspose conv, Extent in) {
        String name = "up" + index;
        to.asPictures(in);
        to.weighted(
                name,
                index + ".convTranspose",
                window(
                        "ConvTranspose2d",
                        in.channels(),
                        conv.filters(),
                        conv.kernel(),
                        conv.stride(),
                        conv.padding(),
                        conv.bias()),
                conv.bias());
        to.compute("x = self.%s(x)".formatted(name));
    }

    private static String window(
            String kind, int channels, int filters, int kernel, int stride, int padding, boolean bias) {
        return "nn.%s(%d, %d, %d, stride=%d, padding=%d%s)"
                .formatted(kind, channels, filters, kernel, stride, padding, bias ? "" : ", bias=False");
    }

    private void reshape(Extent extent) {
        if (extent.isRow()) {
            to.asRows();
        } else {
            to.view(extent);
        }
    }

    private void attention(int index, Extent in) {
        String name = "attention" + index;
        String array = index + ".attention/";
        to.as(in);
        to.attribute(name, "SelfAttention(%d%s)".formatted(in.channels(), to.spectral() ? ", normalise=spectral" : ""));
        for (String part : new String[] {"query", "key", "value", "out"}) {
            to.weight(name + "." + part, array + part, to.spectral());
        }
        to.array(name + ".share", array + "share");
        to.compute("x = self.%s(x)".formatted(name));
    }

    private void batchNorm(int index, LayerSpec.BatchNorm norm, int channels, boolean row) {
        String name = "norm" + index;
        String array = index + ".batchNorm/";
        to.attribute(
                name,
                "nn.BatchNorm%s(%d, eps=%s, momentum=%s)"
                        .formatted(
                                row ? "1d" : "2d",
                                channels,
                                Python.number(norm.epsilon()),
                                Python.number(norm.momentum())));
        affine(name, array);
        to.array(name + ".running_mean", array + "mean");
        to.array(name + ".running_var", array + "variance");
        to.compute("x = self.%s(x)".formatted(name));
    }

    private void affine(String name, String array) {
        to.array(name + ".weight", array + "scale");
        to.array(name + ".bias", array + "shift");
    }

    private void norm(int index, NormLayer layer, int channels) {
        if (layer instanceof NormLayer.LayerNorm norm) {
            String name = "norm" + index;
            // One group is layer normalisation with a scale and a shift a channel.
            to.attribute(name, "nn.GroupNorm(1, %d, eps=%s)".formatted(channels, Python.number(norm.epsilon())));
            affine(name, index + ".layerNorm/");
            to.compute("x = self.%s(x)  # layer normalisation".formatted(name));
        } else if (layer instanceof NormLayer.InstanceNorm norm) {
            to.compute("x = F.instance_norm(x, eps=%s)".formatted(Python.number(norm.epsilon())));
        } else if (layer instanceof NormLayer.PixelNorm norm) {
            to.compute("x = x / (x.square().mean(1, keepdim=True) + %s).sqrt()  # pixel normalisation"
                    .formatted(Python.number(norm.epsilon())));
        } else if (layer instanceof NormLayer.MinibatchDeviation deviation) {
            to.compute("x = minibatch_deviation(x, %d)".formatted(deviation.group()));
        } else {
            throw unknown(index, layer);
        }
    }

    private void resize(ResizeLayer layer) {
        if (layer instanceof ResizeLayer.Upsample up) {
            to.compute(
                    up.interpolation() == ResizeLayer.Interpolation.NEAREST
                            ? "x = F.interpolate(x, scale_factor=%d, mode=\"nearest\")".formatted(up.factor())
                            : "x = F.interpolate(x, scale_factor=%d, mode=\"bilinear\", align_corners=False)"
                                    .formatted(up.factor()));
        } else if (layer instanceof ResizeLayer.AveragePool pool) {
            to.compute("x = F.avg_pool2d(x, %d)".formatted(pool.window()));
        } else if (layer instanceof ResizeLayer.PixelShuffle shuffle) {
            to.compute("x = F.pixel_shuffle(x, %d)".formatted(shuffle.factor()));
        } else {
            int border = ((ResizeLayer.Pad) layer).border();
            to.compute("x = F.pad(x, (%1$d, %1$d, %1$d, %1$d))".formatted(border));
        }
    }

    private void activation(int index, LayerSpec layer) {
        if (layer instanceof LayerSpec.LeakyRelu leaky) {
            to.compute("x = F.leaky_relu(x, %s)".formatted(Python.number(leaky.slope())));
        } else if (layer instanceof LayerSpec.Relu) {
            to.compute("x = F.relu(x)");
        } else if (layer instanceof LayerSpec.Tanh) {
            to.compute("x = torch.tanh(x)");
        } else if (layer instanceof LayerSpec.Dropout dropout) {
            to.compute("x = F.dropout(x, %s, training=self.training)".formatted(Python.number(dropout.rate())));
        } else {
            throw unknown(index, layer);
        }
    }

    private static SpecException unknown(int index, LayerSpec layer) {
        return new SpecException(
                "A PyTorch script cannot be written, because layer %d (%s) has no counterpart there; export the arrays with --to npz instead."
                        .formatted(index + 1, layer.describe()));
    }
}
