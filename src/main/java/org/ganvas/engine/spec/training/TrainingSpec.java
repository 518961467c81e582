package org.ganvas.engine.spec.training;

import org.ganvas.engine.spec.base.AbsentDefault;
import org.ganvas.engine.spec.base.SpecException;

/**
 * Batch size, optimizers, weight average, schedule and growth of a training. Immutable, any thread.
 *
 * @param batch samples an update, at least 2
 * @param generatorOptimizer optimizer of G
 * @param discriminatorOptimizer optimizer of D
 * @param emaDecay upper limit of the EMA decay of G's weights, min(emaDecay, (1+t)/(10+t)); 0 for no average
 * @param discriminatorSteps updates of D a step, each on a batch of its own; 0 trains G alone
 * @param generatorSteps updates of G a step; 0 trains D alone
 * @param schedule factor of both learning rates over the steps
 * @param growth when the stages of the networks come in
 */
public record TrainingSpec(
        int batch,
        OptimizerSpec generatorOptimizer,
        OptimizerSpec discriminatorOptimizer,
        double emaDecay,
        int discriminatorSteps,
        int generatorSteps,
        LearningRateSchedule schedule,

        @AbsentDefault("{\"steadySteps\":0,\"fadeSteps\":0,\"resetsOptimizers\":true}")
        GrowthSpec growth) {

    private static final int MOST_UPDATES = 1000;

    public TrainingSpec {
        SpecException.require(batch >= 2 && batch <= 4096, "engine.spec.training.batch", batch);
        SpecException.require(emaDecay >= 0 && emaDecay < 1, "engine.spec.training.emaDecay", emaDecay);
        SpecException.require(
                discriminatorSteps >= 0
                        && generatorSteps >= 0
                        && discriminatorSteps + generatorSteps >= 1
                        && Math.max(discriminatorSteps, generatorSteps) <= MOST_UPDATES,
                "engine.spec.training.updates",
                MOST_UPDATES,
                discriminatorSteps,
                generatorSteps);
    }

    /** A training of networks that do not grow. */
    public TrainingSpec(
            int batch,
            OptimizerSpec generatorOptimizer,
            OptimizerSpec discriminatorOptimizer,
            double emaDecay,
            int discriminatorSteps,
            int generatorSteps,
            LearningRateSchedule schedule) {
        this(
                batch,
                generatorOptimizer,
                discriminatorOptimizer,
                emaDecay,
                discriminatorSteps,
                generatorSteps,
                schedule,
                GrowthSpec.NONE);
    }

    /** A training with one update of each network a step, at constant rates. */
    public TrainingSpec(
            int batch, OptimizerSpec generatorOptimizer, OptimizerSpec discriminatorOptimizer, double emaDecay) {
        this(batch, generatorOptimizer, discriminatorOptimizer, emaDecay, 1, 1, LearningRateSchedule.CONSTANT);
    }

    public boolean averagesWeights() {
        return emaDecay > 0;
    }

    /** The spec with other learning rates. */
    public TrainingSpec withRates(double generatorRate, double discriminatorRate) {
        return with(
                batch,
                generatorOptimizer.withLearningRate(generatorRate),
                discriminatorOptimizer.withLearningRate(discriminatorRate));
    }

    public TrainingSpec withBatch(int newBatch) {
        return with(newBatch, generatorOptimizer, discriminatorOptimizer);
    }

    /** The spec with other numbers of updates a step. */
    public TrainingSpec withUpdates(int discriminatorUpdates, int generatorUpdates) {
        return new TrainingSpec(
                batch,
                generatorOptimizer,
                discriminatorOptimizer,
                emaDecay,
                discriminatorUpdates,
                generatorUpdates,
                schedule,
                growth);
    }

    /** The spec with another limit of the EMA decay. */
    public TrainingSpec withDecay(double decay) {
        return new TrainingSpec(
                batch,
                generatorOptimizer,
                discriminatorOptimizer,
                decay,
                discriminatorSteps,
                generatorSteps,
                schedule,
                growth);
    }

    /** The spec with other times of the stages. */
    public TrainingSpec withGrowth(GrowthSpec newGrowth) {
        return new TrainingSpec(
                batch,
                generatorOptimizer,
                discriminatorOptimizer,
                emaDecay,
                discriminatorSteps,
                generatorSteps,
                schedule,
                newGrowth);
    }

    private TrainingSpec with(int newBatch, OptimizerSpec newGenerator, OptimizerSpec newDiscriminator) {
        return new TrainingSpec(
                newBatch,
                newGenerator,
                newDiscriminator,
                emaDecay,
                discriminatorSteps,
                generatorSteps,
                schedule,
                growth);
    }
}
