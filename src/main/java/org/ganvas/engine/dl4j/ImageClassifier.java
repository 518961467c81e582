package org.ganvas.engine.dl4j;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ganvas.data.Dataset;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.net.NeuralNetwork;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.message.Message;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Inference of a trained classifier in the engine's own kernels, several times as fast as Deeplearning4j's. Belongs to one
 * thread; holds native memory until closed.
 */
public final class ImageClassifier implements AutoCloseable {

    /** Images per forward pass. */
    private static final int CHUNK = 100;

    private final NeuralNetwork network;
    private final TensorArena arena = new TensorArena();
    private final int pixels;
    private final int featureWidth;
    private final int classes;

    /**
     * Loads a trained classifier.
     *
     * @throws SpecException if the arrays are not those of the layers
     */
    public ImageClassifier(ImportedDl4jNetwork trained) {
        NativeEngine.start();
        NetworkSpec spec = trained.spec(InitSpec.PYTORCH);
        pixels = trained.input().size();
        featureWidth = spec.shapes(trained.input()).get(spec.lastDense()).size();
        classes = trained.output().size();
        network = new NeuralNetwork(
                spec, trained.input(), new SeededRandomStream(0, Purpose.CLASSIFIER, 0), DataType.FLOAT);
        fill(trained.arrays());
    }

    private void fill(List<NamedArray> arrays) {
        Map<String, NamedArray> byName = new HashMap<>();
        arrays.forEach(array -> byName.put(array.name(), array));
        for (NamedTensor variable : network.parameters()) {
            NamedArray array = byName.get(variable.name());
            if (array == null || array.values().length != variable.tensor().length()) {
                throw new SpecException(Message.of("engine.dl4j.classifierWeights"));
            }
            variable.tensor().set(array.values(), 0);
        }
    }

    /**
     * Output for a batch of images.
     *
     * @param features the input of the last layer, image after image
     * @param logits one per class, image after image
     */
    public record Output(float[] features, float[] logits) {}

    /**
     * Classifies images.
     *
     * @param images one after the other, in [-1, 1]
     */
    public Output classify(float[] images) {
        int count = images.length / pixels;
        if (count * pixels != images.length) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d numbers are not images of %d pixels", images.length, pixels));
        }
        Output output = new Output(new float[count * featureWidth], new float[count * classes]);
        for (int from = 0; from < count; from += CHUNK) {
            int size = Math.min(CHUNK, count - from);
            float[] chunk = java.util.Arrays.copyOfRange(images, from * pixels, (from + size) * pixels);
            try (TensorArena.Round round = arena.open()) {
                NeuralNetwork.Result result = Autograd.withoutGraph(
                        () -> network.forward(Tensor.of(chunk, size, pixels), ForwardContext.INFERENCE));
                result.features().copyTo(output.features(), from * featureWidth);
                result.output().copyTo(output.logits(), from * classes);
            }
        }
        return output;
    }

    /** Share of labelled images whose largest logit is that of their label. */
    public double accuracy(Dataset labelled) {
        int correct = 0;
        float[] chunk = new float[CHUNK * pixels];
        for (int from = 0; from < labelled.size(); from += CHUNK) {
            int count = Math.min(CHUNK, labelled.size() - from);
            for (int i = 0; i < count; i++) {
                labelled.copyImage(from + i, chunk, i * pixels);
            }
            float[] logits = classify(count == CHUNK ? chunk : java.util.Arrays.copyOf(chunk, count * pixels))
                    .logits();
            for (int i = 0; i < count; i++) {
                correct += argMax(logits, i * classes) == labelled.label(from + i) ? 1 : 0;
            }
        }
        return (double) correct / labelled.size();
    }

    private int argMax(float[] logits, int offset) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            best = logits[offset + k] > logits[offset + best] ? k : best;
        }
        return best;
    }

    /** Numbers per image in the features. */
    public int featureWidth() {
        return featureWidth;
    }

    public int classes() {
        return classes;
    }

    @Override
    public void close() {
        arena.close();
        network.close();
    }
}
