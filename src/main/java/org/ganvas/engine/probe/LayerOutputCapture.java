package org.ganvas.engine.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.data.ValueHistogram;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.net.LayerObserver;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.state.LayerStatistics;

/** Histograms of the layers' outputs in one forward pass. On the thread of the pass. */
final class LayerOutputCapture implements LayerObserver {

    private static final int BINS = 48;

    private final NetworkSpec network;
    private final List<LayerShape> shapes;
    private final Map<Integer, ValueHistogram> activations = new HashMap<>();

    LayerOutputCapture(NetworkSpec network, LayerShape input) {
        this.network = network;
        shapes = network.shapes(input);
    }

    @Override
    public void onLayerOutput(int layer, Tensor output) {
        activations.put(layer, ValueHistogram.of(output.toFloats(), BINS));
    }

    /**
     * Statistics of every layer, after the forward pass.
     *
     * @param parameters of the network, named by layer
     */
    List<LayerStatistics> statistics(List<NamedTensor> parameters) {
        List<LayerStatistics> statistics = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            LayerSpec layer = network.layers().get(i);
            LayerShape out = shapes.get(i + 1);
            statistics.add(new LayerStatistics(
                    (i + 1) + " " + layer.describe(),
                    out.channels(),
                    out.height(),
                    out.width(),
                    ValueHistogram.of(weightsOf(i, parameters), BINS),
                    activations.getOrDefault(i, ValueHistogram.EMPTY)));
        }
        return statistics;
    }

    /** The largest array of a layer: its weight without bias and shift, which are few and of another scale. */
    private static float[] weightsOf(int layer, List<NamedTensor> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.name().startsWith(layer + "."))
                .map(parameter -> parameter.tensor().toFloats())
                .reduce(new float[0], (largest, next) -> next.length > largest.length ? next : largest);
    }

    /** Output of one layer. */
    static final class FeatureMaps implements LayerObserver {
        private final int index;
        private float[] values = new float[0];

        FeatureMaps(int index) {
            this.index = index;
        }

        @Override
        public void onLayerOutput(int layer, Tensor output) {
            if (layer == index) {
                values = output.toFloats();
            }
        }

        float[] values() {
            return values;
        }
    }

    /** Outputs of every layer. */
    static final class All implements LayerObserver {
        private final List<float[]> values = new ArrayList<>();

        @Override
        public void onLayerOutput(int layer, Tensor output) {
            values.add(output.toFloats());
        }

        List<float[]> values() {
            return values;
        }
    }
}
