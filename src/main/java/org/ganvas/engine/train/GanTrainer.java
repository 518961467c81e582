package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.engine.autodiff.Activations;
import org.ganvas.engine.autodiff.Arena;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.Views;
import org.ganvas.engine.loss.GanLoss;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.Generator;
import org.ganvas.engine.net.Pass;
import org.ganvas.engine.net.Variable;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.TrainingSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Trains one GAN: D's update on a batch of real and a batch of generated pictures, then G's update through the new D on
 * the same generated pictures, as most published code does. Every random number is a function of (seed, purpose, step),
 * so a run resumes exactly. Belongs to the training thread; holds native memory until closed.
 */
public final class GanTrainer implements AutoCloseable {

    /** Forward passes of D in one step: real, generated, and generated again for G. */
    private static final int PASSES = 4;

    static final String GENERATOR = "generator/";
    private static final String DISCRIMINATOR = "discriminator/";

    private final Dataset data;
    private final long seed;
    private final Generator generator;
    private final Discriminator discriminator;
    private final List<Variable> generatorVariables = new ArrayList<>();
    private final Adam generatorAdam;
    private final Adam discriminatorAdam;
    private final @Nullable WeightAverage average;
    private final GanLoss loss;
    private final BatchSampler sampler;
    private final Arena arena = new Arena();
    private float[] pixels = new float[0];
    private GanSpec spec;
    private long step;

    /**
     * Builds both networks with fresh weights.
     *
     * @throws org.ganvas.engine.spec.SpecException if the data does not fit the spec, in one sentence
     */
    public GanTrainer(GanSpec spec, Dataset data, long seed) {
        spec.requireFits(data);
        this.spec = spec;
        this.data = data;
        this.seed = seed;
        generator = new Generator(spec, seed, DataType.FLOAT);
        discriminator = new Discriminator(spec, seed, DataType.FLOAT);
        generatorVariables.addAll(generator.parameters());
        generatorVariables.addAll(generator.statistics());
        TrainingSpec training = spec.training();
        generatorAdam = new Adam("generator", generator.parameters(), training.generatorOptimizer());
        discriminatorAdam = new Adam("discriminator", discriminator.parameters(), training.discriminatorOptimizer());
        average = training.averagesWeights() ? new WeightAverage(generatorVariables, training.emaDecay()) : null;
        loss = GanLoss.of(spec.loss());
        sampler = new BatchSampler(seed, data.size());
    }

    /** Takes one step. */
    public StepReport step() {
        try (Arena.Round round = arena.open()) {
            return stepHere(step + 1);
        }
    }

    private StepReport stepHere(long now) {
        int batch = spec.training().batch();
        int[] realLabels = new int[batch];
        Tensor real = realBatch(now, realLabels);
        int[] fakeLabels = TrainingNoise.labels(seed, now, batch, spec);
        float[] latents = TrainingNoise.latents(seed, now, batch, spec.latentDim());
        Tensor fake = generator.draw(latents, fakeLabels, Pass.training(seed, now * PASSES));

        Tensor[] judged = judge(real, realLabels, fake.detached(), fakeLabels, now);
        Tensor discriminatorLoss = finite(loss.discriminator(judged[0], judged[1]), "discriminator", now);
        discriminatorAdam.update(Autograd.grad(discriminatorLoss, discriminatorAdam.targets(), false), now);

        Tensor again = discriminator.logits(fake, fakeLabels, Pass.training(seed, now * PASSES + 3));
        Tensor generatorLoss = finite(loss.generator(again), "generator", now);
        generatorAdam.update(Autograd.grad(generatorLoss, generatorAdam.targets(), false), now);
        if (average != null) {
            average.update(now);
        }
        step = now;
        return new StepReport(
                discriminatorLoss.scalar(), generatorLoss.scalar(), meanScore(judged[0]), meanScore(judged[1]));
    }

    /** D on both batches: in one pass where no picture's logit depends on the others, because that is faster. */
    private Tensor[] judge(Tensor real, int[] realLabels, Tensor fake, int[] fakeLabels, long now) {
        Pass pass = Pass.training(seed, now * PASSES + 1);
        if (discriminator.mixesBatch()) {
            return new Tensor[] {
                discriminator.logits(real, realLabels, pass),
                discriminator.logits(fake, fakeLabels, Pass.training(seed, now * PASSES + 2))
            };
        }
        int batch = realLabels.length;
        int[] labels = new int[2 * batch];
        System.arraycopy(realLabels, 0, labels, 0, batch);
        System.arraycopy(fakeLabels, 0, labels, batch, batch);
        Tensor both = discriminator.logits(Views.concat(0, real, fake), labels, pass);
        return new Tensor[] {Views.slice(both, 0, 0, batch), Views.slice(both, 0, batch, batch)};
    }

    private Tensor realBatch(long now, int[] labels) {
        int size = spec.image().size();
        int[] indices = sampler.indices(now - 1, labels.length);
        if (pixels.length != labels.length * size) {
            pixels = new float[labels.length * size];
        }
        for (int i = 0; i < labels.length; i++) {
            data.copyPicture(indices[i], pixels, i * size);
            labels[i] = data.label(indices[i]);
        }
        return Tensor.of(pixels, labels.length, size);
    }

    private static Tensor finite(Tensor lossValue, String who, long now) {
        double value = lossValue.scalar();
        if (!Double.isFinite(value)) {
            throw new DivergenceException(who, now, value);
        }
        return lossValue;
    }

    private static double meanScore(Tensor logits) {
        double sum = 0;
        for (float logit : logits.toFloats()) {
            sum += Activations.sigmoid(logit);
        }
        return sum / logits.length();
    }

    /** Uses other learning rates from the next step on. */
    public void setRates(double generatorRate, double discriminatorRate) {
        spec = spec.withTraining(spec.training().withRates(generatorRate, discriminatorRate));
        generatorAdam.use(spec.training().generatorOptimizer());
        discriminatorAdam.use(spec.training().discriminatorOptimizer());
    }

    /** Room for a copy of the generator's weights. */
    public GeneratorWeights newWeights() {
        return new GeneratorWeights(
                spec,
                generatorVariables.stream().map(v -> (int) v.tensor().length()).toList());
    }

    /**
     * Copies the generator's weights.
     *
     * @param averaged whether to copy the average, where the run has one
     */
    public void copyWeights(GeneratorWeights target, boolean averaged) {
        for (int i = 0; i < generatorVariables.size(); i++) {
            float[] array = target.arrays().get(i);
            if (averaged && average != null) {
                System.arraycopy(average.values().get(i), 0, array, 0, array.length);
            } else {
                generatorVariables.get(i).tensor().copyTo(array, 0);
            }
        }
        target.stamp(step);
    }

    /** A complete copy, from which {@link #restore} goes on exactly. */
    public TrainerState capture() {
        List<NamedArray> arrays = new ArrayList<>();
        generatorVariables.forEach(variable -> arrays.add(copy(GENERATOR, variable)));
        discriminator.parameters().forEach(variable -> arrays.add(copy(DISCRIMINATOR, variable)));
        discriminator.statistics().forEach(variable -> arrays.add(copy(DISCRIMINATOR, variable)));
        arrays.addAll(generatorAdam.capture());
        arrays.addAll(discriminatorAdam.capture());
        if (average != null) {
            arrays.addAll(average.capture());
        }
        return new TrainerState(step, arrays);
    }

    /**
     * Takes up a captured state.
     *
     * @throws org.ganvas.engine.spec.SpecException if it does not fit the spec; the trainer is then not to be used
     */
    public void restore(TrainerState state) {
        StateReader reader = new StateReader(state);
        reader.copy(GENERATOR, generatorVariables);
        reader.copy(DISCRIMINATOR, discriminator.parameters());
        reader.copy(DISCRIMINATOR, discriminator.statistics());
        generatorAdam.restore(reader);
        discriminatorAdam.restore(reader);
        if (average != null) {
            average.restore(reader);
        }
        step = state.step();
    }

    private static NamedArray copy(String prefix, Variable variable) {
        return new NamedArray(
                prefix + variable.name(),
                variable.tensor().shape().clone(),
                variable.tensor().toFloats());
    }

    /** The spec with live changes. */
    public GanSpec spec() {
        return spec;
    }

    /** Steps taken. */
    public long stepsTaken() {
        return step;
    }

    /** Native bytes that temporaries hold. */
    public long temporaryBytes() {
        return arena.bytes();
    }

    @Override
    public void close() {
        arena.close();
        generator.close();
        discriminator.close();
    }
}
