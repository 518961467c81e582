package org.ganvas.engine.spec.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;

/**
 * A network as a list of layers. Immutable, any thread.
 *
 * @param init initial values of its weights
 * @param layers from the input to the output, at least one
 */
public record NetworkSpec(InitSpec init, List<LayerSpec> layers) {

    /** More than any network here needs; a limit for files. */
    private static final int MAX_LAYERS = 256;

    public NetworkSpec {
        layers = List.copyOf(layers);
        SpecException.require(
                !layers.isEmpty() && layers.size() <= MAX_LAYERS,
                "engine.spec.network.layers",
                MAX_LAYERS,
                layers.size());
    }

    /** Number of stages of growth beside the coarsest; 0 for a network that does not grow. */
    public int stages() {
        return layers.stream()
                .filter(RegisterLayerSpec.Fade.class::isInstance)
                .mapToInt(fade -> ((RegisterLayerSpec.Fade) fade).stage())
                .max()
                .orElse(0);
    }

    /** Whether BatchNorm is among the layers. */
    public boolean normalisesBatch() {
        return layers.stream().anyMatch(LayerSpec.BatchNorm.class::isInstance);
    }

    /** Whether the output of one sample depends on the others in its batch, as with BatchNorm. */
    public boolean mixesBatch() {
        return layers.stream().anyMatch(LayerSpec::mixesBatch);
    }

    /**
     * Shapes between the layers, without building anything: the input first, the output last.
     *
     * @throws SpecException if a layer does not fit, with its number and its input
     */
    public List<LayerShape> shapes(LayerShape input) {
        List<LayerShape> shapes = new ArrayList<>();
        Map<String, LayerShape> kept = new HashMap<>();
        shapes.add(input);
        for (int i = 0; i < layers.size(); i++) {
            LayerShape before = shapes.get(i);
            LayerSpec layer = layers.get(i);
            try {
                shapes.add(layer.output(before, kept));
            } catch (SpecException e) {
                throw new SpecException(
                        Message.of("engine.spec.network.layerInput", i + 1, layer.message(), before, e.message()), e);
            } catch (ArithmeticException e) {
                throw new SpecException(Message.of("engine.spec.network.layerSize", i + 1, layer.message()), e);
            }
        }
        return shapes;
    }

    /** Shape of the output. */
    public LayerShape output(LayerShape input) {
        List<LayerShape> shapes = shapes(input);
        return shapes.get(shapes.size() - 1);
    }

    /** Number of trained parameters, without building anything. */
    public long parameterCount(LayerShape input) {
        List<LayerShape> shapes = shapes(input);
        Map<String, LayerShape> kept = new HashMap<>();
        long count = 0;
        for (int i = 0; i < layers.size(); i++) {
            count += layers.get(i).parameters(shapes.get(i), kept);
            layers.get(i).output(shapes.get(i), kept);
        }
        return count;
    }

    /** Index of the last dense layer, whose input are the features; 0 if there is none. */
    public int lastDense() {
        for (int i = layers.size() - 1; i > 0; i--) {
            if (layers.get(i) instanceof LayerSpec.Dense) {
                return i;
            }
        }
        return 0;
    }

    /** Number of layers that read styles, of all before an index. */
    public int styleReaders(int before) {
        return (int) layers.subList(0, before).stream()
                .filter(StyleLayerSpec.Reader.class::isInstance)
                .count();
    }

    /** Number of layers that read styles; 0 for a network without styles. */
    public int styleReaders() {
        return styleReaders(layers.size());
    }

    /** Whether some layers are those of a style-based generator. */
    public boolean hasStyles() {
        return layers.stream().anyMatch(StyleLayerSpec.class::isInstance);
    }

    /** Whether one of them keeps a row as a style, as behind a mapping network. */
    public boolean keepsStyle() {
        return layers.stream().anyMatch(StyleLayerSpec.Style.class::isInstance);
    }

    /** Whether a ReLU follows a layer before the next weights or register: its weights are then larger by a root of 2. */
    public boolean reluFollows(int layer) {
        for (LayerSpec next : layers.subList(layer + 1, layers.size())) {
            if (next instanceof LayerSpec.Relu || next instanceof LayerSpec.LeakyRelu) {
                return true;
            }
            if (!(next instanceof NormLayerSpec
                    || next instanceof StyleLayerSpec.PixelNoise
                    || next instanceof StyleLayerSpec.AdaIn
                    || next instanceof LayerSpec.Reshape
                    || next instanceof LayerSpec.BatchNorm)) {
                return false;
            }
        }
        return false;
    }

    /**
     * Factor that stored weights are used with; 1 unless they are equalised.
     *
     * @param fanIn terms of a sum
     * @param relu whether a ReLU follows
     */
    public double equalisation(int fanIn, boolean relu) {
        return init == InitSpec.EQUALISED ? (relu ? Math.sqrt(2) : 1) / Math.sqrt(fanIn) : 1;
    }

    /** Whether it is more than a sequence of layers: some keep values or read kept ones. */
    public boolean hasRegisters() {
        return layers.stream().anyMatch(RegisterLayerSpec.class::isInstance);
    }

    /** Number of layers before the first activation (ReLU or tanh); 1 if there is none. */
    public int layersBeforeActivation() {
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec layer = layers.get(i);
            if (layer instanceof LayerSpec.Relu
                    || layer instanceof LayerSpec.LeakyRelu
                    || layer instanceof LayerSpec.Tanh) {
                return i;
            }
        }
        return 1;
    }
}
