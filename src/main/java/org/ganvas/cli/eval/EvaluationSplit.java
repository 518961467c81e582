package org.ganvas.cli.eval;

import java.util.Optional;
import org.ganvas.cli.support.CliException;
import org.ganvas.data.Dataset;
import org.ganvas.data.transform.DatasetSubset;

/**
 * Pictures to learn from and others to measure with. Those to measure with are shuffled, because the halves of a file may
 * be by different writers, as in MNIST, and two such halves are no two draws of one distribution. Immutable.
 *
 * @param learn what classifiers are trained on
 * @param held what measures use
 */
record EvaluationSplit(Dataset learn, DatasetSubset held) {

    /** Always the same, so that one classifier serves every seed of measuring. */
    private static final long SEED = 1;

    /** The test set where there is one; else the second half of the shuffled data. */
    static EvaluationSplit of(Dataset data, Optional<Dataset> test) throws CliException {
        if (test.isPresent()) {
            return new EvaluationSplit(data, DatasetSubset.shuffled(test.get(), SEED));
        }
        if (data.size() < 2) {
            throw new CliException(
                    "'%s' holds a single picture, and nothing can be measured against that; choose --data."
                            .formatted(data.name()));
        }
        DatasetSubset all = DatasetSubset.shuffled(data, SEED);
        int half = data.size() / 2;
        return new EvaluationSplit(all.range(0, half), all.range(half, data.size()));
    }

    /** The most samples of which there are two independent sets. */
    int mostSamples() {
        return held.size() / 2;
    }

    /** One of two independent sets of samples that a seed decides. */
    DatasetSubset sample(int which, int count, long seed) {
        return DatasetSubset.shuffled(held, seed).range(which * count, (which + 1) * count);
    }
}
