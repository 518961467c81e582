package org.ganvas.engine.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One layer of a network. The JSON carries a name from the fixed list below, never a class. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LayerSpec.Dense.class, name = "dense"),
    @JsonSubTypes.Type(value = LayerSpec.LeakyRelu.class, name = "leakyRelu"),
    @JsonSubTypes.Type(value = LayerSpec.Relu.class, name = "relu"),
    @JsonSubTypes.Type(value = LayerSpec.Tanh.class, name = "tanh"),
    @JsonSubTypes.Type(value = LayerSpec.BatchNorm.class, name = "batchNorm"),
    @JsonSubTypes.Type(value = LayerSpec.Dropout.class, name = "dropout")
})
public sealed interface LayerSpec {

    /**
     * Fully connected, y = xW + b.
     *
     * @param units width of the output, at least 1
     */
    record Dense(int units) implements LayerSpec {
        public Dense {
            SpecException.require(units >= 1, "A dense layer needs at least 1 unit, not %d.", units);
        }
    }

    /**
     * max(x, slope x).
     *
     * @param slope on the negative side, 0 to 1
     */
    record LeakyRelu(double slope) implements LayerSpec {
        public LeakyRelu {
            SpecException.require(slope >= 0 && slope < 1, "A leaky ReLU's slope lies in [0, 1), not at %s.", slope);
        }
    }

    /** max(x, 0). */
    record Relu() implements LayerSpec {}

    /** Hyperbolic tangent; the usual last layer of a generator, because pictures lie in [-1, 1]. */
    record Tanh() implements LayerSpec {}

    /**
     * Batch normalisation (Ioffe and Szegedy 2015): batch statistics in training, running ones in use.
     *
     * @param epsilon added to the variance
     * @param momentum weight of the new batch in the running statistics, as PyTorch counts it
     */
    record BatchNorm(double epsilon, double momentum) implements LayerSpec {
        public BatchNorm {
            SpecException.require(epsilon > 0, "BatchNorm's epsilon must be positive, not %s.", epsilon);
            SpecException.require(
                    momentum > 0 && momentum <= 1, "BatchNorm's momentum lies in (0, 1], not at %s.", momentum);
        }
    }

    /**
     * Inverted dropout, in training only (Srivastava 2014).
     *
     * @param rate share of the units that are dropped
     */
    record Dropout(double rate) implements LayerSpec {
        public Dropout {
            SpecException.require(rate >= 0 && rate < 1, "A dropout rate lies in [0, 1), not at %s.", rate);
        }
    }
}
