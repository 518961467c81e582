package org.ganvas.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.net.NeuralNetwork;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.state.NamedArray;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * Training of a small convolutional classifier with stock Deeplearning4j: softmax and cross entropy after the logits, Adam
 * at a rate that falls linearly to 0. One thread, once; takes minutes.
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
        Dl4jConfigurationBuilder.Translation translation = translation();
        List<NamedArray> initial = initialArrays();
        MultiLayerNetwork network = Dl4jModelFactory.filled(translation, initial, "");
        try {
            ClassifierTrainingBatches batches = new ClassifierTrainingBatches(data, training);
            for (int step = 0; step < training.steps(); step++) {
                if (progress.isCancelled()) {
                    throw new CancellationException("Training the classifier was cancelled.");
                }
                ClassifierTrainingBatches.Batch batch = batches.batch(step);
                network.fit(batch.images(), batch.labels());
                progress.report((step + 1.0) / training.steps());
            }
            return new ImportedDl4jNetwork(spec.layers(), input, trained(network, translation.indices(), initial), 0);
        } finally {
            network.close();
        }
    }

    private Dl4jConfigurationBuilder.Translation translation() {
        IUpdater adam = new Adam(new PolySchedule(ScheduleType.ITERATION, training.rate(), 1, training.steps()));
        LossLayer loss = new LossLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .build();
        return Dl4jConfigurationBuilder.of(
                spec, input, Dl4jConfigurationBuilder.base(adam).miniBatch(true), List.of(loss));
    }

    /** Initial weights by this program's own scheme, because all randomness comes from one source. */
    private List<NamedArray> initialArrays() {
        SeededRandomStream random = new SeededRandomStream(training.seed(), Purpose.CLASSIFIER, WEIGHTS);
        try (NeuralNetwork network = new NeuralNetwork(spec, input, random, DataType.FLOAT)) {
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

    private static List<NamedArray> trained(
            MultiLayerNetwork network, List<Integer> indices, List<NamedArray> initial) {
        List<NamedArray> arrays = new ArrayList<>();
        for (NamedArray array : initial) {
            INDArray values = network.getParam(Dl4jModelFactory.nameOf(indices, array.name()));
            arrays.add(new NamedArray(
                    array.name(), array.shape(), values.dup('c').data().asFloat()));
        }
        return arrays;
    }
}
