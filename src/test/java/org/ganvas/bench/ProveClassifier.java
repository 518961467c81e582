package org.ganvas.bench;

import java.nio.file.Path;
import java.util.Locale;
import org.ganvas.data.Dataset;
import org.ganvas.data.Datasets;
import org.ganvas.data.Progress;
import org.ganvas.engine.dl4j.ClassifierFile;
import org.ganvas.engine.dl4j.ClassifierRecipe;
import org.ganvas.engine.dl4j.ClassifierTraining;
import org.ganvas.engine.dl4j.Dl4jNetwork;
import org.ganvas.engine.dl4j.PictureClassifier;

/**
 * Trains the classifier that pictures are measured with and counts its right answers on the test set: on MNIST at least 99
 * of 100. Argument: the data (../shared/data/mnist), which must come with a test set.
 */
public final class ProveClassifier {

    private static final double WANTED = 0.99;

    private ProveClassifier() {}

    public static void main(String[] args) throws Exception {
        String id = Path.of(args.length > 0 ? args[0] : "../shared/data/mnist").toString();
        Dataset data = Datasets.open(id, Progress.NONE);
        Dataset test = Datasets.openTest(id, Progress.NONE).orElseThrow();
        ClassifierRecipe recipe = ClassifierRecipe.usual(data, 1);
        long start = System.nanoTime();
        Dl4jNetwork network = ClassifierTraining.run(data, recipe, Progress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        try (PictureClassifier classifier = new PictureClassifier(network)) {
            double accuracy = classifier.accuracy(test);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.2f %% of %,d right after %,d steps of %d in %.0f s; weights %s%n",
                    data.name(),
                    100 * accuracy,
                    test.size(),
                    recipe.steps(),
                    recipe.batch(),
                    seconds,
                    ClassifierFile.sha256(network));
            System.exit(accuracy >= WANTED ? 0 : 1);
        }
    }
}
