package org.ganvas.engine.dl4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.data.Dataset;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.net.NeuralNetwork;
import org.ganvas.engine.spec.InitSpec;
import org.ganvas.engine.spec.NetworkSpec;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.engine.state.NamedArray;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A trained classifier at work, in the engine's own kernels, several times as fast as the stock ones that trained it.
 * Belongs to one thread; holds native memory until closed.
 */
public final class ImageClassifier implements AutoCloseable {

    /** Pictures judged in one go. */
    private static final int CHUNK = 100;

    private final NeuralNetwork network;
    private final TensorArena arena = new TensorArena();
    private final int pixels;
    private final int featureWidth;
    private final int classes;

    /** @throws SpecException if the arrays are not those of the layers */
    public ImageClassifier(ImportedNetwork trained) {
        NativeEngine.start();
        NetworkSpec spec = trained.spec(InitSpec.PYTORCH);
        pixels = trained.input().size();
        featureWidth = spec.extents(trained.input()).get(spec.lastDense()).size();
        classes = trained.output().size();
        network = new NeuralNetwork(spec, trained.input(), new RandomStream(0, Purpose.CLASSIFIER, 0), DataType.FLOAT);
        fill(trained.arrays());
    }

    private void fill(List<NamedArray> arrays) {
        Map<String, NamedArray> known = new HashMap<>();
        arrays.forEach(array -> known.put(array.name(), array));
        for (NamedTensor variable : network.parameters()) {
            NamedArray array = known.get(variable.name());
            if (array == null || array.values().length != variable.tensor().length()) {
                throw new SpecException("The weights of this classifier are not those of its layers.");
            }
            variable.tensor().set(array.values(), 0);
        }
    }

    /**
     * What the classifier makes of pictures.
     *
     * @param features of each picture in turn, the input of the last layer
     * @param logits of each picture in turn, one a class
     */
    public record Answer(float[] features, float[] logits) {}

    /**
     * Judges.
     *
     * @param pictures one after the other, in [-1, 1]
     */
    public Answer judge(float[] pictures) {
        int count = pictures.length / pixels;
        if (count * pixels != pictures.length) {
            throw new IllegalArgumentException(
                    "%d numbers are not pictures of %d pixels".formatted(pictures.length, pixels));
        }
        Answer answer = new Answer(new float[count * featureWidth], new float[count * classes]);
        for (int from = 0; from < count; from += CHUNK) {
            int some = Math.min(CHUNK, count - from);
            float[] chunk = java.util.Arrays.copyOfRange(pictures, from * pixels, (from + some) * pixels);
            try (TensorArena.Round round = arena.open()) {
                NeuralNetwork.Result result = Autograd.withoutGraph(
                        () -> network.forward(Tensor.of(chunk, some, pixels), ForwardContext.USE));
                result.features().copyTo(answer.features(), from * featureWidth);
                result.output().copyTo(answer.logits(), from * classes);
            }
        }
        return answer;
    }

    /** Share of labelled pictures whose greatest logit is that of their label. */
    public double accuracy(Dataset labelled) {
        int right = 0;
        float[] some = new float[CHUNK * pixels];
        for (int from = 0; from < labelled.size(); from += CHUNK) {
            int count = Math.min(CHUNK, labelled.size() - from);
            for (int i = 0; i < count; i++) {
                labelled.copyImage(from + i, some, i * pixels);
            }
            float[] logits = judge(count == CHUNK ? some : java.util.Arrays.copyOf(some, count * pixels))
                    .logits();
            for (int i = 0; i < count; i++) {
                right += greatest(logits, i * classes) == labelled.label(from + i) ? 1 : 0;
            }
        }
        return (double) right / labelled.size();
    }

    private int greatest(float[] logits, int offset) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            best = logits[offset + k] > logits[offset + best] ? k : best;
        }
        return best;
    }

    /** Numbers a picture in the features. */
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
