package org.ganvas.engine.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.engine.train.StripesData;
import org.ganvas.engine.train.TranslationImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Networks of translations outside the trainer. */
class TranslationProbeTest {

    private static final ImageShape GREY = new ImageShape(1, 8, 8);
    private static final StripesData DATA = new StripesData(20, 8);

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @Test
    void knownPixelsStandInTheOutput() {
        GanSpec spec = TranslationSpecs.paired(new ConditionSpec.Hole(0.5, ConditionSpec.Hole.Kind.CENTRED), GREY);
        float[] given = TranslationImages.given(spec, DATA).read(new int[] {0, 1}, 1, 0, 0);
        try (GeneratorProbe probe = new GeneratorProbe(spec)) {
            probe.load(DATA.trainedWeights(spec));
            assertEquals(2 * 64, probe.givenWidth());
            float[] made = probe.generate(given, new int[2]);
            int filled = 0;
            for (int i = 0; i < 2 * 64; i++) {
                int at = i / 64 * 128 + i % 64;
                boolean hole = given[at + 64] > 0;
                filled += hole ? 1 : 0;
                assertEquals(hole, made[i] != given[at], "pixel " + i);
            }
            assertEquals(2 * 16, filled);
            assertEquals(
                    spec.generator().layers().size(),
                    probe.layerStatistics(given, new int[2]).size());
        }
    }

    @Test
    void theDiscriminatorSeesWhatTheGeneratorWasGiven() {
        GanSpec spec = TranslationSpecs.paired(new ConditionSpec.Downscale(2), GREY);
        TranslationImages images = TranslationImages.given(spec, DATA);
        float[] given = images.read(new int[] {0, 1, 2}, 1, 0, 0);
        assertEquals(16, images.width());
        float[] pixels = new float[3 * 64];
        try (DiscriminatorProbe probe = new DiscriminatorProbe(spec)) {
            probe.load(DATA.trainedWeights(spec));
            float[] logits = probe.logits(pixels, new int[3], given);
            assertFalse(logits[0] == logits[1], "classes have opposite conditions");
            DiscriminatorProbe.PatchLogits patches = probe.patches(new float[64], Arrays.copyOfRange(given, 0, 16));
            assertEquals(4, patches.height());
            assertEquals(4, patches.width());
            double mean = 0;
            for (float logit : patches.logits()) {
                mean += logit / 16.0;
            }
            assertEquals(logits[0], mean, 1e-5);
        }
    }

    @Test
    void theWayBackHasWeightsOfItsOwn() {
        GanSpec spec = TranslationSpecs.unpaired(new DomainSpec.OfClass(0), new DomainSpec.OfClass(1), GREY);
        TranslationImages images = TranslationImages.given(spec, DATA);
        assertEquals(10, images.size());
        float[] given = images.read(new int[] {0, 9}, 1, 0, 0);
        assertTrue(given[0] == 1 && given[64] == 1, "both are of class 0");
        PlayerWeights weights = DATA.trainedWeights(spec);
        try (GeneratorProbe there = new GeneratorProbe(spec);
                GeneratorProbe back = new GeneratorProbe(spec, UnpairedTranslationSpec.BACK_GENERATOR)) {
            there.load(weights);
            back.load(weights);
            float[] translated = there.generate(given, new int[2]);
            assertFalse(Arrays.equals(translated, back.generate(given, new int[2])));
            assertArrayEquals(translated, there.generate(given, new int[2]));
        }
    }
}
