package org.ganvas.viewmodel.dream;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.message.Message;
import org.ganvas.project.classifier.ClassifierCard;
import org.ganvas.project.classifier.ClassifierStore;
import org.ganvas.project.classifier.StoredClassifier;
import org.ganvas.session.dream.DreamFeatures;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.text.DisplayNames;

/** Loading of the classifier of a run's data, which trains it at the first use. A background thread. */
final class FeatureLoader {

    /** The split of the evaluation, so that one classifier serves both. */
    private static final long SEED = 1;

    private FeatureLoader() {}

    /**
     * The classifier of a run's data.
     *
     * @param folder of trained classifiers
     * @throws DataException if the data cannot be read, or no classifier can be trained on it
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    static DreamFeatures classifier(RunInfo run, Path folder, ProgressListener progress) throws DataException {
        String id = run.request().dataId();
        Dataset data = DatasetRegistry.open(id, run.spec().image(), ProgressListener.NONE);
        Optional<Dataset> test = DatasetRegistry.openTest(id, run.spec().image(), ProgressListener.NONE);
        if (test.isEmpty() && data.size() < 2) {
            throw new DataException(Message.of("session.dream.singleImage", DisplayNames.ofData(run.dataName())));
        }
        DatasetSubset all = DatasetSubset.shuffled(test.orElse(data), SEED);
        int half = all.size() / 2;
        Dataset training = test.isPresent() ? data : all.range(0, half);
        Dataset held = test.isPresent() ? all : all.range(half, all.size());
        try (StoredClassifier classifier = new ClassifierStore(folder).open(training, held, progress)) {
            boolean classes = classifier.card().task() == ClassifierCard.Task.CLASSES;
            return DreamFeatures.classifier(
                    classifier.weights(),
                    classes ? data.classNames() : List.of(),
                    DisplayNames.ofData(run.dataName()),
                    classifier.card().accuracy());
        }
    }
}
