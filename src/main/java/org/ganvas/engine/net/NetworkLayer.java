package org.ganvas.engine.net;

import java.util.List;
import org.ganvas.engine.autodiff.Tensor;

/** One built layer. */
interface NetworkLayer {

    /**
     * Computes.
     *
     * @param x [batch, inputs]
     * @return [batch, outputs]
     */
    Tensor forward(Tensor x, ForwardContext pass);

    /** What is trained, in a fixed order. */
    default List<NamedTensor> parameters() {
        return List.of();
    }

    /** What is kept but not trained: running statistics, in a fixed order. */
    default List<NamedTensor> statistics() {
        return List.of();
    }
}
