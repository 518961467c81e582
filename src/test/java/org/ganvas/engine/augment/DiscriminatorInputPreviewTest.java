package org.ganvas.engine.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.Regularizer.Diffusion;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.fixture.NoiseDataset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class DiscriminatorInputPreviewTest {

    private static final GanSpec PLAIN = PresetRegistry.get("mlp-b").spec();
    private static final GanSpec DIFFUSED = PLAIN.with(new Diffusion(1000, 0.5, 0.6, true));

    @BeforeAll
    static void start() {
        NativeEngine.start();
    }

    private static float[] images() {
        float[] images = new float[16 * 784];
        Arrays.fill(images, 0.5f);
        return images;
    }

    @Test
    void withoutARegularizerDSeesTheImages() {
        assertFalse(DiscriminatorInputPreview.changes(PLAIN));
        assertArrayEquals(images(), new DiscriminatorInputPreview(PLAIN).of(images(), 16, 0));
    }

    @Test
    void realImagesHaveThePixelsOfTheStageWhileNetworksGrow() {
        GanSpec growing = PresetRegistry.get("pggan").spec();
        float[] images = new float[784];
        images[0] = 1;
        DiscriminatorInputPreview preview = new DiscriminatorInputPreview(growing);
        float[] coarse = preview.ofReal(images, 1, 0);
        assertEquals(1 / 16f, coarse[0], 1e-6);
        assertEquals(1 / 16f, coarse[3 * 28 + 3], 1e-6);
        assertEquals(0, coarse[4], 1e-6);
        preview.load(new TrainerState(1_000_000, List.of()));
        assertArrayEquals(images, preview.ofReal(images, 1, 0));
        assertArrayEquals(images, new DiscriminatorInputPreview(growing).of(images, 1, 0), "what G makes is grown");
    }

    @Test
    void theImagesFadeAsTheAdaptationOfTheStateHasIt() {
        assertTrue(DiscriminatorInputPreview.changes(DIFFUSED));
        DiscriminatorInputPreview preview = new DiscriminatorInputPreview(DIFFUSED);
        double first = distance(preview.of(images(), 16, 0));
        InputDiffusion most = new InputDiffusion(new Diffusion(1000, 0.5, 0, true), 0);
        preview.load(new TrainerState(5, most.capture()));
        double last = distance(preview.of(images(), 16, 0));
        assertTrue(first > 0 && last > 5 * first, first + " at ten steps, " + last + " at a thousand");
        preview.load(new TrainerState(5, List.of()));
        assertTrue(distance(preview.of(images(), 16, 0)) == first, "a state from before the diffusion is its start");
    }

    @Test
    void weightsOfTheTrainerCarryTheAdaptation() {
        try (GameTrainer trainer = new GameTrainer(DIFFUSED, new NoiseDataset(DIFFUSED, 0.5), 1)) {
            PlayerWeights weights = trainer.newWeights();
            trainer.copyWeights(weights, false);
            DiscriminatorInputPreview preview = new DiscriminatorInputPreview(DIFFUSED);
            float[] before = preview.of(images(), 16, 0);
            for (int i = 0; i < 12; i++) {
                trainer.step();
            }
            trainer.copyWeights(weights, false);
            preview.load(DIFFUSED, new TrainerState(weights.step(), weights.inputs()));
            DiscriminatorInputPreview restored = new DiscriminatorInputPreview(DIFFUSED);
            restored.load(trainer.capture());
            assertArrayEquals(restored.of(images(), 16, 0), preview.of(images(), 16, 0));
            assertFalse(Arrays.equals(before, preview.of(images(), 16, 0)), "the table is drawn anew at each change");
        }
    }

    private static double distance(float[] seen) {
        double sum = 0;
        float[] images = images();
        for (int i = 0; i < seen.length; i++) {
            sum += Math.abs(seen[i] - images[i]);
        }
        return sum / seen.length;
    }
}
