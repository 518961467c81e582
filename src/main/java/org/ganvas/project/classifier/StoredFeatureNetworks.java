package org.ganvas.project.classifier;

import java.nio.file.Path;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.Progress;
import org.ganvas.session.evaluation.FeatureNetwork;
import org.ganvas.session.evaluation.FeatureNetworkProvider;

/**
 * The kept classifiers as those who measure while training know them. A classifier that is not kept yet is trained with
 * fewer steps than {@code eval} takes, because nobody should wait for it long; it is kept under a name of its own. One
 * thread.
 */
public final class StoredFeatureNetworks implements FeatureNetworkProvider {

    /** About three thousand batches make 99 %, a fifth of them 97 % on handwritten digits. */
    private static final int DEFAULT_STEPS = 600;

    private final ClassifierStore store;

    /** @param folder where classifiers are kept */
    public StoredFeatureNetworks(Path folder) {
        this(folder, DEFAULT_STEPS);
    }

    /** @param steps at most, that a classifier is trained for */
    public StoredFeatureNetworks(Path folder, int steps) {
        store = new ClassifierStore(folder, steps);
    }

    @Override
    public FeatureNetwork open(Dataset learn, Dataset held, Progress progress) throws DataException {
        return new StoredFeatureNetwork(store.open(learn, held, progress));
    }

    /** A classifier under the name that the session knows. */
    private record StoredFeatureNetwork(StoredClassifier classifier) implements FeatureNetwork {
        @Override
        public Answer judge(float[] pictures) {
            StoredClassifier.Output output = classifier.classify(pictures);
            return new Answer(output.features(), output.logits());
        }

        @Override
        public int features() {
            return classifier.card().features();
        }

        @Override
        public int classes() {
            return classifier.card().classes();
        }

        @Override
        public boolean knowsClasses() {
            return classifier.card().task() == ClassifierCard.Task.CLASSES;
        }

        @Override
        public void close() {
            classifier.close();
        }
    }
}
