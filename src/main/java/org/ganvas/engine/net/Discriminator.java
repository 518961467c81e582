package org.ganvas.engine.net;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.RandomStream;
import org.ganvas.engine.autodiff.Arith;
import org.ganvas.engine.autodiff.Reduce;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.Views;
import org.ganvas.engine.spec.Extent;
import org.ganvas.engine.spec.GanSpec;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/** From pictures (and labels) to logits. Belongs to one thread; holds native memory until closed. */
public final class Discriminator implements AutoCloseable {

    private static final double EMBEDDING_DEVIATION = 0.1;

    private final Network network;
    private final @Nullable Variable embedding;
    private final List<Variable> parameters;
    private final boolean mixesBatch;

    public Discriminator(GanSpec spec, long seed, DataType type) {
        RandomStream random = new RandomStream(seed, RandomStream.Purpose.DISCRIMINATOR_INIT, 0);
        network = new Network(spec.discriminator(), Extent.of(spec.image()), random, type);
        parameters = new ArrayList<>(network.parameters());
        mixesBatch = spec.discriminator().mixesBatch();
        if (spec.conditional()) {
            embedding = new Variable("embedding", Tensor.parameter(type, spec.classes(), spec.featureWidth()));
            float[] values = new float[spec.classes() * spec.featureWidth()];
            random.fillGaussian(values, EMBEDDING_DEVIATION);
            embedding.tensor().set(values, 0);
            parameters.add(embedding);
        } else {
            embedding = null;
        }
    }

    /**
     * Judges.
     *
     * @param pictures [batch, channels height width]
     * @param labels one a picture; ignored by an unconditional discriminator
     * @return logits, [batch, 1]
     */
    public Tensor logits(Tensor pictures, int[] labels, Pass pass) {
        Network.Result result = network.forward(pictures, pass);
        if (embedding == null) {
            return result.output();
        }
        Tensor rows = Views.gather(embedding.tensor(), labels);
        return Arith.add(result.output(), Reduce.sum(Arith.mul(rows, result.features()), 1));
    }

    /** Whether a picture's logit depends on the other pictures of its batch. */
    public boolean mixesBatch() {
        return mixesBatch;
    }

    /** What is trained, in a fixed order. */
    public List<Variable> parameters() {
        return parameters;
    }

    /** Running statistics, in a fixed order. */
    public List<Variable> statistics() {
        return network.statistics();
    }

    @Override
    public void close() {
        network.close();
        if (embedding != null) {
            embedding.tensor().free();
        }
    }
}
