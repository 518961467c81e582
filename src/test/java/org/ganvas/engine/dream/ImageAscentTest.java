package org.ganvas.engine.dream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.dream.AscentSpec;
import org.ganvas.engine.spec.dream.AscentSpec.Rule;
import org.ganvas.engine.spec.dream.DreamObjective;
import org.ganvas.engine.spec.dream.DreamWeights;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.FeatureWeights;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.Trainer;
import org.ganvas.project.classifier.StoredClassifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageAscentTest {

    private static final DreamWeights NONE = new DreamWeights(0, 0, 0);

    private static List<ImageAscent.Step> steps(
            DreamInput input, DreamObjective objective, AscentSpec spec, DreamWeights weights) {
        List<ImageAscent.Step> steps = new ArrayList<>();
        ImageAscent.run(input, objective, spec, () -> weights, steps::add);
        return steps;
    }

    private static AscentSpec plain(Rule rule, int count, double strength) {
        return new AscentSpec(rule, count, 1, 1.4, strength, 0, false, 1);
    }

    /** Both convolutions, before and after ReLU, on an image of middle grey in a size that the classifier was not trained on. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4})
    void energyRisesAtEveryStepAndThreefoldInTwenty(int layer) throws Exception {
        try (StoredClassifier classifier = DreamTestImages.digitClassifier()) {
            PixelImage clouds =
                    DreamTestImages.noise(new ImageShape(1, 9, 10), 1).resized(41, 37);
            List<ImageAscent.Step> steps = steps(
                    new DreamInput(classifier.weights(), clouds, null),
                    new DreamObjective.Energy(layer),
                    plain(Rule.NORMALISED, 21, 0.05),
                    NONE);
            for (int i = 1; i < steps.size(); i++) {
                assertTrue(steps.get(i).objective() > steps.get(i - 1).objective(), "step " + i);
            }
            double gain = steps.get(20).objective() / steps.get(0).objective();
            assertTrue(gain >= 3, "only " + gain);
        }
    }

    @Test
    void eachClassMaximisedFromNoiseIsReadAsThatClass() throws Exception {
        try (StoredClassifier classifier = DreamTestImages.digitClassifier()) {
            PixelImage empty = new PixelImage(DreamTestImages.DIGIT, new float[DreamTestImages.DIGIT.size()]);
            AscentSpec usual = AscentSpec.usual(new DreamObjective.Channel(DreamTestImages.LOGITS, 0));
            for (int label = 0; label < 10; label++) {
                PixelImage image = ImageAscent.run(
                        new DreamInput(classifier.weights(), empty, null),
                        new DreamObjective.Channel(DreamTestImages.LOGITS, label),
                        usual,
                        () -> new DreamWeights(0, 0, 0.5),
                        step -> true);
                float[] logits = classifier.classify(image.pixels()).logits();
                double others = 0;
                for (int other = 0; other < 10; other++) {
                    others += other == label ? 0 : Math.exp(logits[other] - logits[label]);
                }
                double probability = 1 / (1 + others);
                assertTrue(probability > 0.75, label + ": " + Arrays.toString(logits));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void contentAndStyleLossesBothFallFromNoise(boolean random) throws Exception {
        try (StoredClassifier classifier = DreamTestImages.digitClassifier()) {
            FeatureWeights features = random ? FeatureSources.random(1, 1) : classifier.weights();
            AscentSpec spec = new AscentSpec(Rule.ADAM, 60, 1, 1.4, 0.05, 0, true, 1);
            List<ImageAscent.Step> steps = steps(
                    new DreamInput(features, DreamTestImages.digit(3).resized(40, 40), DreamTestImages.stripes(48)),
                    new DreamObjective.Style(3, List.of(0, 3)),
                    spec,
                    new DreamWeights(1, 1, 0.1));
            ImageAscent.Step first = steps.get(0);
            ImageAscent.Step last = steps.get(59);
            assertTrue(last.content() < 0.8 * first.content(), first + " to " + last);
            assertTrue(last.style() < 0.5 * first.style(), first + " to " + last);
        }
    }

    @Test
    void octavesGrowToTheImagesOwnSizeAndKeepItsDetail() throws Exception {
        FeatureWeights features = FeatureSources.random(1, 1);
        PixelImage image = DreamTestImages.digit(3).resized(40, 30);
        AscentSpec spec = new AscentSpec(Rule.NORMALISED, 2, 3, 1.5, 1e-6, 0, false, 1);
        List<ImageAscent.Step> steps =
                steps(new DreamInput(features, image, null), new DreamObjective.Energy(0), spec, NONE);
        assertEquals(6, steps.size());
        assertEquals(
                List.of("18x13", "27x20", "40x30"),
                steps.stream()
                        .map(step -> step.image().width() + "x" + step.image().height())
                        .distinct()
                        .toList());
        assertArrayEquals(image.pixels(), steps.get(5).image().pixels(), 1e-4f, "nothing was lost on the way");
    }

    @Test
    void theSeedDecidesNoiseAndJitter() {
        FeatureWeights features = FeatureSources.random(1, 1);
        DreamInput input = new DreamInput(features, DreamTestImages.stripes(24), null);
        DreamObjective objective = new DreamObjective.Channel(0, 1);
        List<float[]> results = new ArrayList<>();
        for (long seed : new long[] {1, 1, 2}) {
            AscentSpec spec = new AscentSpec(Rule.ADAM, 4, 2, 1.4, 0.05, 3, true, seed);
            results.add(ImageAscent.run(input, objective, spec, () -> NONE, step -> true)
                    .pixels());
        }
        assertArrayEquals(results.get(0), results.get(1));
        assertFalse(Arrays.equals(results.get(0), results.get(2)));
    }

    @Test
    void aStoppedAscentEndsAtOnceInTheImagesSize() {
        DreamInput input = new DreamInput(FeatureSources.random(3, 1), colour(24), null);
        List<Integer> seen = new ArrayList<>();
        AscentSpec spec = new AscentSpec(Rule.NORMALISED, 5, 2, 1.4, 0.05, 0, false, 1);
        PixelImage image = ImageAscent.run(input, new DreamObjective.Energy(0), spec, () -> NONE, step -> {
            seen.add(step.number());
            return step.number() < 3;
        });
        assertEquals(List.of(1, 2, 3), seen);
        assertEquals(24, image.width());
    }

    private static PixelImage colour(int side) {
        return DreamTestImages.noise(new ImageShape(3, side, side), 1);
    }

    @Test
    void rollingBackRestoresAnImage() {
        PixelImage image = DreamTestImages.noise(new ImageShape(3, 5, 4), 1);
        float[] rolled = ImageAscent.rolled(image, 2, -1);
        assertEquals(image.pixels()[1], rolled[2 * 4], "one down to row 2, from column 1 to 0");
        assertArrayEquals(image.pixels(), ImageAscent.rolled(new PixelImage(image.shape(), rolled), -2, 1));
    }

    @Test
    void layersBehindADenseOneTakeTheTrainedSizeOnly() {
        FeatureWeights features = DreamTestImages.branched(3, 24);
        DreamInput input = new DreamInput(features, colour(32), null);
        AscentSpec spec = plain(Rule.NORMALISED, 1, 0.1);
        assertEquals(1, steps(input, new DreamObjective.Energy(6), spec, NONE).size());
        SpecException refused =
                assertThrows(SpecException.class, () -> steps(input, new DreamObjective.Energy(7), spec, NONE));
        assertTrue(refused.getMessage().contains("Layer 8 reads images of 24x24"), refused.getMessage());
    }

    /** The other channels are a mask, or shades of grey beside colours. */
    @ParameterizedTest
    @ValueSource(strings = {"inpainting", "colour"})
    void aDiscriminatorOfUnlikePairsIsRefused(String preset) {
        GanSpec spec = PresetRegistry.get(preset).spec();
        SpecException refused = assertThrows(
                SpecException.class, () -> FeatureSources.discriminator(spec, new TrainerState(0, List.of())));
        assertTrue(refused.getMessage().contains("cannot read one alone"), refused.getMessage());
    }

    /** Packs, pairs, label maps, residual branches, spectral normalisation, dense layers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mlp-b",
                "pacgan",
                "dcgan-residual",
                "hinge-sn",
                "cgan",
                "projection",
                "sagan",
                "own-colour",
                "super-resolution"
            })
    void everyKindOfDiscriminatorClimbs(String preset) throws Exception {
        GanSpec spec = PresetRegistry.get(preset).spec();
        try (Trainer trainer = Trainer.of(spec, DreamTestImages.digits(spec.image()), 1)) {
            FeatureWeights features = FeatureSources.discriminator(spec, trainer.capture());
            assertEquals(spec.image().channels(), features.image().channels());
            DreamInput input = new DreamInput(features, DreamTestImages.noise(spec.image(), 1), null);
            int last = spec.discriminator().layers().size() - 1;
            List<ImageAscent.Step> steps =
                    steps(input, new DreamObjective.Channel(last, 0), plain(Rule.NORMALISED, 4, 0.005), NONE);
            assertTrue(steps.get(3).objective() > steps.get(0).objective(), "D's logit rises");
        }
    }
}
