package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.engine.NetworkMemoryBudget;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.Generator;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.MemoryEstimate;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The trainable part of a run: both networks, their optimizers and G's averaged weights. The training thread's; holds native
 * memory until closed.
 */
final class TrainableNetworks implements AutoCloseable {

    final Generator generator;
    final Discriminator discriminator;
    final Optimizer generatorOptimizer;
    final Optimizer discriminatorOptimizer;
    final @Nullable ExponentialMovingAverage average;
    private final List<NamedTensor> generatorVariables;

    /**
     * Builds both networks with fresh weights.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if the data does not fit the spec, or the networks do not fit into
     *     memory; nothing is built then
     */
    TrainableNetworks(GanSpec spec, Dataset data, long seed) {
        spec.requireFits(data);
        MemoryEstimate.of(spec).requireWithin(NetworkMemoryBudget.bytes());
        generator = new Generator(spec, seed, DataType.FLOAT);
        discriminator = new Discriminator(spec, seed, DataType.FLOAT);
        generatorVariables = generator.variables();
        TrainingSpec training = spec.training();
        generatorOptimizer = new Optimizer("generator", generator.parameters(), training.generatorOptimizer());
        discriminatorOptimizer =
                new Optimizer("discriminator", discriminator.parameters(), training.discriminatorOptimizer());
        average = training.averagesWeights()
                ? new ExponentialMovingAverage(generator.parameters(), generator.statistics(), training.emaDecay())
                : null;
    }

    void applySettings(TrainingSpec training) {
        generatorOptimizer.setSpec(training.generatorOptimizer());
        discriminatorOptimizer.setSpec(training.discriminatorOptimizer());
        if (average != null) {
            average.setDecayLimit(training.emaDecay());
        }
    }

    GeneratorWeights newGeneratorWeights(GanSpec spec) {
        return new GeneratorWeights(
                spec,
                generatorVariables.stream().map(v -> (int) v.tensor().length()).toList());
    }

    void copyWeights(GeneratorWeights target, boolean averaged) {
        for (int i = 0; i < generatorVariables.size(); i++) {
            float[] array = target.arrays().get(i);
            if (averaged && average != null) {
                System.arraycopy(average.values().get(i), 0, array, 0, array.length);
            } else {
                generatorVariables.get(i).tensor().copyTo(array, 0);
            }
        }
    }

    /** An empty target for a copy of both networks' weights. */
    ModelWeights newModelWeights(GanSpec spec) {
        List<Integer> lengths = new ArrayList<>();
        discriminator
                .variables()
                .forEach(variable -> lengths.add((int) variable.tensor().length()));
        return new ModelWeights(newGeneratorWeights(spec), lengths);
    }

    void copyWeights(ModelWeights target, boolean averaged, long step) {
        copyWeights(target.generator(), averaged);
        target.generator().setStep(step);
        List<NamedTensor> variables = discriminator.variables();
        for (int i = 0; i < variables.size(); i++) {
            variables.get(i).tensor().copyTo(target.discriminator().get(i), 0);
        }
    }

    List<NamedArray> capture() {
        List<NamedArray> arrays = new ArrayList<>();
        generatorVariables.forEach(variable -> arrays.add(copy(TrainerState.GENERATOR, variable)));
        discriminator.variables().forEach(variable -> arrays.add(copy(TrainerState.DISCRIMINATOR, variable)));
        arrays.addAll(generatorOptimizer.capture());
        arrays.addAll(discriminatorOptimizer.capture());
        if (average != null) {
            arrays.addAll(average.capture());
        }
        return arrays;
    }

    void restore(TrainerStateReader reader) {
        reader.copy(TrainerState.GENERATOR, generatorVariables);
        reader.copy(TrainerState.DISCRIMINATOR, discriminator.variables());
        generatorOptimizer.restore(reader);
        discriminatorOptimizer.restore(reader);
        if (average != null) {
            average.restore(reader);
        }
    }

    private static NamedArray copy(String prefix, NamedTensor variable) {
        return new NamedArray(
                prefix + variable.name(),
                variable.tensor().shape().clone(),
                variable.tensor().toFloats());
    }

    @Override
    public void close() {
        generator.close();
        discriminator.close();
    }
}
