package org.ganvas.project.classifier;

import java.util.Optional;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.message.Message;

/**
 * Split of a dataset into what a classifier learns from and what its accuracy is computed on: the split of the evaluation,
 * so that one classifier serves both. Immutable; any thread.
 */
public record ClassifierSplit(Dataset training, Dataset held) {

    private static final long SEED = 1;

    /**
     * Holds back the test part if there is one, else the second half of the shuffled data.
     *
     * @throws DataException if there is a single image
     */
    public static ClassifierSplit of(Dataset data, Optional<Dataset> test) throws DataException {
        if (test.isPresent()) {
            return new ClassifierSplit(data, DatasetSubset.shuffled(test.get(), SEED));
        }
        if (data.size() < 2) {
            throw new DataException(Message.of("project.classifier.singleImage", data.name()));
        }
        DatasetSubset all = DatasetSubset.shuffled(data, SEED);
        int half = all.size() / 2;
        return new ClassifierSplit(all.range(0, half), all.range(half, all.size()));
    }
}
