package org.ganvas.engine.net;

import java.util.List;
import org.ganvas.engine.autodiff.Tensor;

/** Layer of a built network. Belongs to the network's thread. */
interface NetworkLayer {

    /**
     * The layer's output.
     *
     * @param x [batch, inputs]
     * @return [batch, outputs]
     */
    Tensor forward(Tensor x, ForwardContext context);

    /**
     * The layer's output where layers above have kept values.
     *
     * @param registers of this pass
     */
    default Tensor forward(Tensor x, Registers registers, ForwardContext context) {
        return forward(x, context);
    }

    /** The trained arrays, in a fixed order. */
    default List<NamedTensor> parameters() {
        return List.of();
    }

    /** The running statistics, which are stored but not trained, in a fixed order. */
    default List<NamedTensor> statistics() {
        return List.of();
    }
}
