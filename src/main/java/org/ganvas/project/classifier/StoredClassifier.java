package org.ganvas.project.classifier;

import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.dl4j.ImageClassifier;
import org.ganvas.engine.dl4j.ImportedDl4jNetwork;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.state.FeatureWeights;
import org.ganvas.message.Message;

/** Trained classifier with its card. Belongs to one thread; holds native memory until closed. */
public final class StoredClassifier implements AutoCloseable {

    private final ClassifierCard card;
    private final ImageClassifier classifier;
    private final ImportedDl4jNetwork network;
    private final List<Message> warnings;

    StoredClassifier(ClassifierCard card, ImportedDl4jNetwork network, List<Message> warnings) {
        this.card = card;
        this.network = network;
        this.warnings = List.copyOf(warnings);
        classifier = new ImageClassifier(network);
    }

    /**
     * Outputs for a batch of n images.
     *
     * @param features feature vectors, [n, width]
     * @param logits class logits, [n, classes]
     */
    public record Output(float[] features, float[] logits) {}

    /**
     * Classifies images.
     *
     * @param images [n, channels, height, width], values in [-1, 1]
     */
    public Output classify(float[] images) {
        ImageClassifier.Output answer = classifier.classify(images);
        return new Output(answer.features(), answer.logits());
    }

    /** Its layers and weights, to use as features of images. */
    public FeatureWeights weights() {
        LayerShape input = network.input();
        ImageShape image = new ImageShape(input.channels(), input.height(), input.width());
        return new FeatureWeights(network.spec(InitSpec.PYTORCH), image, 1, 0, false, network.arrays());
    }

    public ClassifierCard card() {
        return card;
    }

    /** Problems of reading or storing it; empty where there were none. */
    public List<Message> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        classifier.close();
    }
}
