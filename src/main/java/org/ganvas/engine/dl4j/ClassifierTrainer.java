package org.ganvas.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.loss.AuxiliaryHeadLoss;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.net.NeuralNetwork;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.train.Optimizer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Training of a small convolutional classifier in the engine's own kernels, several times as fast as Deeplearning4j's:
 * softmax and cross entropy after the logits, Adam (0.9, 0.999) at a rate that falls linearly to 0. One thread, once; takes
 * seconds to minutes.
 */
public final class ClassifierTrainer {

    /** Stream position of the initial weights; batches take those from 0. */
    private static final long WEIGHTS = -1;

    private final Dataset data;
    private final ClassifierTrainingSpec training;
    private final NetworkSpec spec;
    private final LayerShape input;

    private ClassifierTrainer(Dataset data, ClassifierTrainingSpec training) {
        this.data = data;
        this.training = training;
        spec = ClassifierTrainingSpec.network(data.shape(), data.classCount());
        input = LayerShape.of(data.shape());
    }

    /**
     * Trains a classifier.
     *
     * @param data labelled images
     * @return the layers and weights, a function of data, training and number of threads
     * @throws CancellationException if {@code progress} reports a cancellation
     */
    public static ImportedDl4jNetwork run(Dataset data, ClassifierTrainingSpec training, ProgressListener progress) {
        if (data.classCount() < 2) {
            throw new IllegalArgumentException(data.name() + " has fewer than 2 classes.");
        }
        NativeEngine.start();
        NativeEngine.applyThreadCount();
        return new ClassifierTrainer(data, training).train(progress);
    }

    private ImportedDl4jNetwork train(ProgressListener progress) {
        ClassifierTrainingBatches batches = new ClassifierTrainingBatches(data, training);
        SeededRandomStream random = new SeededRandomStream(training.seed(), Purpose.CLASSIFIER, WEIGHTS);
        try (NeuralNetwork network = new NeuralNetwork(spec, input, random, DataType.FLOAT);
                TensorArena arena = new TensorArena()) {
            Optimizer adam =
                    new Optimizer("classifier", network.parameters(), OptimizerSpec.adam(training.rate(), 0.9, 0.999));
            for (int step = 0; step < training.steps(); step++) {
                if (progress.isCancelled()) {
                    throw new CancellationException("Training the classifier was cancelled.");
                }
                try (TensorArena.Round round = arena.open()) {
                    update(network, adam, batches.batch(step), step);
                }
                progress.report((step + 1.0) / training.steps());
            }
            return new ImportedDl4jNetwork(spec.layers(), input, arrays(network), 0);
        }
    }

    private void update(NeuralNetwork network, Optimizer adam, ClassifierTrainingBatches.Batch batch, int step) {
        Tensor images = Tensor.of(batch.images(), batch.labels().length, input.size());
        Tensor logits = network.forward(images, ForwardContext.INFERENCE).output();
        Tensor loss = AuxiliaryHeadLoss.classLoss(logits, batch.labels(), data.classCount());
        List<Tensor> gradients = Autograd.grad(loss, adam.parameters(), false);
        adam.update(gradients, 1 - (double) step / training.steps(), Optimizer.ChunkHook.NONE);
    }

    /** Initial weights of a classifier. */
    static List<NamedArray> initialArrays(NetworkSpec spec, LayerShape input, long seed) {
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.CLASSIFIER, WEIGHTS);
        try (NeuralNetwork network = new NeuralNetwork(spec, input, random, DataType.FLOAT)) {
            return arrays(network);
        }
    }

    private static List<NamedArray> arrays(NeuralNetwork network) {
        List<NamedArray> arrays = new ArrayList<>();
        for (NamedTensor parameter : network.parameters()) {
            arrays.add(new NamedArray(
                    parameter.name(),
                    parameter.tensor().shape().clone(),
                    parameter.tensor().toFloats()));
        }
        return arrays;
    }
}
