package org.ganvas.engine.train;

import org.ganvas.data.Dataset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;

/**
 * Trains a generator: by a game against D, or as the decoder of a variational autoencoder. Whoever runs it need not know
 * which. Belongs to the training thread; holds native memory until closed.
 */
public sealed interface Trainer extends AutoCloseable permits BaseTrainer {

    /**
     * The trainer that a spec asks for, with fresh weights.
     *
     * @throws org.ganvas.engine.spec.SpecException if the data does not fit the spec, or the networks do not fit the
     *     machine, in one sentence; nothing is built then
     */
    static Trainer of(GanSpec spec, Dataset data, long seed) {
        return spec.loss().encodes() ? new VaeTrainer(spec, data, seed) : new GanTrainer(spec, data, seed);
    }

    /**
     * Takes one step.
     *
     * @throws DivergenceException if a loss is no number; no weight has moved then
     */
    StepReport step();

    /** Uses other learning rates from the next step on. */
    void setRates(double generatorRate, double discriminatorRate);

    /**
     * Goes on under another spec from the next step on; weights, averages and what optimizers gathered stay.
     *
     * @throws org.ganvas.engine.spec.SpecException if the change needs a new start; nothing is changed then
     */
    void adjust(GanSpec changed);

    /** Room for a copy of the generator's weights. */
    GeneratorWeights newGeneratorWeights();

    /**
     * Copies the generator's weights.
     *
     * @param averaged whether to copy the average, where the run has one
     */
    void copyWeights(GeneratorWeights target, boolean averaged);

    /** Room for a copy of both networks' weights. */
    ModelWeights newModelWeights();

    /** Copies both networks' weights; {@code averaged} as for the generator's alone. */
    void copyWeights(ModelWeights target, boolean averaged);

    /** A complete copy, from which {@link #restore} goes on exactly. */
    TrainerState capture();

    /**
     * Takes up a captured state.
     *
     * @throws org.ganvas.engine.spec.SpecException if it does not fit the spec; the trainer is then not to be used
     */
    void restore(TrainerState state);

    /** The spec with live changes. */
    GanSpec spec();

    /** Steps taken. */
    long stepsTaken();

    /** Native bytes that temporaries hold. */
    long temporaryBytes();

    @Override
    void close();
}
