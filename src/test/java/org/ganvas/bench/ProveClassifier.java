package org.ganvas.bench;

import static org.ganvas.bench.Prove.say;

import org.ganvas.data.Dataset;
import org.ganvas.data.Datasets;
import org.ganvas.data.Progress;
import org.ganvas.engine.dl4j.ClassifierFile;
import org.ganvas.engine.dl4j.ClassifierRecipe;
import org.ganvas.engine.dl4j.ClassifierTraining;
import org.ganvas.engine.dl4j.Dl4jNetwork;
import org.ganvas.engine.dl4j.PictureClassifier;

/** Trains the classifier that pictures are measured with and counts its right answers on the test set of MNIST. */
final class ProveClassifier {

    private static final double WANTED = 0.99;

    /** A feature that is less apart from picture to picture tells nothing. */
    private static final double SILENT = 1e-6;

    private ProveClassifier() {}

    /** Whether it names at least 99 of 100 right. */
    static boolean holds() throws Exception {
        String id = MeasuredRun.data().id();
        Dataset data = Datasets.open(id, Progress.NONE);
        Dataset test = Datasets.openTest(id, Progress.NONE).orElseThrow();
        ClassifierRecipe recipe = ClassifierRecipe.usual(data, 1);
        long start = System.nanoTime();
        Dl4jNetwork network = ClassifierTraining.run(data, recipe, Progress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        try (PictureClassifier classifier = new PictureClassifier(network)) {
            double accuracy = classifier.accuracy(test);
            say(
                    "%s: %.2f %% of %,d right (wanted: 99) after %,d steps of %d in %.0f s; %d of %d features silent;"
                            + " weights %s",
                    data.name(),
                    100 * accuracy,
                    test.size(),
                    recipe.steps(),
                    recipe.batch(),
                    seconds,
                    silent(classifier, test),
                    classifier.featureWidth(),
                    ClassifierFile.sha256(network));
            return accuracy >= WANTED;
        }
    }

    /** Features that are the same for every picture. */
    private static int silent(PictureClassifier classifier, Dataset test) {
        int size = test.shape().size();
        int count = Math.min(1000, test.size());
        float[] pictures = new float[count * size];
        for (int i = 0; i < count; i++) {
            test.copyPicture(i, pictures, i * size);
        }
        float[] features = classifier.judge(pictures).features();
        int width = classifier.featureWidth();
        int silent = 0;
        for (int f = 0; f < width; f++) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                low = Math.min(low, features[i * width + f]);
                high = Math.max(high, features[i * width + f]);
            }
            silent += high - low < SILENT ? 1 : 0;
        }
        return silent;
    }
}
