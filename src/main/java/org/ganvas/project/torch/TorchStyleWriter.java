package org.ganvas.project.torch;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.StyleLayerSpec;

/** Writer of the layers of a style-based generator. One thread. */
final class TorchStyleWriter {

    private final TorchModuleWriter to;
    private final NetworkSpec network;
    private final Map<String, Integer> widths = new HashMap<>();

    TorchStyleWriter(TorchModuleWriter to, NetworkSpec network) {
        this.to = to;
        this.network = network;
    }

    void write(int index, StyleLayerSpec layer, LayerShape in) {
        if (layer instanceof StyleLayerSpec.Mapping mapping) {
            mapping(index, mapping, in.size());
        } else if (layer instanceof StyleLayerSpec.Style style) {
            style(index, style, in.size());
        } else if (layer instanceof StyleLayerSpec.Constant constant) {
            constant(index, constant);
        } else if (layer instanceof StyleLayerSpec.ModulatedConv conv) {
            modulatedConv(index, conv, in);
        } else if (layer instanceof StyleLayerSpec.AdaIn norm) {
            adaIn(index, norm, in);
        } else {
            noise(index, in);
        }
    }

    private void mapping(int index, StyleLayerSpec.Mapping mapping, int inputs) {
        String name = "mapping" + index;
        String factors = IntStream.range(0, mapping.depth())
                .mapToDouble(i -> mapping.rate() * network.equalisation(i == 0 ? inputs : mapping.units(), true))
                .mapToObj(PythonLiterals::number)
                .collect(Collectors.joining(", "));
        to.toRows();
        to.attribute(
                name,
                String.format(
                        Locale.ROOT,
                        "Mapping(%d, %d, %s, [%s])",
                        inputs,
                        mapping.units(),
                        PythonLiterals.number(mapping.rate()),
                        factors));
        for (int i = 0; i < mapping.depth(); i++) {
            to.array(name + ".layers." + i + ".weight", index + ".mapping/" + i + ".dense/weight");
            to.array(name + ".layers." + i + ".bias", index + ".mapping/" + i + ".dense/bias");
        }
        to.compute("x = self." + name + "(x)");
    }

    private void style(int index, StyleLayerSpec.Style style, int width) {
        String name = "style" + index;
        widths.put(style.name(), width);
        to.toRows();
        to.attribute(
                name,
                String.format(
                        Locale.ROOT,
                        "Style(%d, %d, %s, %s)",
                        width,
                        network.styleReaders(),
                        PythonLiterals.number(style.mixing()),
                        PythonLiterals.number(style.decay())));
        to.array(name + ".mean", index + ".style/mean");
        to.compute("style_" + style.name() + " = self." + name + "(x)");
    }

    private void constant(int index, StyleLayerSpec.Constant constant) {
        String name = "constant" + index;
        to.attribute(
                name,
                String.format(
                        Locale.ROOT,
                        "nn.Parameter(torch.zeros(%d, %d, %d))",
                        constant.channels(),
                        constant.height(),
                        constant.width()));
        to.array(name, index + ".constant/values");
        to.computeImages("x = self." + name + ".expand(len(x), -1, -1, -1)");
    }

    private void modulatedConv(int index, StyleLayerSpec.ModulatedConv conv, LayerShape in) {
        String name = "modulated" + index;
        int fanIn = in.channels() * conv.kernel() * conv.kernel() / (conv.up() * conv.up());
        int width = width(conv);
        double gain = network.reluFollows(index) ? Math.sqrt(2) : 1;
        to.toImages(in);
        to.attribute(
                name,
                String.format(
                        Locale.ROOT,
                        "ModulatedConv(%d, %d, %d, %d, %d, %s, %s, %s)",
                        in.channels(),
                        conv.filters(),
                        conv.kernel(),
                        conv.up(),
                        width,
                        conv.demodulate() ? PythonLiterals.number(conv.up() * gain) : "None",
                        PythonLiterals.number(network.equalisation(Math.max(1, fanIn), network.reluFollows(index))),
                        PythonLiterals.number(network.equalisation(width, false))));
        to.array(name + ".weight", index + ".modulatedConv/weight");
        to.array(name + ".bias", index + ".modulatedConv/bias");
        affine(name, index + ".modulatedConv/affine.dense/");
        read(name, index, conv);
    }

    private void adaIn(int index, StyleLayerSpec.AdaIn norm, LayerShape in) {
        String name = "adain" + index;
        int width = width(norm);
        to.toImages(in);
        to.attribute(
                name,
                String.format(
                        Locale.ROOT,
                        "AdaIN(%d, %d, %s, %s)",
                        in.channels(),
                        width,
                        PythonLiterals.number(norm.epsilon()),
                        PythonLiterals.number(network.equalisation(width, false))));
        affine(name, index + ".adaIn/affine.dense/");
        read(name, index, norm);
    }

    private void affine(String name, String array) {
        to.array(name + ".affine.weight", array + "weight");
        to.array(name + ".affine.bias", array + "bias");
    }

    private void read(String name, int index, StyleLayerSpec.Reader reader) {
        to.compute(String.format(
                Locale.ROOT, "x = self.%s(x, style_%s[%d])", name, reader.style(), network.styleReaders(index)));
    }

    private void noise(int index, LayerShape in) {
        String name = "noise" + index;
        to.toImages(in);
        to.attribute(
                name, String.format(Locale.ROOT, "PixelNoise(%d, %d, %d)", in.channels(), in.height(), in.width()));
        to.array(name + ".strength", index + ".pixelNoise/strength");
        to.array(name + ".still", index + ".pixelNoise/still");
        to.compute("x = self." + name + "(x)");
    }

    private int width(StyleLayerSpec.Reader reader) {
        return Objects.requireNonNull(widths.get(reader.style()));
    }
}
