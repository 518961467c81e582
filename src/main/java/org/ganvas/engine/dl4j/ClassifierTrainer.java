package org.ganvas.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.ganvas.data.Dataset;
import org.ganvas.data.Progress;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.net.NeuralNetwork;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.NetworkSpec;
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
 * Trains a small convolutional network to name the classes of pictures, with stock Deeplearning4j: softmax and cross
 * entropy behind the logits, Adam at a rate that falls evenly to 0. One thread, once; takes minutes.
 */
public final class ClassifierTrainer {

    private static final long WEIGHTS = -1;

    private final Dataset data;
    private final ClassifierTrainingSpec recipe;
    private final NetworkSpec spec;
    private final LayerShape input;

    private ClassifierTrainer(Dataset data, ClassifierTrainingSpec recipe) {
        this.data = data;
        this.recipe = recipe;
        spec = ClassifierTrainingSpec.network(data.shape(), data.classCount());
        input = LayerShape.of(data.shape());
    }

    /**
     * Trains.
     *
     * @param data labelled pictures
     * @return the layers and weights, a function of data, recipe and number of threads
     * @throws CancellationException if {@code progress} says that nobody wants it any more
     */
    public static ImportedNetwork run(Dataset data, ClassifierTrainingSpec recipe, Progress progress) {
        if (data.classCount() < 2) {
            throw new IllegalArgumentException(data.name() + " has no classes to tell apart.");
        }
        NativeEngine.start();
        NativeEngine.enter();
        return new ClassifierTrainer(data, recipe).train(progress);
    }

    private ImportedNetwork train(Progress progress) {
        Dl4jConfiguration.Translation translation = translation();
        List<NamedArray> start = freshArrays();
        MultiLayerNetwork network = Dl4jModelFactory.filled(translation, start, "");
        try {
            ClassifierBatches batches = new ClassifierBatches(data, recipe);
            for (int step = 0; step < recipe.steps(); step++) {
                if (progress.isCancelled()) {
                    throw new CancellationException("Training the classifier was cancelled.");
                }
                ClassifierBatches.Batch batch = batches.batch(step);
                network.fit(batch.pictures(), batch.labels());
                progress.report((step + 1.0) / recipe.steps());
            }
            return new ImportedNetwork(spec.layers(), input, trained(network, translation.indices(), start), 0);
        } finally {
            network.close();
        }
    }

    private Dl4jConfiguration.Translation translation() {
        IUpdater adam = new Adam(new PolySchedule(ScheduleType.ITERATION, recipe.rate(), 1, recipe.steps()));
        LossLayer loss = new LossLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .build();
        return Dl4jConfiguration.of(spec, input, Dl4jConfiguration.base(adam).miniBatch(true), List.of(loss));
    }

    /** Our own start, because all randomness comes from one source. */
    private List<NamedArray> freshArrays() {
        RandomStream random = new RandomStream(recipe.seed(), Purpose.CLASSIFIER, WEIGHTS);
        try (NeuralNetwork network = new NeuralNetwork(spec, input, random, DataType.FLOAT)) {
            List<NamedArray> arrays = new ArrayList<>();
            for (NamedTensor variable : network.parameters()) {
                arrays.add(new NamedArray(
                        variable.name(),
                        variable.tensor().shape().clone(),
                        variable.tensor().toFloats()));
            }
            return arrays;
        }
    }

    private static List<NamedArray> trained(MultiLayerNetwork network, List<Integer> indices, List<NamedArray> ours) {
        List<NamedArray> arrays = new ArrayList<>();
        for (NamedArray array : ours) {
            INDArray theirs = network.getParam(Dl4jModelFactory.nameOf(indices, array.name()));
            arrays.add(new NamedArray(
                    array.name(), array.shape(), theirs.dup('c').data().asFloat()));
        }
        return arrays;
    }
}
