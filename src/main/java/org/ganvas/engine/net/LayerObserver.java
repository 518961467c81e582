package org.ganvas.engine.net;

import org.ganvas.engine.autodiff.Tensor;

/** Is shown what comes out of the layers of a network in a pass. On the thread of the pass. */
@FunctionalInterface
public interface LayerObserver {

    /** Looks at nothing. */
    LayerObserver NONE = (layer, output) -> {};

    /**
     * Called after each layer.
     *
     * @param layer its place, counted from 0
     * @param output valid until the pass is over
     */
    void onLayerOutput(int layer, Tensor output);
}
