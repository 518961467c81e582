package org.ganvas.project.classifier;

import org.ganvas.engine.dl4j.ImageClassifier;
import org.ganvas.engine.dl4j.ImportedNetwork;

/** A classifier at work, with its card. Belongs to one thread; holds native memory until closed. */
public final class StoredClassifier implements AutoCloseable {

    private final ClassifierCard card;
    private final ImageClassifier classifier;
    private final String remark;

    StoredClassifier(ClassifierCard card, ImportedNetwork network, String remark) {
        this.card = card;
        this.remark = remark;
        classifier = new ImageClassifier(network);
    }

    /**
     * What it makes of pictures.
     *
     * @param features of each picture in turn
     * @param logits of each picture in turn, one a class
     */
    public record Verdict(float[] features, float[] logits) {}

    /**
     * Judges.
     *
     * @param pictures one after the other, in [-1, 1]
     */
    public Verdict judge(float[] pictures) {
        ImageClassifier.Output answer = classifier.classify(pictures);
        return new Verdict(answer.features(), answer.logits());
    }

    public ClassifierCard card() {
        return card;
    }

    /** One sentence about what did not go as it should, empty where everything did. */
    public String remark() {
        return remark;
    }

    @Override
    public void close() {
        classifier.close();
    }
}
