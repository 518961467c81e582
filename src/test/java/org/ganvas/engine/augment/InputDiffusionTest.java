package org.ganvas.engine.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.training.Regularizer.Diffusion;
import org.ganvas.engine.state.StateArrays;
import org.ganvas.engine.state.TrainerState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

final class InputDiffusionTest {

    private static final Diffusion PAPER = new Diffusion(1000, 0.05, 0.6, true);

    @BeforeAll
    static void start() {
        NativeEngine.start();
    }

    @Test
    void theScheduleIsThePapers() {
        assertEquals(1, InputDiffusion.kept(0));
        assertEquals(1 - 1e-4, InputDiffusion.kept(1), 1e-12);
        // ᾱ_1000 of the linear schedule, as in the literature on diffusion models.
        assertEquals(4.036e-5, InputDiffusion.kept(1000), 1e-8);
    }

    @Test
    void meanAndVarianceAreThoseOfTheClosedForm() {
        InputDiffusion diffusion = new InputDiffusion(new Diffusion(1000, 0.5, 0, false), 7);
        int batch = 64;
        int pixels = 4096;
        float[] ones = new float[batch * pixels];
        Arrays.fill(ones, 1);
        float[] seen = diffusion
                .apply(Tensor.of(ones, DataType.FLOAT, batch, pixels), 3)
                .toFloats();
        int faded = 0;
        for (int i = 0; i < batch; i++) {
            float[] image = Arrays.copyOfRange(seen, i * pixels, (i + 1) * pixels);
            double mean = mean(image);
            double variance = 0;
            for (float value : image) {
                variance += (value - mean) * (value - mean) / pixels;
            }
            // The mean is √ᾱ, which gives the variance.
            double left = nearestKept(mean);
            assertEquals(Math.sqrt(left), mean, 5 * 0.5 / Math.sqrt(pixels));
            assertEquals((1 - left) * 0.25, variance, 0.02);
            faded += mean == 1 ? 0 : 1;
        }
        assertTrue(faded > 16 && faded < 48, faded + " of 64 images are diffused, about a half of which should be");
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double nearestKept(double mean) {
        double nearest = 1;
        for (int t = 0; t <= 1000; t++) {
            double kept = InputDiffusion.kept(t);
            nearest = Math.abs(Math.sqrt(kept) - mean) < Math.abs(Math.sqrt(nearest) - mean) ? kept : nearest;
        }
        return nearest;
    }

    @Test
    void aHalfOfTheTableIsZeroAndTheRestIsLikelierTheMoreSteps() {
        InputDiffusion weighted = new InputDiffusion(new Diffusion(1000, 0.05, 0, true), 1);
        InputDiffusion uniform = new InputDiffusion(new Diffusion(1000, 0.05, 0, false), 1);
        int[] table = weighted.table();
        assertEquals(32, Arrays.stream(table).filter(t -> t == 0).count());
        assertTrue(Arrays.stream(table).allMatch(t -> t >= 0 && t <= 1000));
        // Means of p(t) ∝ t and of uniform numbers: 667 and 500, with deviations of 42 and 51 of a mean of 32.
        assertEquals(667, Arrays.stream(table).sum() / 32.0, 4 * 42);
        assertEquals(500, Arrays.stream(uniform.table()).sum() / 32.0, 4 * 51);
    }

    @Test
    void stepsFollowWhatDIsSureOf() {
        InputDiffusion diffusion = new InputDiffusion(PAPER, 1);
        assertEquals(10, diffusion.steps());
        update(diffusion, 400, 1);
        // 400 updates of 64 images, 25,600 of 100,000.
        assertEquals(10 + Math.round(0.256 * 990), diffusion.steps());
        update(diffusion, 200, -1);
        assertEquals(10 + Math.round(0.128 * 990), diffusion.steps());
        update(diffusion, 400, -1);
        assertEquals(10, diffusion.steps());
    }

    @Test
    void stepsRestBetweenTheFourthUpdates() {
        InputDiffusion diffusion = new InputDiffusion(PAPER, 1);
        update(diffusion, 103, 1);
        int steps = diffusion.steps();
        InputDiffusion restored = new InputDiffusion(PAPER, 1);
        restored.restore(new StateArrays(new TrainerState(103, diffusion.capture())));
        assertEquals(steps, restored.steps());
        assertArrayEquals(diffusion.table(), restored.table());
        update(diffusion, 1, -1);
        update(restored, 1, -1);
        assertArrayEquals(diffusion.table(), restored.table());
        assertTrue(diffusion.steps() < steps, "three sure updates and an unsure one have a mean sign of a half");
    }

    private static void update(InputDiffusion diffusion, int times, float sign) {
        float[] logits = new float[64];
        Arrays.fill(logits, sign);
        for (int i = 0; i < times; i++) {
            diffusion.adapt(Tensor.of(logits, DataType.FLOAT, logits.length, 1));
        }
    }

    @Test
    void gradientsPassThroughWithTheShareOfTheImageThatIsLeft() {
        InputDiffusion diffusion = new InputDiffusion(new Diffusion(1000, 0.05, 0, true), 5);
        Tensor images = Tensor.parameter(DataType.FLOAT, 32, 1);
        float[] gradient = Autograd.grad(ReductionOps.sum(diffusion.apply(images, 9)), List.of(images), false)
                .get(0)
                .toFloats();
        float[] ones = new float[32];
        Arrays.fill(ones, 1);
        float[] seen =
                diffusion.apply(Tensor.of(ones, DataType.FLOAT, 32, 1), 9).toFloats();
        float[] noise = diffusion
                .apply(Tensor.of(new float[32], DataType.FLOAT, 32, 1), 9)
                .toFloats();
        for (int i = 0; i < 32; i++) {
            assertEquals(seen[i] - noise[i], gradient[i], 1e-6f);
        }
    }
}
