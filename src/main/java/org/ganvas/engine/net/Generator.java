package org.ganvas.engine.net;

import java.util.List;
import org.ganvas.data.RandomStream;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.NetworkSpec;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/** From latents (and labels) to pictures. Belongs to one thread; holds native memory until closed. */
public final class Generator implements AutoCloseable {

    private final GanSpec spec;
    private final NeuralNetwork network;
    private final DataType type;

    public Generator(GanSpec spec, long seed, DataType type) {
        this.spec = spec;
        this.type = type;
        RandomStream random = new RandomStream(seed, RandomStream.Purpose.GENERATOR_INIT, 0);
        network = new NeuralNetwork(spec.generator(), LayerShape.row(spec.generatorInputs()), random, type, false);
    }

    /**
     * Draws.
     *
     * @param latents row after row, each of the latent width
     * @param labels one a row; ignored by an unconditional generator
     * @return [labels.length, channels height width], in [-1, 1] if the last layer is a tanh
     */
    public Tensor generate(float[] latents, int[] labels, ForwardContext pass) {
        return generate(latents, labels, pass, LayerObserver.NONE);
    }

    /** The same, showing what comes out of each layer. */
    public Tensor generate(float[] latents, int[] labels, ForwardContext pass, LayerObserver tap) {
        return network.forward(input(latents, labels), pass, tap).output();
    }

    /**
     * The decoder of an autoencoder: what the last tanh is given, doubled, because (1 + tanh a) / 2 is the sigmoid of 2 a.
     *
     * @param latents [labels.length, latent width], through which gradients pass
     * @return logits of ink, [labels.length, channels height width]
     */
    public Tensor pixelLogits(Tensor latents, int[] labels, ForwardContext pass) {
        Tensor rows = spec.conditional()
                ? ViewOps.concat(1, latents, ViewOps.oneHot(labels, spec.classes(), latents))
                : latents;
        return ElementwiseOps.scale(network.forwardBeforeLast(rows, pass), 2);
    }

    /**
     * Draws from tensors, so that gradients can reach the latents.
     *
     * @param latents [rows, latent width]
     * @param classWeights [rows, classes], each row usually summing to 1; null of an unconditional generator
     * @return as {@link #generate(float[], int[], Pass)}
     */
    public Tensor generate(Tensor latents, @Nullable Tensor classWeights, ForwardContext pass) {
        return network.forward(joined(latents, classWeights), pass).output();
    }

    /** What the first layers make of latents: see {@link NetworkSpec#firstActivation}. */
    public Tensor firstActivations(Tensor latents, @Nullable Tensor classWeights, ForwardContext pass) {
        return network.forwardFirst(
                joined(latents, classWeights), pass, spec.generator().firstActivation());
    }

    private Tensor joined(Tensor latents, @Nullable Tensor classWeights) {
        return classWeights == null ? latents : ViewOps.concat(1, latents, classWeights);
    }

    private Tensor input(float[] latents, int[] labels) {
        int width = spec.generatorInputs();
        int latent = spec.latentDim();
        if (latents.length != labels.length * latent) {
            throw new IllegalArgumentException(
                    "%d numbers are not %d latents of %d dimensions".formatted(latents.length, labels.length, latent));
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

    /** What is trained, in a fixed order. */
    public List<NamedTensor> parameters() {
        return network.parameters();
    }

    /** Running statistics, in a fixed order. */
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
