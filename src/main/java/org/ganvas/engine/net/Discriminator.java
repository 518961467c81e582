package org.ganvas.engine.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.training.Regularizer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/** Discriminator: from images and labels to logits. Belongs to one thread; holds native memory until closed. */
public final class Discriminator implements PlayerNetwork {

    private static final double EMBEDDING_DEVIATION = 0.1;

    private final GanSpec spec;
    private final NeuralNetwork network;
    private final @Nullable NamedTensor embedding;
    private final @Nullable DenseLayer head;
    private final List<NamedTensor> parameters;
    private final boolean mixesBatch;

    public Discriminator(GanSpec spec, long seed, DataType type) {
        this(spec, seed, 0, type);
    }

    /** @param twin distinguishes discriminators of one game, from 0; their first weights differ */
    public Discriminator(GanSpec spec, long seed, int twin, DataType type) {
        this.spec = spec;
        SeededRandomStream random = new SeededRandomStream(seed, SeededRandomStream.Purpose.DISCRIMINATOR_INIT, twin);
        boolean spectral = spec.regularizer(Regularizer.SpectralNorm.class).isPresent();
        network = new NeuralNetwork(spec.discriminator(), spec.discriminatorInput(), random, type, spectral);
        parameters = new ArrayList<>(network.parameters());
        mixesBatch = spec.discriminator().mixesBatch();
        embedding = spec.conditioning() == Conditioning.PROJECTION ? embedding(random, type) : null;
        if (embedding != null) {
            parameters.add(embedding);
        }
        head = spec.conditioning().hasHead()
                ? new DenseLayer(
                        "head",
                        spec.featureWidth(),
                        spec.headWidth(),
                        new WeightInitializer(spec.discriminator().init(), random, type, false))
                : null;
        if (head != null) {
            parameters.addAll(head.parameters());
        }
    }

    private NamedTensor embedding(SeededRandomStream random, DataType type) {
        NamedTensor table = new NamedTensor("embedding", Tensor.parameter(type, spec.classes(), spec.featureWidth()));
        float[] values = new float[spec.classes() * spec.featureWidth()];
        random.fillGaussian(values, EMBEDDING_DEVIATION);
        table.tensor().set(values, 0);
        return table;
    }

    /**
     * Output of a forward pass.
     *
     * @param logits [batch / pack, patches], with one patch unless D ends in a map
     * @param features the input of the last dense layer, [batch / pack, width]
     * @param hidden the input of the last layer with weights, in any shape
     * @param head outputs of the second head, logits of the classes and then the codes, [batch, classes + codes]; null
     *     without a second head
     */
    public record Output(
            Tensor logits,
            Tensor features,
            Tensor hidden,
            @Nullable Tensor head) {}

    /**
     * Runs D on a batch.
     *
     * @param images [batch, channels height width]
     * @param labels one per image; ignored by a D without labels
     */
    public Output forward(Tensor images, int[] labels, ForwardContext context) {
        return forward(images, labels, context, LayerObserver.NONE);
    }

    /** As {@link #forward(Tensor, int[], ForwardContext)}, with the layers' outputs for an observer. */
    public Output forward(Tensor images, int[] labels, ForwardContext context, LayerObserver observer) {
        return answer(input(images, labels), labels, context, observer);
    }

    /**
     * Runs D on a batch with what the images were made of.
     *
     * @param images [batch, channels height width]
     * @param beside channels behind those of the images, [batch, channels height width]; null for a D that sees images alone
     */
    public Output forward(
            Tensor images, @Nullable Tensor beside, int[] labels, ForwardContext context, LayerObserver observer) {
        return beside == null
                ? forward(images, labels, context, observer)
                : answer(ViewOps.concat(1, images, beside), labels, context, observer);
    }

    private Output answer(Tensor input, int[] labels, ForwardContext context, LayerObserver observer) {
        NeuralNetwork.Result result = network.forward(input, context, observer);
        Tensor logits = result.output();
        if (embedding != null) {
            Tensor rows = ViewOps.gather(embedding.tensor(), labels);
            logits = ElementwiseOps.add(logits, ReductionOps.sum(ElementwiseOps.mul(rows, result.features()), 1));
        }
        return new Output(
                logits,
                result.features(),
                result.hidden(),
                head == null ? null : head.forward(result.features(), context));
    }

    /** The logits of a batch, [batch / pack, patches]. */
    public Tensor logits(Tensor images, int[] labels, ForwardContext context) {
        return forward(images, labels, context).logits();
    }

    /** The network's input: neighbours in memory form a pack, and label maps follow the image's channels. */
    private Tensor input(Tensor images, int[] labels) {
        long size = images.length() / images.size(0);
        if (spec.pack() > 1) {
            return ViewOps.reshape(images, images.size(0) / spec.pack(), size * spec.pack());
        }
        if (spec.conditioning() != Conditioning.CONCATENATION) {
            return images;
        }
        LayerShape input = spec.discriminatorInput();
        Tensor flat = ViewOps.reshape(images, images.size(0), size);
        return ViewOps.concat(1, flat, labelMaps(labels, input.height() * input.width(), images));
    }

    private Tensor labelMaps(int[] labels, int pixels, Tensor like) {
        float[] values = new float[labels.length * spec.classes() * pixels];
        for (int i = 0; i < labels.length; i++) {
            int start = (i * spec.classes() + labels[i]) * pixels;
            Arrays.fill(values, start, start + pixels, 1);
        }
        return Tensor.of(values, like.type(), labels.length, (long) spec.classes() * pixels);
    }

    /** Whether an image's logit depends on the other images of its batch. */
    public boolean mixesBatch() {
        return mixesBatch;
    }

    @Override
    public List<NamedTensor> parameters() {
        return parameters;
    }

    @Override
    public boolean[] liveParameters(double growth) {
        boolean[] ofLayers = network.liveParameters(growth);
        boolean[] all = Arrays.copyOf(ofLayers, parameters.size());
        Arrays.fill(all, ofLayers.length, all.length, true);
        return all;
    }

    @Override
    public List<NamedTensor> statistics() {
        return network.statistics();
    }

    @Override
    public void close() {
        network.close();
        if (embedding != null) {
            embedding.tensor().free();
        }
        if (head != null) {
            head.parameters().forEach(variable -> variable.tensor().free());
        }
    }
}
