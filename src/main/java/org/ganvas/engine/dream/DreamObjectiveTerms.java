package org.ganvas.engine.dream;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.spec.dream.DreamObjective;
import org.ganvas.engine.spec.dream.DreamWeights;
import org.ganvas.engine.state.FeatureWeights;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/** Terms of an objective for images of one size, with their gradient. Belongs to one thread; closed after use. */
final class DreamObjectiveTerms implements AutoCloseable {

    private static final double EPSILON = 1e-12;

    private final DreamObjective objective;
    private final FeatureTaps taps;
    private final TensorArena arena = new TensorArena();
    private final DataType type;
    private final int channels;
    private final int height;
    private final int width;
    private final Map<Integer, Target> styleTargets = new TreeMap<>();
    private @Nullable Target contentTarget;

    /** Features or a Gram matrix to come close to, outside the arena. */
    private record Target(float[] values, long[] shape) {
        static Target of(Tensor tensor) {
            return new Target(tensor.toFloats(), tensor.shape().clone());
        }

        Tensor tensor(DataType type) {
            return Tensor.of(values, type, shape);
        }
    }

    /**
     * Terms for images of the content's size.
     *
     * @param content what a style transfer keeps
     * @param style what it takes the style from, of any size; null for other objectives
     * @throws org.ganvas.engine.spec.base.SpecException if a layer does not take that size
     */
    DreamObjectiveTerms(
            FeatureWeights features,
            DreamObjective objective,
            PixelImage content,
            @Nullable PixelImage style,
            DataType type) {
        this.objective = objective;
        this.type = type;
        channels = content.shape().channels();
        height = content.height();
        width = content.width();
        taps = new FeatureTaps(features, height, width, objective.layers(), type);
        if (objective instanceof DreamObjective.Style wanted) {
            PixelImage pattern = Objects.requireNonNull(style, "a style transfer needs a style image");
            readContent(wanted, content);
            readStyle(features, wanted, pattern);
        }
    }

    private void readContent(DreamObjective.Style wanted, PixelImage content) {
        try (TensorArena.Round round = arena.open()) {
            Tensor image = Tensor.of(content.pixels(), type, 1, channels, height, width);
            contentTarget = Target.of(layer(Autograd.withoutGraph(() -> taps.forward(image)), wanted.content()));
        }
    }

    private void readStyle(FeatureWeights features, DreamObjective.Style wanted, PixelImage style) {
        TensorArena own = new TensorArena();
        try (FeatureTaps tapped =
                        new FeatureTaps(features, style.height(), style.width(), new TreeSet<>(wanted.style()), type);
                TensorArena.Round round = own.open()) {
            Tensor image = Tensor.of(style.pixels(), type, 1, channels, style.height(), style.width());
            Map<Integer, Tensor> outputs = Autograd.withoutGraph(() -> tapped.forward(image));
            for (int layer : wanted.style()) {
                styleTargets.put(
                        layer, Target.of(Autograd.withoutGraph(() -> DreamLosses.gram(layer(outputs, layer)))));
            }
        } finally {
            own.close();
        }
    }

    private static Tensor layer(Map<Integer, Tensor> outputs, int layer) {
        return Objects.requireNonNull(outputs.get(layer), () -> "layer " + layer + " was not computed");
    }

    /**
     * Values of the terms and the direction down.
     *
     * @param objective what is maximised; of a style transfer, the loss without the total variation
     * @param content loss; 0 but for a style transfer
     * @param style loss; 0 but for a style transfer
     * @param gradient by the image of what is minimised: of a maximised objective, minus its gradient over the mean of the
     *     magnitudes, plus the total variation's
     */
    record Values(double objective, double content, double style, float[] gradient) {}

    /** The terms at an image. */
    Values at(float[] pixels, DreamWeights weights) {
        try (TensorArena.Round round = arena.open()) {
            Tensor image = Tensor.of(pixels, type, 1, channels, height, width).asVariable();
            Graph graph = graph(image, weights);
            float[] gradient = gradient(graph.loss(), image);
            if (objective.isMaximised()) {
                normalise(gradient);
            }
            if (weights.smoothness() > 0) {
                // Of a loss it is a mean, as the other terms do not grow with the image either.
                double factor = weights.smoothness() / (objective.isMaximised() ? 1 : pixels.length);
                float[] rough = gradient(DreamLosses.totalVariation(image), image);
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] += (float) (factor * rough[i]);
                }
            }
            return new Values(graph.objective().scalar(), graph.content(), graph.style(), gradient);
        }
    }

    private static float[] gradient(Tensor scalar, Tensor image) {
        return Autograd.grad(scalar, List.of(image), false).get(0).toFloats();
    }

    private static void normalise(float[] gradient) {
        double sum = 0;
        for (float value : gradient) {
            sum += Math.abs(value);
        }
        double factor = 1 / (sum / gradient.length + EPSILON);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) (factor * gradient[i]);
        }
    }

    /**
     * Recorded terms.
     *
     * @param objective as in {@link Values}
     * @param loss to minimise, without the total variation
     */
    record Graph(Tensor objective, Tensor loss, double content, double style) {}

    /**
     * The terms as a graph over an image, within a round of an arena.
     *
     * @param image [1, channels, height, width]
     */
    Graph graph(Tensor image, DreamWeights weights) {
        Map<Integer, Tensor> outputs = taps.forward(image);
        if (objective instanceof DreamObjective.Energy energy) {
            return maximised(DreamLosses.energy(layer(outputs, energy.layer())));
        } else if (objective instanceof DreamObjective.Channel channel) {
            return maximised(DreamLosses.channel(layer(outputs, channel.layer()), channel.channel()));
        }
        DreamObjective.Style wanted = (DreamObjective.Style) objective;
        Tensor content = DreamLosses.content(
                layer(outputs, wanted.content()),
                Objects.requireNonNull(contentTarget).tensor(type));
        Tensor style = Tensor.filled(0, type, content.shape());
        for (Map.Entry<Integer, Target> target : styleTargets.entrySet()) {
            Tensor distance = DreamLosses.style(
                    layer(outputs, target.getKey()), target.getValue().tensor(type));
            style = ElementwiseOps.add(style, ElementwiseOps.scale(distance, 1.0 / styleTargets.size()));
        }
        Tensor loss = ElementwiseOps.add(
                ElementwiseOps.scale(content, weights.content()), ElementwiseOps.scale(style, weights.style()));
        return new Graph(loss, loss, content.scalar(), style.scalar());
    }

    private static Graph maximised(Tensor objective) {
        return new Graph(objective, ElementwiseOps.scale(objective, -1), 0, 0);
    }

    @Override
    public void close() {
        arena.close();
        taps.close();
    }
}
