package org.ganvas.engine.train;

import org.ganvas.data.Dataset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.state.WeightEdit;
import org.jspecify.annotations.Nullable;

/**
 * Trainer of a generator, adversarially against D or as the decoder of a variational autoencoder. Belongs to the training
 * thread; holds native memory until closed.
 */
public sealed interface Trainer extends AutoCloseable permits GameTrainer {

    /**
     * The trainer for a spec, with fresh weights.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if the data does not fit the spec, or the networks do not fit into
     *     memory; nothing is built then
     */
    static Trainer of(GanSpec spec, Dataset data, long seed) {
        return new GameTrainer(spec, data, seed);
    }

    /**
     * Whether every step between two states of a run can have been a step of all players under one spec, so that it needs
     * nothing but the first state to be taken again. Compares their counters.
     *
     * @param spec of all these steps
     */
    static boolean tookWholeSteps(GanSpec spec, TrainerState from, TrainerState to) {
        return GameTrainer.tookWholeSteps(spec, from, to);
    }

    /**
     * Trains for one step.
     *
     * @throws DivergenceException if a loss or a gradient is not finite; the step does not count then
     */
    default StepReport step() {
        return step(null, StepObserver.NONE);
    }

    /**
     * Trains for one step in which one network may rest.
     *
     * @param only the kind of player that is updated; null for all
     * @param observer of the updates; changes nothing that is computed
     * @throws DivergenceException as {@link #step()}
     */
    StepReport step(@Nullable Player only, StepObserver observer);

    /**
     * Sets the spec from the next step on. Weights, averages and the optimizers' accumulated state stay.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if the change needs a new run; nothing is changed then
     */
    void adjust(GanSpec changed);

    /**
     * Sets one weight from the next step on. Averages and the optimizers' accumulated state stay.
     *
     * @return the value before
     * @throws org.ganvas.engine.spec.base.SpecException if the network has no such weight; nothing is changed then
     */
    float setWeight(WeightEdit edit);

    /** An empty target for a copy of the weights that rendering needs. */
    PlayerWeights newRenderedWeights();

    /** An empty target for a copy of all players' weights. */
    PlayerWeights newWeights();

    /**
     * Copies the weights of the target's players.
     *
     * @param averaged whether to copy the averaged weights, where the run has them
     */
    void copyWeights(PlayerWeights target, boolean averaged);

    /** A complete copy of the state; training resumes from it exactly after {@link #restore}. */
    TrainerState capture();

    /**
     * Restores a captured state.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if it does not fit the spec; the trainer must not be used then
     */
    void restore(TrainerState state);

    /** The current spec, live changes included. */
    GanSpec spec();

    /** Steps taken. */
    long stepsTaken();

    @Override
    void close();
}
