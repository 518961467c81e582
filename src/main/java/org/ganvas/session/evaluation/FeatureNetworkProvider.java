package org.ganvas.session.evaluation;

import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.message.Message;

/** Source of the networks whose features images are compared by. The evaluation thread's. */
@FunctionalInterface
public interface FeatureNetworkProvider {

    /** No networks, so images are not evaluated. */
    FeatureNetworkProvider NONE = (training, heldOut, progress) -> {
        throw new DataException(Message.of("session.evaluation.noNetwork"));
    };

    /**
     * The network for a dataset, stored or trained now.
     *
     * @param training images to train it on
     * @param heldOut images to test it on
     * @throws DataException if none can be trained on such images
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    FeatureNetwork open(Dataset training, Dataset heldOut, ProgressListener progress) throws DataException;
}
