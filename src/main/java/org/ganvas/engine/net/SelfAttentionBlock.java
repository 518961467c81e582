package org.ganvas.engine.net;

import java.util.List;
import java.util.stream.Stream;
import org.ganvas.engine.autodiff.ActivationOps;
import org.ganvas.engine.autodiff.ConvolutionOps;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.MatrixOps;
import org.ganvas.engine.autodiff.ResampleOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.spec.layer.AttentionLayerSpec;

/**
 * Self-attention as in SAGAN (Zhang et al. 1805.08318, section 3), with the pooled keys and values of its published code
 * where the sides are even: the softmax of the products of queries and keys weighs the values.
 */
final class SelfAttentionBlock implements NetworkLayer {

    private static final ConvolutionOps.Geometry POINTWISE = new ConvolutionOps.Geometry(1, 0);

    private final LayerWeight query;
    private final LayerWeight key;
    private final LayerWeight value;
    private final LayerWeight out;
    private final NamedTensor share;

    SelfAttentionBlock(String name, int channels, WeightInitializer initializer) {
        int keys = AttentionLayerSpec.keyChannels(channels);
        int values = AttentionLayerSpec.valueChannels(channels);
        query = initializer.weight(name + "/query", channels, keys, keys, channels, 1, 1);
        key = initializer.weight(name + "/key", channels, keys, keys, channels, 1, 1);
        value = initializer.weight(name + "/value", channels, values, values, channels, 1, 1);
        out = initializer.weight(name + "/out", values, channels, channels, values, 1, 1);
        share = new NamedTensor(name + "/share", Tensor.parameter(initializer.type(), 1));
    }

    @Override
    public Tensor forward(Tensor x, ForwardContext context) {
        Tensor queries = flattened(ConvolutionOps.conv2d(x, query.value(context), POINTWISE));
        Tensor keys = flattened(pooled(ConvolutionOps.conv2d(x, key.value(context), POINTWISE)));
        Tensor values = flattened(pooled(ConvolutionOps.conv2d(x, value.value(context), POINTWISE)));
        Tensor scores = MatrixOps.matmul(queries, true, keys, false);
        Tensor rows = ViewOps.reshape(scores, scores.size(0) * scores.size(1), scores.size(2));
        Tensor weights = ViewOps.reshape(ActivationOps.softmax(rows), scores.shape());
        Tensor weighted = MatrixOps.matmul(values, false, weights, true);
        Tensor image = ViewOps.reshape(weighted, x.size(0), values.size(1), x.size(2), x.size(3));
        Tensor attended = ConvolutionOps.conv2d(image, out.value(context), POINTWISE);
        return ElementwiseOps.add(x, ElementwiseOps.mul(attended, ViewOps.reshape(share.tensor(), 1, 1, 1, 1)));
    }

    /** Half the side where both sides are even, at a quarter of the cost. */
    private static Tensor pooled(Tensor x) {
        return x.size(2) % 2 == 0 && x.size(3) % 2 == 0 ? ResampleOps.averagePool(x, 2) : x;
    }

    /** The tensor as [batch, channels, height width]. */
    private static Tensor flattened(Tensor x) {
        return ViewOps.reshape(x, x.size(0), x.size(1), x.size(2) * x.size(3));
    }

    @Override
    public List<NamedTensor> parameters() {
        return List.of(query.parameter(), key.parameter(), value.parameter(), out.parameter(), share);
    }

    @Override
    public List<NamedTensor> statistics() {
        return Stream.of(query, key, value, out)
                .flatMap(weight -> weight.statistics().stream())
                .toList();
    }
}
