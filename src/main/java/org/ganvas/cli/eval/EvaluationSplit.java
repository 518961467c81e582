package org.ganvas.cli.eval;

import java.util.Optional;
import org.ganvas.cli.support.CliException;
import org.ganvas.data.Dataset;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.message.Message;

/**
 * Split of a dataset into images to train a classifier on and images held back for evaluation. The latter are shuffled,
 * because the halves of a file may be by different writers, as in MNIST, and are then not samples of one distribution.
 * Immutable.
 *
 * @param training what classifiers are trained on
 * @param held what metrics are computed on
 */
public record EvaluationSplit(Dataset training, DatasetSubset held) {

    /** Always the same, so that one classifier serves every evaluation seed. */
    private static final long SEED = 1;

    /**
     * Holds back the test part if there is one, else the second half of the shuffled data.
     *
     * @throws CliException if there are fewer than two images
     */
    public static EvaluationSplit of(Dataset data, Optional<Dataset> test) throws CliException {
        if (test.isPresent()) {
            return new EvaluationSplit(data, DatasetSubset.shuffled(test.get(), SEED));
        }
        if (data.size() < 2) {
            throw new CliException(Message.of("cli.eval.singleImage", data.name()));
        }
        DatasetSubset all = DatasetSubset.shuffled(data, SEED);
        int half = data.size() / 2;
        return new EvaluationSplit(all.range(0, half), all.range(half, data.size()));
    }

    /** The largest size of two independent samples. */
    int maxSamples() {
        return held.size() / 2;
    }

    /** One of two independent samples that a seed decides. */
    DatasetSubset sample(int which, int count, long seed) {
        return DatasetSubset.shuffled(held, seed).range(which * count, (which + 1) * count);
    }
}
