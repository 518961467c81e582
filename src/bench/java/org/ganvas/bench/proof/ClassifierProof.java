package org.ganvas.bench.proof;

import static org.ganvas.bench.proof.ProofRunner.printLine;
import org.ganvas.app.AppPaths;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.dl4j.ClassifierTrainingSpec;
import org.ganvas.project.classifier.ClassifierStore;
import org.ganvas.project.classifier.StoredClassifier;

/**
 * Accuracy of the classifier behind the image metrics on the test set of MNIST; trained, or loaded from the cache.
 */
final class ClassifierProof {

    private static final double WANTED = 0.99;

    /** Standard deviation below which a feature counts as constant. */
    private static final double MIN_DEVIATION = 1e-6;

    private ClassifierProof() {}

    /** Whether the accuracy is at least 99 %. */
    static boolean holds() throws Exception {
        String id = EvaluatedRun.data().id();
        Dataset data = DatasetRegistry.open(id, ProgressListener.NONE);
        Dataset test = DatasetRegistry.openTest(id, ProgressListener.NONE).orElseThrow();
        ClassifierTrainingSpec training = ClassifierTrainingSpec.recommended(data, 1);
        long start = System.nanoTime();
        ClassifierStore store = new ClassifierStore(AppPaths.cacheFolder().resolve("classifiers"));
        try (StoredClassifier classifier = store.open(data, test, new Pace("the classifier", start))) {
            double seconds = (System.nanoTime() - start) / 1e9;
            double accuracy = classifier.card().accuracy();
            printLine(
                    "%s: %.2f %% of %,d right (wanted: 99) after %,d steps of %d in %.0f s (a few: found in the cache);"
                            + " %d of %d features silent; weights %s",
                    data.name(),
                    100 * accuracy,
                    classifier.card().tested(),
                    training.steps(),
                    training.batch(),
                    seconds,
                    constantFeatures(classifier, test),
                    classifier.card().features(),
                    classifier.card().sha256());
            return accuracy >= WANTED;
        }
    }

    /** Prints the remaining time at every tenth. */
    private static final class Pace implements ProgressListener {
        private final String what;
        private final long start;
        private double next = 0.025;

        Pace(String what, long start) {
            this.what = what;
            this.start = start;
        }

        @Override
        public void report(double fraction) {
            if (fraction >= next) {
                double seconds = (System.nanoTime() - start) / 1e9;
                printLine(
                        "%s: %.0f %% after %.0f s, %.0f s to go",
                        what, 100 * fraction, seconds, seconds / fraction - seconds);
                next = Math.floor(10 * fraction + 1) / 10;
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    /** Number of features that are constant over all images. */
    private static int constantFeatures(StoredClassifier classifier, Dataset test) {
        int size = test.shape().size();
        int count = Math.min(1000, test.size());
        float[] images = new float[count * size];
        for (int i = 0; i < count; i++) {
            test.copyImage(i, images, i * size);
        }
        float[] features = classifier.classify(images).features();
        int width = classifier.card().features();
        int silent = 0;
        for (int f = 0; f < width; f++) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                low = Math.min(low, features[i * width + f]);
                high = Math.max(high, features[i * width + f]);
            }
            silent += high - low < MIN_DEVIATION ? 1 : 0;
        }
        return silent;
    }
}
