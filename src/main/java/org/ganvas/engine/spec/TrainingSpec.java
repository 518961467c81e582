package org.ganvas.engine.spec;

/**
 * How the game is trained.
 *
 * @param batch pictures a step, at least 2
 * @param generatorOptimizer for G
 * @param discriminatorOptimizer for D
 * @param emaDecay upper limit of the decay of G's weight average, min(emaDecay, (1+t)/(10+t)); 0 means no average
 */
public record TrainingSpec(
        int batch, OptimizerSpec generatorOptimizer, OptimizerSpec discriminatorOptimizer, double emaDecay) {

    public TrainingSpec {
        SpecException.require(batch >= 2 && batch <= 4096, "A batch holds 2 to 4096 pictures, not %d.", batch);
        SpecException.require(
                emaDecay >= 0 && emaDecay < 1, "The average's decay lies in [0, 1), not at %s.", emaDecay);
    }

    public boolean averagesWeights() {
        return emaDecay > 0;
    }

    /** The same with other learning rates. */
    public TrainingSpec withRates(double generatorRate, double discriminatorRate) {
        return new TrainingSpec(
                batch,
                generatorOptimizer.withLearningRate(generatorRate),
                discriminatorOptimizer.withLearningRate(discriminatorRate),
                emaDecay);
    }

    public TrainingSpec withBatch(int newBatch) {
        return new TrainingSpec(newBatch, generatorOptimizer, discriminatorOptimizer, emaDecay);
    }
}
