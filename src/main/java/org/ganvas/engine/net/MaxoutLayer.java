package org.ganvas.engine.net;

import java.util.List;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;

/**
 * Maxout: per unit, the largest of several affine maps.
 *
 * @param candidates a dense layer whose outputs are piece after piece, each of all units
 * @param pieces number of affine maps per unit
 */
record MaxoutLayer(DenseLayer candidates, int pieces) implements NetworkLayer {

    @Override
    public Tensor forward(Tensor x, ForwardContext context) {
        Tensor all = candidates.forward(x, context);
        long units = all.size(1) / pieces;
        return ViewOps.reshape(ReductionOps.max(ViewOps.reshape(all, x.size(0), pieces, units), 1), x.size(0), units);
    }

    @Override
    public List<NamedTensor> parameters() {
        return candidates.parameters();
    }

    @Override
    public List<NamedTensor> statistics() {
        return candidates.statistics();
    }
}
