package org.ganvas.session.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.engine.train.StripesData;
import org.ganvas.session.run.SampleGrid;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TranslationReviewerTest {

    private static final ImageShape GREY = new ImageShape(1, 8, 8);
    private static final StripesData DATA = new StripesData(20, 8);

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    private static SampleGrid output() {
        float[] pixels = new float[GREY.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) Math.sin(i);
        }
        return new SampleGrid(GREY, 1, 1, pixels, new int[0], 7);
    }

    @Test
    void anUnpairedTranslationIsLedBackAndJudgedByPatch() {
        GanSpec spec = TranslationSpecs.unpaired(
                new DomainSpec.Whole(), new DomainSpec.Changed(new ConditionSpec.Inverted()), GREY);
        PlayerWeights weights = DATA.trainedWeights(spec);
        try (TranslationReviewer reviewer = new TranslationReviewer(spec);
                DiscriminatorProbe discriminator = new DiscriminatorProbe(spec);
                GeneratorProbe back = new GeneratorProbe(spec, UnpairedTranslationSpec.BACK_GENERATOR)) {
            reviewer.load(weights);
            discriminator.load(weights);
            back.load(weights);
            TranslationReview review = reviewer.review(new float[GREY.size()], output());
            assertArrayEquals(
                    back.generate(output().pixels(), new int[1]),
                    Objects.requireNonNull(review.back()).pixels());
            float[] logits = discriminator
                    .patches(output().pixels(), new float[GREY.size()])
                    .logits();
            assertEquals(new ImageShape(1, 4, 4), review.realness().shape());
            for (int i = 0; i < logits.length; i++) {
                float wanted = Math.max(-1, Math.min(1, 2 * logits[i] - 1));
                assertEquals(wanted, review.realness().pixels()[i], 1e-6);
            }
            assertEquals(7, review.realness().step());
        }
    }

    @Test
    void aPairedTranslationIsJudgedBesideWhatItWasGiven() {
        GanSpec spec = TranslationSpecs.paired(new ConditionSpec.Inverted(), GREY);
        try (TranslationReviewer reviewer = new TranslationReviewer(spec)) {
            reviewer.load(DATA.trainedWeights(spec));
            TranslationReview review = reviewer.review(new float[GREY.size()], output());
            assertNull(review.back());
            assertNotNull(review.realness());
        }
    }

    @Test
    void logitsOfEveryLossLieBetweenGeneratedAndReal() {
        float[] logits = {-9, 0, 9};
        assertArrayEquals(new float[] {-1, 0, 1}, TranslationReviewer.realness(LossSpec.NON_SATURATING, logits), 1e-3f);
        assertArrayEquals(new float[] {-1, -1, 1}, TranslationReviewer.realness(LossSpec.LEAST_SQUARES, logits));
        assertArrayEquals(new float[] {-1, 0, 1}, TranslationReviewer.realness(LossSpec.WASSERSTEIN, logits));
        float[] alike = {4, 4, 4};
        assertArrayEquals(new float[3], TranslationReviewer.realness(LossSpec.WASSERSTEIN, alike));
    }
}
