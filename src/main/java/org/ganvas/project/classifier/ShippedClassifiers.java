package org.ganvas.project.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.FileException;
import org.ganvas.engine.dl4j.ClassifierModelFile;
import org.ganvas.engine.dl4j.ImportedDl4jNetwork;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.message.Message;

/**
 * Classifiers of the built-in data that the program brings along, so that nobody waits for their training: weights and
 * card of each, under the name that {@link ClassifierStore} would give it. That name is a fingerprint of data, seed and
 * version of the training, so a classifier of other data is never found. The benchmark {@code ShippedClassifierTraining}
 * trains and writes them. Any one thread.
 */
public final class ShippedClassifiers {

    private static final String FOLDER = "/classifiers/";
    private static final String WEIGHTS = ".weights.gz";
    private static final String CARD = ".json";

    private ShippedClassifiers() {}

    /** A classifier and its card. */
    record Shipped(ClassifierCard card, ImportedDl4jNetwork network) {}

    /**
     * The classifier of a name; empty if there is none.
     *
     * @throws IOException if its files cannot be read or do not match
     */
    static Optional<Shipped> find(String name, Dataset data) throws IOException {
        try (InputStream card = ShippedClassifiers.class.getResourceAsStream(FOLDER + name + CARD);
                InputStream weights = ShippedClassifiers.class.getResourceAsStream(FOLDER + name + WEIGHTS)) {
            if (card == null || weights == null) {
                return Optional.empty();
            }
            ClassifierCard read = GanSpecJson.read(card.readAllBytes(), ClassifierCard.class);
            ImportedDl4jNetwork network = ClassifierModelFile.readWeights(weights, data.shape(), data.classCount());
            if (!ClassifierModelFile.sha256(network).equals(read.sha256())) {
                throw new FileException(Message.of("project.classifier.wrongWeights"));
            }
            return Optional.of(new Shipped(read, network));
        }
    }

    /** Writes a classifier to a folder of resources. */
    static void write(Path folder, String name, ClassifierCard card, ImportedDl4jNetwork network) throws IOException {
        Files.createDirectories(folder);
        try (OutputStream weights = Files.newOutputStream(folder.resolve(name + WEIGHTS))) {
            ClassifierModelFile.writeWeights(network, weights);
        }
        Files.write(folder.resolve(name + CARD), GanSpecJson.write(card));
    }
}
