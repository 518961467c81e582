package org.ganvas.engine.autodiff;

import org.nd4j.linalg.api.buffer.DataType;

/** Normalisations. */
public final class Norms {

    private Norms() {}

    /**
     * What batch normalisation gives back.
     *
     * @param output the normalised, scaled and shifted input
     * @param mean of the batch, one a feature; a constant
     * @param variance of the batch, biased, one a feature; a constant
     */
    public record BatchNormed(Tensor output, Tensor mean, Tensor variance) {}

    /**
     * Batch normalisation over the rows of [batch, features] by the statistics of the batch (Ioffe and Szegedy 2015).
     *
     * @param scale [features]
     * @param shift [features]
     * @param epsilon added to the variance
     */
    public static BatchNormed batchNorm(Tensor x, Tensor scale, Tensor shift, double epsilon) {
        if (x.type() != DataType.FLOAT) {
            return composed(x, scale, shift, epsilon);
        }
        long features = x.size(1);
        Tensor mean = Tensor.empty(x.type(), features);
        Tensor variance = Tensor.empty(x.type(), features);
        Tensor normalised = Arith.like(x);
        Tensor out = Arith.like(x);
        FusedBatchNorm.forward(x, scale, shift, epsilon, new BatchNormed(out, mean, variance), normalised);
        Tensor recorded = Op.record(
                out,
                new FusedBatchNorm(x, scale, shift, normalised, variance, epsilon),
                x,
                scale,
                shift);
        return new BatchNormed(recorded, mean, variance);
    }

    /** The definition, in operations that can be differentiated any number of times. */
    static BatchNormed composed(Tensor x, Tensor scale, Tensor shift, double epsilon) {
        Tensor mean = Reduce.mean(x, 0);
        Tensor centred = Arith.sub(x, mean);
        Tensor variance = Reduce.mean(Arith.square(centred), 0);
        Tensor normalised = Arith.div(centred, Arith.sqrt(Arith.shift(variance, epsilon)));
        Tensor out = Arith.add(Arith.mul(normalised, scale), shift);
        return new BatchNormed(out, mean.detached(), variance.detached());
    }

    /** Batch normalisation by given statistics, as a trained network is used. All four are [features]. */
    public static Tensor batchNorm(
            Tensor x, Tensor scale, Tensor shift, Tensor mean, Tensor variance, double epsilon) {
        Tensor deviation = Arith.sqrt(Arith.shift(variance, epsilon));
        return Arith.add(Arith.mul(Arith.div(Arith.sub(x, mean), deviation), scale), shift);
    }
}
