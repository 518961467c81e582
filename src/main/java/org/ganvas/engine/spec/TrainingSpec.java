package org.ganvas.engine.spec;

/**
 * How the game is trained.
 *
 * @param batch pictures an update, at least 2
 * @param generatorOptimizer for G
 * @param discriminatorOptimizer for D
 * @param emaDecay upper limit of the decay of G's weight average, min(emaDecay, (1+t)/(10+t)); 0 means no average
 * @param discriminatorSteps updates of D in a step, each on a batch of its own
 * @param generatorSteps updates of G in a step
 * @param schedule of both learning rates
 */
public record TrainingSpec(
        int batch,
        OptimizerSpec generatorOptimizer,
        OptimizerSpec discriminatorOptimizer,
        double emaDecay,
        int discriminatorSteps,
        int generatorSteps,
        RateSchedule schedule) {

    private static final int MOST_UPDATES = 1000;

    public TrainingSpec {
        SpecException.require(batch >= 2 && batch <= 4096, "engine.spec.training.batch", batch);
        SpecException.require(
                emaDecay >= 0 && emaDecay < 1, "engine.spec.training.emaDecay", emaDecay);
        SpecException.require(
                discriminatorSteps >= 1
                        && generatorSteps >= 0
                        && Math.max(discriminatorSteps, generatorSteps) <= MOST_UPDATES,
                "engine.spec.training.updates",
                MOST_UPDATES,
                MOST_UPDATES,
                discriminatorSteps,
                generatorSteps);
    }

    /** One update of each a step, at constant rates. */
    public TrainingSpec(
            int batch, OptimizerSpec generatorOptimizer, OptimizerSpec discriminatorOptimizer, double emaDecay) {
        this(batch, generatorOptimizer, discriminatorOptimizer, emaDecay, 1, 1, RateSchedule.CONSTANT);
    }

    public boolean averagesWeights() {
        return emaDecay > 0;
    }

    /** The same with other learning rates. */
    public TrainingSpec withRates(double generatorRate, double discriminatorRate) {
        return with(
                batch,
                generatorOptimizer.withLearningRate(generatorRate),
                discriminatorOptimizer.withLearningRate(discriminatorRate));
    }

    public TrainingSpec withBatch(int newBatch) {
        return with(newBatch, generatorOptimizer, discriminatorOptimizer);
    }

    /** The same with other numbers of updates. */
    public TrainingSpec withUpdates(int ofDiscriminator, int ofGenerator) {
        return new TrainingSpec(
                batch, generatorOptimizer, discriminatorOptimizer, emaDecay, ofDiscriminator, ofGenerator, schedule);
    }

    /** The same with another limit of the average's decay. */
    public TrainingSpec withDecay(double decay) {
        return new TrainingSpec(
                batch, generatorOptimizer, discriminatorOptimizer, decay, discriminatorSteps, generatorSteps, schedule);
    }

    private TrainingSpec with(int newBatch, OptimizerSpec ofGenerator, OptimizerSpec ofDiscriminator) {
        return new TrainingSpec(
                newBatch, ofGenerator, ofDiscriminator, emaDecay, discriminatorSteps, generatorSteps, schedule);
    }
}
