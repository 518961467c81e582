package org.ganvas.engine.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.StyleLayerSpec;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/** Generator: from latents and labels to images. Belongs to one thread; holds native memory until closed. */
public final class Generator implements PlayerNetwork {

    private final GanSpec spec;
    private final NeuralNetwork network;
    private final DataType type;

    public Generator(GanSpec spec, long seed, DataType type) {
        this(spec, seed, 0, type);
    }

    /** @param twin distinguishes generators of one game, from 0; their first weights differ */
    public Generator(GanSpec spec, long seed, int twin, DataType type) {
        this.spec = spec;
        this.type = type;
        SeededRandomStream random = new SeededRandomStream(seed, SeededRandomStream.Purpose.GENERATOR_INIT, twin);
        network = new NeuralNetwork(spec.generator(), spec.generatorInput(), random, type, false);
    }

    /**
     * Generates images.
     *
     * @param latents row after row, each of the latent width
     * @param labels one per row; ignored by an unconditional generator
     * @return [labels.length, channels height width], in [-1, 1] if the last layer is a tanh
     */
    public Tensor generate(float[] latents, int[] labels, ForwardContext context) {
        return generate(latents, labels, context, LayerObserver.NONE);
    }

    /** As {@link #generate(float[], int[], ForwardContext)}, with the layers' outputs for an observer. */
    public Tensor generate(float[] latents, int[] labels, ForwardContext context, LayerObserver observer) {
        return network.forward(input(latents, labels), context, observer).output();
    }

    /**
     * Images with the styles that they are made of.
     *
     * @param images [batch, channels height width]
     * @param styles w of every layer that keeps one, [batch, width]; each sample's own
     */
    public record Styled(Tensor images, List<Tensor> styles) {}

    /** As {@link #generate(float[], int[], ForwardContext)}, with styles that are not mixed and through which gradients pass. */
    public Styled generateStyled(float[] latents, int[] labels, ForwardContext context) {
        List<Tensor> styles = new ArrayList<>();
        Tensor images = generate(latents, labels, context.unmixed(), (layer, output) -> {
            if (spec.generator().layers().get(layer) instanceof StyleLayerSpec.Style) {
                styles.add(output);
            }
        });
        return new Styled(images, styles);
    }

    /**
     * Translates images.
     *
     * @param given what a translation gives the generator, [batch, numbers of its input]
     * @return [batch, channels height width]
     */
    public Tensor translate(Tensor given, ForwardContext context) {
        return translate(given, context, LayerObserver.NONE);
    }

    /** As {@link #translate(Tensor, ForwardContext)}, with the layers' outputs for an observer. */
    public Tensor translate(Tensor given, ForwardContext context, LayerObserver observer) {
        return network.forward(given, context, observer).output();
    }

    /**
     * Logits of the pixels as an autoencoder's decoder: the last tanh's input a, doubled, because (1 + tanh a) / 2 is the
     * sigmoid of 2 a.
     *
     * @param latents [labels.length, latent width], through which gradients pass
     * @return logits of each pixel being white, [labels.length, channels height width]
     */
    public Tensor pixelLogits(Tensor latents, int[] labels, ForwardContext context) {
        Tensor rows = spec.conditional()
                ? ViewOps.concat(1, latents, ViewOps.oneHot(labels, spec.classes(), latents))
                : latents;
        return ElementwiseOps.scale(network.forwardBeforeLast(rows, context), 2);
    }

    /**
     * Generates images from tensors, so that gradients can reach the latents.
     *
     * @param latents [rows, latent width]
     * @param classWeights [rows, classes], each row usually summing to 1; null for an unconditional generator
     * @return as {@link #generate(float[], int[], Pass)}
     */
    public Tensor generate(Tensor latents, @Nullable Tensor classWeights, ForwardContext context) {
        return network.forward(withClasses(latents, classWeights), context).output();
    }

    /** Outputs of the layers before the first activation, see {@link NetworkSpec#layersBeforeActivation}. */
    public Tensor beforeFirstActivation(Tensor latents, @Nullable Tensor classWeights, ForwardContext context) {
        return network.forwardFirst(
                withClasses(latents, classWeights), context, spec.generator().layersBeforeActivation());
    }

    /**
     * Styles as the mapping gives them.
     *
     * @param layer index of the layer that keeps them
     * @return [rows, width of the style]
     */
    public Tensor styles(Tensor latents, @Nullable Tensor classWeights, int layer) {
        return network.forwardFirst(withClasses(latents, classWeights), ForwardContext.INFERENCE, layer + 1);
    }

    private Tensor withClasses(Tensor latents, @Nullable Tensor classWeights) {
        return classWeights == null ? latents : ViewOps.concat(1, latents, classWeights);
    }

    private Tensor input(float[] latents, int[] labels) {
        int width = spec.generatorInputs();
        int latent = spec.latentDim();
        if (latents.length != labels.length * latent) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%d numbers are not %d latents of %d dimensions",
                    latents.length,
                    labels.length,
                    latent));
        }
        float[] rows = new float[labels.length * width];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(latents, i * latent, rows, i * width, latent);
            if (spec.conditional()) {
                rows[i * width + latent + labels[i]] = 1;
            }
        }
        return Tensor.of(rows, type, labels.length, width);
    }

    @Override
    public List<NamedTensor> parameters() {
        return network.parameters();
    }

    @Override
    public boolean[] liveParameters(double growth) {
        return network.liveParameters(growth);
    }

    @Override
    public List<NamedTensor> statistics() {
        return network.statistics();
    }

    public GanSpec spec() {
        return spec;
    }

    @Override
    public void close() {
        network.close();
    }
}
