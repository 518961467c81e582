package org.ganvas.project.classifier;

import java.nio.file.Path;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.session.evaluation.FeatureNetwork;
import org.ganvas.session.evaluation.FeatureNetworkProvider;

/**
 * Classifiers as feature networks of the evaluation during training: those of {@code eval}, so that both speak of the same
 * values. One thread.
 */
public final class StoredFeatureNetworks implements FeatureNetworkProvider {

    private final ClassifierStore store;

    /** @param folder of the classifiers */
    public StoredFeatureNetworks(Path folder) {
        store = new ClassifierStore(folder);
    }

    /** @param steps that a classifier is trained for at most; fewer than usual give other values than {@code eval} */
    public StoredFeatureNetworks(Path folder, int steps) {
        store = new ClassifierStore(folder, steps);
    }

    @Override
    public FeatureNetwork open(Dataset learn, Dataset held, ProgressListener progress) throws DataException {
        return new StoredFeatureNetwork(store.open(learn, held, progress));
    }

    /** A classifier behind the interface of the session. */
    private record StoredFeatureNetwork(StoredClassifier classifier) implements FeatureNetwork {
        @Override
        public Output forward(float[] images) {
            StoredClassifier.Output output = classifier.classify(images);
            return new Output(output.features(), output.logits());
        }

        @Override
        public int featureCount() {
            return classifier.card().features();
        }

        @Override
        public int classCount() {
            return classifier.card().classes();
        }

        @Override
        public boolean classifiesData() {
            return classifier.card().task() == ClassifierCard.Task.CLASSES;
        }

        @Override
        public void close() {
            classifier.close();
        }
    }
}
