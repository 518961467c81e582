package org.ganvas.viewmodel.dream;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.project.classifier.ClassifierCard;
import org.ganvas.project.classifier.ClassifierSplit;
import org.ganvas.project.classifier.ClassifierStore;
import org.ganvas.project.classifier.StoredClassifier;
import org.ganvas.session.dream.DreamFeatures;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.text.DisplayNames;

/** Loading of the classifier of a run's data, which trains it at the first use. A background thread. */
final class FeatureLoader {

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
        ClassifierSplit split = ClassifierSplit.of(data, test);
        try (StoredClassifier classifier = new ClassifierStore(folder).open(split.training(), split.held(), progress)) {
            boolean classes = classifier.card().task() == ClassifierCard.Task.CLASSES;
            return DreamFeatures.classifier(
                    classifier.weights(),
                    classes ? data.classNames() : List.of(),
                    DisplayNames.ofData(run.dataName()),
                    classifier.card().accuracy());
        }
    }
}
