package org.ganvas.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.project.io.NpyArrayFormat;

/** A generator computed by hand from the arrays of an .npz, as the definitions of its layers have it. */
public final class ReferenceForwardPass {

    private final Map<String, float[]> arrays;
    private final String prefix;

    public ReferenceForwardPass(Map<String, float[]> arrays, String prefix) {
        this.arrays = arrays;
        this.prefix = prefix;
    }

    public static Map<String, float[]> read(Path npz) throws IOException {
        Map<String, float[]> arrays = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(npz))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().startsWith("curves/")) {
                    int count = (int) NpyArrayFormat.elements(
                            NpyArrayFormat.readHeader(zip).shape());
                    arrays.put(entry.getName().replace(".npy", ""), NpyArrayFormat.readFloats(zip, count));
                }
            }
        }
        return arrays;
    }

    public double[] run(NetworkSpec network, double[] input) {
        List<LayerShape> extents = network.shapes(LayerShape.row(input.length));
        double[] x = input;
        for (int i = 0; i < network.layers().size(); i++) {
            x = layer(i, network.layers().get(i), x, extents.get(i), extents.get(i + 1));
        }
        return x;
    }

    private double[] layer(int i, LayerSpec layer, double[] x, LayerShape in, LayerShape out) {
        if (layer instanceof LayerSpec.Dense) {
            return dense(array(i + ".dense/weight"), array(i + ".dense/bias"), x, out.size());
        } else if (layer instanceof LayerSpec.ConvTranspose conv) {
            float[] bias = conv.bias() ? array(i + ".convTranspose/bias") : new float[out.channels()];
            return up(conv, array(i + ".convTranspose/weight"), bias, x, in, out);
        } else if (layer instanceof LayerSpec.BatchNorm norm) {
            return norm(i + ".batchNorm/", norm.epsilon(), x, in);
        } else if (layer instanceof LayerSpec.LeakyRelu leaky) {
            return Arrays.stream(x).map(v -> v > 0 ? v : leaky.slope() * v).toArray();
        } else if (layer instanceof LayerSpec.Relu) {
            return Arrays.stream(x).map(v -> Math.max(v, 0)).toArray();
        } else if (layer instanceof LayerSpec.Tanh) {
            return Arrays.stream(x).map(Math::tanh).toArray();
        } else if (layer instanceof LayerSpec.Reshape) {
            return x;
        }
        throw new AssertionError("no words for " + layer);
    }

    private float[] array(String name) {
        float[] array = arrays.get(prefix + name);
        if (array == null) {
            throw new AssertionError(prefix + name + " is missing");
        }
        return array;
    }

    private static double[] dense(float[] weight, float[] bias, double[] x, int units) {
        double[] y = new double[units];
        for (int o = 0; o < units; o++) {
            y[o] = bias[o];
            for (int i = 0; i < x.length; i++) {
                y[o] += x[i] * weight[i * units + o];
            }
        }
        return y;
    }

    private double[] norm(String name, double epsilon, double[] x, LayerShape in) {
        double[] y = new double[x.length];
        int plane = in.height() * in.width();
        for (int i = 0; i < x.length; i++) {
            int c = i / plane;
            double centred = x[i] - array(name + "mean")[c];
            y[i] = centred / Math.sqrt(array(name + "variance")[c] + epsilon) * array(name + "scale")[c]
                    + array(name + "shift")[c];
        }
        return y;
    }

    /** Every pixel stamps its window onto the result; what falls off is the padding. */
    private static double[] up(
            LayerSpec.ConvTranspose conv, float[] weight, float[] bias, double[] x, LayerShape in, LayerShape out) {
        double[] y = new double[out.size()];
        int k = conv.kernel();
        for (int i = 0; i < y.length; i++) {
            y[i] = bias[i / (out.height() * out.width())];
        }
        for (int i = 0; i < x.length; i++) {
            int c = i / (in.height() * in.width());
            int top = i / in.width() % in.height() * conv.stride() - conv.padding();
            int left = i % in.width() * conv.stride() - conv.padding();
            for (int w = 0; w < out.channels() * k * k; w++) {
                int row = top + w / k % k;
                int column = left + w % k;
                if (row >= 0 && row < out.height() && column >= 0 && column < out.width()) {
                    y[(w / (k * k) * out.height() + row) * out.width() + column] +=
                            x[i] * weight[c * out.channels() * k * k + w];
                }
            }
        }
        return y;
    }
}
