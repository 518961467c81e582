package org.ganvas.project;

import org.ganvas.engine.dl4j.Dl4jNetwork;
import org.ganvas.engine.dl4j.PictureClassifier;

/** A classifier at work, with its card. Belongs to one thread; holds native memory until closed. */
public final class PictureJudge implements AutoCloseable {

    private final ClassifierCard card;
    private final PictureClassifier classifier;
    private final String remark;

    PictureJudge(ClassifierCard card, Dl4jNetwork network, String remark) {
        this.card = card;
        this.remark = remark;
        classifier = new PictureClassifier(network);
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
        PictureClassifier.Answer answer = classifier.judge(pictures);
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
