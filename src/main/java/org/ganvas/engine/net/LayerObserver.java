package org.ganvas.engine.net;

import org.ganvas.engine.autodiff.Tensor;

/** Observer of the layers' outputs in a forward pass. Called on the thread of the pass. */
@FunctionalInterface
public interface LayerObserver {

    /** An observer without effect. */
    LayerObserver NONE = (layer, output) -> {};

    /**
     * Called after each layer that is computed.
     *
     * @param layer index of the layer, from 0
     * @param output valid until the pass ends
     */
    void onLayerOutput(int layer, Tensor output);
}
