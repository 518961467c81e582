package org.ganvas.engine.net;

import java.util.List;
import org.ganvas.data.RandomStream;
import org.ganvas.engine.autodiff.Activations;
import org.ganvas.engine.autodiff.Arith;
import org.ganvas.engine.autodiff.Convolutions;
import org.ganvas.engine.autodiff.Products;
import org.ganvas.engine.autodiff.Resample;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.Views;
import org.ganvas.engine.spec.AttentionLayer;
import org.ganvas.engine.spec.InitSpec;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Self-attention as SAGAN has it (Zhang et al. 1805.08318, section 3, with the pooled keys and values of its published
 * code where the sides are even): softmax of the products of queries and keys weighs the values.
 */
final class AttentionBlock implements Layer {

    private static final Convolutions.Geometry POINTWISE = new Convolutions.Geometry(1, 0);

    private final Variable query;
    private final Variable key;
    private final Variable value;
    private final Variable out;
    private final Variable share;

    AttentionBlock(String name, int channels, InitSpec init, RandomStream random, DataType type) {
        int keys = AttentionLayer.keyChannels(channels);
        int values = AttentionLayer.valueChannels(channels);
        query = weight(name + "/query", keys, channels, init, random, type);
        key = weight(name + "/key", keys, channels, init, random, type);
        value = weight(name + "/value", values, channels, init, random, type);
        out = weight(name + "/out", channels, values, init, random, type);
        share = new Variable(name + "/share", Tensor.parameter(type, 1));
    }

    private static Variable weight(
            String name, int outputs, int inputs, InitSpec init, RandomStream random, DataType type) {
        Variable weight = new Variable(name, Tensor.parameter(type, outputs, inputs, 1, 1));
        weight.tensor().set(Weights.initial(init, inputs, outputs, outputs * inputs, random), 0);
        return weight;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor queries = places(Convolutions.conv2d(x, query.tensor(), POINTWISE));
        Tensor keys = places(pooled(Convolutions.conv2d(x, key.tensor(), POINTWISE)));
        Tensor values = places(pooled(Convolutions.conv2d(x, value.tensor(), POINTWISE)));
        Tensor[] seen = new Tensor[(int) x.size(0)];
        for (int i = 0; i < seen.length; i++) {
            Tensor scores = Products.matmul(picture(queries, i), true, picture(keys, i), false);
            Tensor weights = Arith.exp(Activations.logSoftmax(scores));
            Tensor read = Products.matmul(picture(values, i), false, weights, true);
            seen[i] = Views.reshape(read, 1, values.size(1), x.size(2), x.size(3));
        }
        Tensor attended = Convolutions.conv2d(Views.concat(0, seen), out.tensor(), POINTWISE);
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

    private static Tensor picture(Tensor places, int index) {
        return Views.reshape(Views.slice(places, 0, index, 1), places.size(1), places.size(2));
    }

    @Override
    public List<Variable> parameters() {
        return List.of(query, key, value, out, share);
    }
}
