package org.ganvas.engine.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganvas.data.NormalZiggurat;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.autodiff.ActivationOps;
import org.ganvas.engine.autodiff.ConvolutionOps;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.NormOps;
import org.ganvas.engine.autodiff.StyleOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.engine.spec.layer.StyleLayerSpec;
import org.nd4j.linalg.api.buffer.DataType;

/** Layers of style-based generators; see {@link StyleLayerSpec}. */
final class StyleLayers {

    private static final double SLOPE = 0.2;
    private static final double PIXEL_NORM_EPSILON = 1e-8;

    private StyleLayers() {}

    /** Mapping network from z to w. */
    record Mapping(List<DenseLayer> layers) implements NetworkLayer {

        static Mapping of(int index, int inputs, StyleLayerSpec.Mapping spec, WeightInitializer initializer) {
            List<DenseLayer> layers = new ArrayList<>();
            WeightInitializer slow = initializer.withRate(spec.rate());
            for (int i = 0; i < spec.depth(); i++) {
                layers.add(new DenseLayer(
                        index + ".mapping/" + i + ".dense", i == 0 ? inputs : spec.units(), spec.units(), slow));
            }
            return new Mapping(layers);
        }

        @Override
        public Tensor forward(Tensor x, ForwardContext context) {
            Tensor current = NormOps.pixelNorm(x, PIXEL_NORM_EPSILON);
            for (DenseLayer layer : layers) {
                current = ActivationOps.leakyRelu(layer.forward(current, context), SLOPE);
            }
            return current;
        }

        @Override
        public List<NamedTensor> parameters() {
            return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
        }
    }

    /** Keeps styles, follows their mean and mixes them. */
    record Style(int index, StyleLayerSpec.Style spec, int readers, NamedTensor mean) implements NetworkLayer {

        static Style of(int index, int width, StyleLayerSpec.Style spec, int readers, DataType type) {
            return new Style(
                    index,
                    spec,
                    readers,
                    new NamedTensor(
                            index + ".style/mean", Tensor.parameter(type, width).detached()));
        }

        @Override
        public Tensor forward(Tensor x, ForwardContext context) {
            throw new IllegalStateException(spec.describe() + " needs registers");
        }

        @Override
        public Tensor forward(Tensor x, Registers registers, ForwardContext context) {
            if (context.training()) {
                followMean(x);
                registers.keepStyles(spec.name(), mixed(x, context));
                return x;
            }
            float[] given = context.style().styles().get(index);
            if (given == null) {
                registers.keepStyles(spec.name(), StyleRows.unmixed(x));
                return x;
            }
            int batch = (int) x.size(0);
            int width = (int) x.size(1);
            Tensor rows = Tensor.of(given, x.type(), given.length / width, width);
            StyleRows styles = new StyleRows(rows, new int[0], new int[0], batch);
            registers.keepStyles(spec.name(), styles);
            return styles.of(0);
        }

        private StyleRows mixed(Tensor x, ForwardContext context) {
            int batch = (int) x.size(0);
            if (!context.mixes() || spec.mixing() == 0 || readers < 2 || batch < 2) {
                return StyleRows.unmixed(x);
            }
            SeededRandomStream random = context.randomStream(Purpose.STYLE, index);
            int[] cuts = new int[batch];
            int[] partners = new int[batch];
            for (int i = 0; i < batch; i++) {
                boolean mixes = random.nextDouble() < spec.mixing();
                int cut = 1 + random.nextInt(readers - 1);
                cuts[i] = mixes ? cut : readers;
                partners[i] = (i + 1) % batch;
            }
            return new StyleRows(x, cuts, partners);
        }

        private void followMean(Tensor x) {
            float[] rows = x.toFloats();
            float[] values = mean.tensor().toFloats();
            int batch = (int) x.size(0);
            for (int c = 0; c < values.length; c++) {
                double sum = 0;
                for (int r = 0; r < batch; r++) {
                    sum += rows[r * values.length + c];
                }
                values[c] += (float) ((1 - spec.decay()) * (sum / batch - values[c]));
            }
            mean.tensor().set(values, 0);
        }

        @Override
        public List<NamedTensor> statistics() {
            return List.of(mean);
        }
    }

    /** Learned image that every sample starts from. */
    record Constant(NamedTensor values, LayerShape shape) implements NetworkLayer {

        static Constant of(int index, StyleLayerSpec.Constant spec, WeightInitializer initializer) {
            NamedTensor values = new NamedTensor(
                    index + ".constant/values",
                    Tensor.parameter(initializer.type(), spec.channels(), spec.height(), spec.width()));
            float[] drawn = new float[(int) values.tensor().length()];
            initializer.random().fillGaussian(drawn, 1);
            values.tensor().set(drawn, 0);
            return new Constant(values, new LayerShape(spec.channels(), spec.height(), spec.width()));
        }

        @Override
        public Tensor forward(Tensor x, ForwardContext context) {
            Tensor row = ViewOps.reshape(values.tensor(), 1, shape.size());
            return LayerBuilder.toShape(ViewOps.gather(row, new int[(int) x.size(0)]), shape);
        }

        @Override
        public List<NamedTensor> parameters() {
            return List.of(values);
        }
    }

    /**
     * Convolution with weights that a style modulates.
     *
     * @param gain of the output where demodulation took every other factor: for the pixels that enlargement spreads the
     *     weights over, and for a ReLU
     */
    record ModulatedConv(
            StyleLayerSpec.ModulatedConv spec,
            int reader,
            double gain,
            LayerWeight weight,
            NamedTensor bias,
            DenseLayer affine)
            implements NetworkLayer {

        static ModulatedConv of(
                int index,
                int channels,
                StyleLayerSpec.ModulatedConv spec,
                int reader,
                int width,
                WeightInitializer initializer) {
            String name = index + ".modulatedConv";
            int window = spec.kernel() * spec.kernel();
            int fanIn = channels * window / (spec.up() * spec.up());
            long rows = spec.up() == 1 ? spec.filters() : channels;
            long columns = spec.up() == 1 ? channels : spec.filters();
            return new ModulatedConv(
                    spec,
                    reader,
                    spec.demodulate() ? spec.up() * initializer.gain() : 1,
                    initializer.weight(
                            name + "/weight",
                            Math.max(1, fanIn),
                            spec.filters() * window,
                            rows,
                            columns,
                            spec.kernel(),
                            spec.kernel()),
                    zeros(name + "/bias", spec.filters(), initializer.type()),
                    styleAffine(name, width, channels, channels, initializer));
        }

        @Override
        public Tensor forward(Tensor x, ForwardContext context) {
            throw new IllegalStateException(spec.describe() + " needs registers");
        }

        @Override
        public Tensor forward(Tensor x, Registers registers, ForwardContext context) {
            Tensor style = affine.forward(registers.styles(spec.style()).of(reader), context);
            Tensor out = StyleOps.modulatedConv2d(
                    x,
                    weight.value(context),
                    style,
                    new ConvolutionOps.Geometry(spec.up(), spec.padding()),
                    spec.up() == 2,
                    spec.demodulate());
            return ConvolutionOps.addBias(gain == 1 ? out : ElementwiseOps.scale(out, gain), bias.tensor());
        }

        @Override
        public List<NamedTensor> parameters() {
            List<NamedTensor> parameters = new ArrayList<>(List.of(weight.parameter(), bias));
            parameters.addAll(affine.parameters());
            return parameters;
        }

        @Override
        public List<NamedTensor> statistics() {
            return weight.statistics();
        }
    }

    /** Adaptive instance normalisation by a style. */
    record AdaIn(StyleLayerSpec.AdaIn spec, int reader, int channels, DenseLayer affine) implements NetworkLayer {

        static AdaIn of(
                int index,
                int channels,
                StyleLayerSpec.AdaIn spec,
                int reader,
                int width,
                WeightInitializer initializer) {
            return new AdaIn(
                    spec, reader, channels, styleAffine(index + ".adaIn", width, 2 * channels, channels, initializer));
        }

        @Override
        public Tensor forward(Tensor x, ForwardContext context) {
            throw new IllegalStateException(spec.describe() + " needs registers");
        }

        @Override
        public Tensor forward(Tensor x, Registers registers, ForwardContext context) {
            Tensor style = affine.forward(registers.styles(spec.style()).of(reader), context);
            return NormOps.adaptiveInstanceNorm(
                    x,
                    ViewOps.slice(style, 1, 0, channels),
                    ViewOps.slice(style, 1, channels, channels),
                    spec.epsilon());
        }

        @Override
        public List<NamedTensor> parameters() {
            return affine.parameters();
        }
    }

    /** Noise per pixel: new in every training pass, in inference always the same for a sample of the same choice. */
    record PixelNoise(int index, NamedTensor strength, NamedTensor still) implements NetworkLayer {

        static PixelNoise of(int index, LayerShape in, WeightInitializer initializer) {
            NamedTensor still = new NamedTensor(
                    index + ".pixelNoise/still",
                    Tensor.parameter(initializer.type(), in.height(), in.width())
                            .detached());
            float[] drawn = new float[in.height() * in.width()];
            initializer.random().fillGaussian(drawn, 1);
            still.tensor().set(drawn, 0);
            return new PixelNoise(
                    index, zeros(index + ".pixelNoise/strength", in.channels(), initializer.type()), still);
        }

        @Override
        public Tensor forward(Tensor x, ForwardContext context) {
            long[] chosen = context.style().noise();
            if (!context.training()
                    && chosen.length > 0
                    && Arrays.stream(chosen).allMatch(kind -> kind == StyleEdits.NO_NOISE)) {
                return x;
            }
            int batch = (int) x.size(0);
            int pixels = (int) still.tensor().length();
            float[] noise = new float[batch * pixels];
            if (context.training()) {
                NormalZiggurat.fill(noise, context.seed(), Purpose.PIXEL_NOISE, context.place(index));
            } else {
                for (int i = 0; i < batch; i++) {
                    float[] one = chosen(chosen.length == 0 ? StyleEdits.STILL : chosen[i], pixels);
                    System.arraycopy(one, 0, noise, i * pixels, pixels);
                }
            }
            return StyleOps.addNoise(x, Tensor.of(noise, x.type(), batch, 1, x.size(2), x.size(3)), strength.tensor());
        }

        private float[] chosen(long kind, int pixels) {
            if (kind == StyleEdits.STILL) {
                return still.tensor().toFloats();
            }
            float[] one = new float[pixels];
            if (kind != StyleEdits.NO_NOISE) {
                NormalZiggurat.fill(one, kind, Purpose.PIXEL_NOISE, index);
            }
            return one;
        }

        @Override
        public List<NamedTensor> parameters() {
            return List.of(strength);
        }

        @Override
        public List<NamedTensor> statistics() {
            return List.of(still);
        }
    }

    private static NamedTensor zeros(String name, int length, DataType type) {
        return new NamedTensor(name, Tensor.parameter(type, length));
    }

    /** Dense layer from a style to numbers per channel, of which the first ones start at 1 and the others at 0. */
    private static DenseLayer styleAffine(
            String name, int width, int outputs, int ones, WeightInitializer initializer) {
        DenseLayer affine = new DenseLayer(name + "/affine.dense", width, outputs, initializer.linear());
        float[] start = new float[outputs];
        Arrays.fill(start, 0, ones, 1);
        affine.bias().tensor().set(start, 0);
        return affine;
    }
}
