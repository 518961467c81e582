package org.ganvas.engine.net;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.RandomStream;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.Regularizer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/** From pictures (and labels) to logits. Belongs to one thread; holds native memory until closed. */
public final class Discriminator implements AutoCloseable {

    private static final double EMBEDDING_DEVIATION = 0.1;

    private final GanSpec spec;
    private final NeuralNetwork network;
    private final @Nullable NamedTensor embedding;
    private final @Nullable DenseLayer head;
    private final List<NamedTensor> parameters;
    private final boolean mixesBatch;

    public Discriminator(GanSpec spec, long seed, DataType type) {
        this.spec = spec;
        RandomStream random = new RandomStream(seed, RandomStream.Purpose.DISCRIMINATOR_INIT, 0);
        boolean spectral = spec.regularizer(Regularizer.SpectralNorm.class).isPresent();
        network = new NeuralNetwork(spec.discriminator(), spec.judgedExtent(), random, type, spectral);
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

    private NamedTensor embedding(RandomStream random, DataType type) {
        NamedTensor table = new NamedTensor("embedding", Tensor.parameter(type, spec.classes(), spec.featureWidth()));
        float[] values = new float[spec.classes() * spec.featureWidth()];
        random.fillGaussian(values, EMBEDDING_DEVIATION);
        table.tensor().set(values, 0);
        return table;
    }

    /**
     * What D makes of a batch.
     *
     * @param logits [batch / pack, 1]
     * @param features the input of the last dense layer, [batch / pack, width]
     * @param head outputs of the second head, logits of the classes and then the codes, [batch, classes + codes]; null
     *     where there is none
     */
    public record Output(
            Tensor logits, Tensor features, @Nullable Tensor head) {}

    /**
     * Judges.
     *
     * @param pictures [batch, channels height width]
     * @param labels one a picture; ignored where D does not see them
     */
    public Output forward(Tensor pictures, int[] labels, ForwardContext pass) {
        return forward(pictures, labels, pass, LayerObserver.NONE);
    }

    /** The same, showing what comes out of each layer. */
    public Output forward(Tensor pictures, int[] labels, ForwardContext pass, LayerObserver tap) {
        NeuralNetwork.Result result = network.forward(input(pictures, labels), pass, tap);
        Tensor logits = result.output();
        if (embedding != null) {
            Tensor rows = ViewOps.gather(embedding.tensor(), labels);
            logits = ElementwiseOps.add(logits, ReductionOps.sum(ElementwiseOps.mul(rows, result.features()), 1));
        }
        return new Output(logits, result.features(), head == null ? null : head.forward(result.features(), pass));
    }

    /** The logits alone. */
    public Tensor logits(Tensor pictures, int[] labels, ForwardContext pass) {
        return forward(pictures, labels, pass).logits();
    }

    /** Neighbours in the batch make a pack by standing side by side in memory; labels stand behind the picture. */
    private Tensor input(Tensor pictures, int[] labels) {
        long size = pictures.length() / pictures.size(0);
        if (spec.pack() > 1) {
            return ViewOps.reshape(pictures, pictures.size(0) / spec.pack(), size * spec.pack());
        }
        if (spec.conditioning() != Conditioning.CONCATENATION) {
            return pictures;
        }
        LayerShape seen = spec.judgedExtent();
        Tensor flat = ViewOps.reshape(pictures, pictures.size(0), size);
        return ViewOps.concat(1, flat, planes(labels, seen.height() * seen.width(), pictures));
    }

    private Tensor planes(int[] labels, int pixels, Tensor like) {
        float[] values = new float[labels.length * spec.classes() * pixels];
        for (int i = 0; i < labels.length; i++) {
            int start = (i * spec.classes() + labels[i]) * pixels;
            java.util.Arrays.fill(values, start, start + pixels, 1);
        }
        return Tensor.of(values, like.type(), labels.length, (long) spec.classes() * pixels);
    }

    /** Whether a picture's logit depends on the other pictures of its batch. */
    public boolean mixesBatch() {
        return mixesBatch;
    }

    /** What is trained, in a fixed order. */
    public List<NamedTensor> parameters() {
        return parameters;
    }

    /** Running statistics, in a fixed order. */
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
