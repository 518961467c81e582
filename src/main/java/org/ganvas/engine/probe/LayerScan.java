package org.ganvas.engine.probe;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.Histogram;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.net.LayerTap;
import org.ganvas.engine.net.Variable;
import org.ganvas.engine.spec.Extent;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.spec.NetworkSpec;

/** Gathers what comes out of the layers of a network in one pass. On the thread of the pass. */
final class LayerScan implements LayerTap {

    private static final int BINS = 48;

    private final NetworkSpec network;
    private final List<Extent> extents;
    private final List<Histogram> activations = new ArrayList<>();

    LayerScan(NetworkSpec network, Extent input) {
        this.network = network;
        extents = network.extents(input);
    }

    @Override
    public void saw(int layer, Tensor output) {
        activations.add(Histogram.of(output.toFloats(), BINS));
    }

    /**
     * @param parameters of the network, named by layer
     */
    List<LayerFigures> figures(List<Variable> parameters) {
        List<LayerFigures> figures = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            LayerSpec layer = network.layers().get(i);
            Extent out = extents.get(i + 1);
            figures.add(new LayerFigures(
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
    private static float[] weightsOf(int layer, List<Variable> parameters) {
        return parameters.stream()
                .filter(one -> one.name().startsWith(layer + "."))
                .map(one -> one.tensor().toFloats())
                .reduce(new float[0], (one, other) -> other.length > one.length ? other : one);
    }

    /** Keeps what comes out of one layer. */
    static final class Maps implements LayerTap {
        private final int wanted;
        private float[] values = new float[0];

        Maps(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public void saw(int layer, Tensor output) {
            if (layer == wanted) {
                values = output.toFloats();
            }
        }

        float[] values() {
            return values;
        }
    }
}
