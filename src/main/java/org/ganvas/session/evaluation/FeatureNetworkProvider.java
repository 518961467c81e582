package org.ganvas.session.evaluation;

import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.Progress;

/** Where the networks come from that pictures are compared through. The measure thread's. */
@FunctionalInterface
public interface FeatureNetworkProvider {

    /** There are none, so pictures are not measured. */
    FeatureNetworkProvider NONE = (learn, held, progress) -> {
        throw new DataException("Pictures cannot be measured here, because no classifier is kept.");
    };

    /**
     * The network for some data, kept or trained now.
     *
     * @param learn what it is trained on
     * @param held what it is tested on
     * @throws DataException with one sentence, if none can be trained on such pictures
     * @throws java.util.concurrent.CancellationException if {@code progress} says that nobody wants it any more
     */
    FeatureNetwork open(Dataset learn, Dataset held, Progress progress) throws DataException;
}
