package org.ganvas.engine.net;

import java.util.List;
import java.util.stream.Stream;
import org.ganvas.engine.autodiff.Activations;
import org.ganvas.engine.autodiff.Arith;
import org.ganvas.engine.autodiff.Convolutions;
import org.ganvas.engine.autodiff.Products;
import org.ganvas.engine.autodiff.Resample;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.Views;
import org.ganvas.engine.spec.AttentionLayer;

/**
 * Self-attention as SAGAN has it (Zhang et al. 1805.08318, section 3, with the pooled keys and values of its published
 * code where the sides are even): softmax of the products of queries and keys weighs the values.
 */
final class AttentionBlock implements Layer {

    private static final Convolutions.Geometry POINTWISE = new Convolutions.Geometry(1, 0);

    private final Weight query;
    private final Weight key;
    private final Weight value;
    private final Weight out;
    private final Variable share;

    AttentionBlock(String name, int channels, WeightMaker maker) {
        int keys = AttentionLayer.keyChannels(channels);
        int values = AttentionLayer.valueChannels(channels);
        query = maker.weight(name + "/query", channels, keys, keys, channels, 1, 1);
        key = maker.weight(name + "/key", channels, keys, keys, channels, 1, 1);
        value = maker.weight(name + "/value", channels, values, values, channels, 1, 1);
        out = maker.weight(name + "/out", values, channels, channels, values, 1, 1);
        share = new Variable(name + "/share", Tensor.parameter(maker.type(), 1));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor queries = places(Convolutions.conv2d(x, query.use(pass), POINTWISE));
        Tensor keys = places(pooled(Convolutions.conv2d(x, key.use(pass), POINTWISE)));
        Tensor values = places(pooled(Convolutions.conv2d(x, value.use(pass), POINTWISE)));
        Tensor scores = Products.matmul(queries, true, keys, false);
        Tensor rows = Views.reshape(scores, scores.size(0) * scores.size(1), scores.size(2));
        Tensor weights = Views.reshape(Activations.softmax(rows), scores.shape());
        Tensor read = Products.matmul(values, false, weights, true);
        Tensor seen = Views.reshape(read, x.size(0), values.size(1), x.size(2), x.size(3));
        Tensor attended = Convolutions.conv2d(seen, out.use(pass), POINTWISE);
        return Arith.add(x, Arith.mul(attended, Views.reshape(share.tensor(), 1, 1, 1, 1)));
    }

    /** Half the side, to a quarter of the cost, where that goes. */
    private static Tensor pooled(Tensor x) {
        return x.size(2) % 2 == 0 && x.size(3) % 2 == 0 ? Resample.averagePool(x, 2) : x;
    }

    /** [batch, channels, height width]. */
    private static Tensor places(Tensor x) {
        return Views.reshape(x, x.size(0), x.size(1), x.size(2) * x.size(3));
    }

    @Override
    public List<Variable> parameters() {
        return List.of(query.variable(), key.variable(), value.variable(), out.variable(), share);
    }

    @Override
    public List<Variable> statistics() {
        return Stream.of(query, key, value, out)
                .flatMap(weight -> weight.statistics().stream())
                .toList();
    }
}
