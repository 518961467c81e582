package org.ganvas.engine.probe;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.Histogram;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.net.LayerObserver;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.spec.NetworkSpec;
import org.ganvas.engine.state.LayerStatistics;

/** Gathers what comes out of the layers of a network in one pass. On the thread of the pass. */
final class LayerCapture implements LayerObserver {

    private static final int BINS = 48;

    private final NetworkSpec network;
    private final List<LayerShape> extents;
    private final List<Histogram> activations = new ArrayList<>();

    LayerCapture(NetworkSpec network, LayerShape input) {
        this.network = network;
        extents = network.extents(input);
    }

    @Override
    public void onLayerOutput(int layer, Tensor output) {
        activations.add(Histogram.of(output.toFloats(), BINS));
    }

    /**
     * @param parameters of the network, named by layer
     */
    List<LayerStatistics> statistics(List<NamedTensor> parameters) {
        List<LayerStatistics> figures = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            LayerSpec layer = network.layers().get(i);
            LayerShape out = extents.get(i + 1);
            figures.add(new LayerStatistics(
                    (i + 1) + " " + layer.describe(),
                    out.channels(),
                    out.height(),
                    out.width(),
                    Histogram.of(weightsOf(i, parameters), BINS),
                    activations.get(i)));
        }
        return figures;
    }

    /** The weight proper without bias and shift, which are few and of another size. */
    private static float[] weightsOf(int layer, List<NamedTensor> parameters) {
        return parameters.stream()
                .filter(one -> one.name().startsWith(layer + "."))
                .map(one -> one.tensor().toFloats())
                .reduce(new float[0], (one, other) -> other.length > one.length ? other : one);
    }

    /** Keeps what comes out of one layer. */
    static final class FeatureMaps implements LayerObserver {
        private final int wanted;
        private float[] values = new float[0];

        FeatureMaps(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public void onLayerOutput(int layer, Tensor output) {
            if (layer == wanted) {
                values = output.toFloats();
            }
        }

        float[] values() {
            return values;
        }
    }
}
