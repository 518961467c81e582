package org.ganvas.engine.train;

import static org.ganvas.engine.train.TrainerTestSupport.assertResumesExactly;
import static org.ganvas.engine.train.TrainerTestSupport.generator;
import static org.ganvas.engine.train.TrainerTestSupport.network;
import static org.ganvas.engine.train.TrainerTestSupport.steps;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.Generator;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.engine.state.ElboReport;
import org.ganvas.engine.state.TrainerState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

class VaeTrainerTest {

    private static final Dataset DATA = new StripesData(200);
    private static final int LATENT = 2;

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    private static GanSpec spec(boolean conditional) {
        return spec(conditional ? Conditioning.CONCATENATION : Conditioning.NONE, 2 * LATENT, List.of());
    }

    private static GanSpec spec(Conditioning conditioning, int encoderOutputs, List<Regularizer> regularizers) {
        NetworkSpec encoder = network(
                new LayerSpec.Dense(16),
                new LayerSpec.BatchNorm(1e-5, 0.1),
                new LayerSpec.LeakyRelu(0.2),
                new LayerSpec.Dropout(0.1),
                new LayerSpec.Dense(encoderOutputs));
        OptimizerSpec adam = OptimizerSpec.adam(5e-3, 0.9, 0.999);
        return new GanSpec(
                LATENT,
                new ImageShape(1, 4, 4),
                conditioning.usesClasses() ? 2 : 0,
                conditioning,
                0,
                generator(),
                encoder,
                LossSpec.EVIDENCE,
                regularizers,
                new TrainingSpec(8, adam, adam, 0.99));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void resumesExactly(boolean conditional) {
        assertResumesExactly(spec(conditional), DATA);
    }

    @Test
    void learnsStripesFromNoiseAndItsBoundFalls() {
        try (Trainer trainer = Trainer.of(spec(false), DATA, 3);
                GeneratorProbe probe = new GeneratorProbe(spec(false))) {
            double first = lastReport(trainer, 1).negativeElbo();
            assertEquals(16 * Math.log(2), first, 4, "sixteen pixels, each a fair coin");
            ElboReport last = lastReport(trainer, 600);
            // Two equally frequent kinds of stripes cannot be coded in less than ln 2 nats.
            assertTrue(last.negativeElbo() > Math.log(2) && last.negativeElbo() < 3, last::toString);
            PlayerWeights weights = trainer.newRenderedWeights();
            trainer.copyWeights(weights, true);
            probe.load(weights);
            float[] latents = new float[100 * LATENT];
            new org.ganvas.data.SeededRandomStream(1, org.ganvas.data.SeededRandomStream.Purpose.TEST, 0)
                    .fillGaussian(latents, 1);
            assertTrue(stripes(probe.generate(latents, new int[100])) > 80);
        }
    }

    /** How many of a hundred images are striped; 0 unless both kinds of stripes occur. */
    private static int stripes(float[] images) {
        int[] kinds = new int[2];
        for (int i = 0; i < 100; i++) {
            int sign = images[16 * i] > 0 ? 1 : -1;
            boolean striped = true;
            for (int p = 0; p < 16; p++) {
                striped &= images[16 * i + p] * sign * (p < 8 ? 1 : -1) > 0.5;
            }
            kinds[sign > 0 ? 0 : 1] += striped ? 1 : 0;
        }
        return Math.min(kinds[0], kinds[1]) == 0 ? 0 : kinds[0] + kinds[1];
    }

    @Test
    void pixelLogitsAreThoseOfTheGeneratedImage() {
        GanSpec spec = spec(true);
        try (Generator generator = new Generator(spec, 1, DataType.DOUBLE)) {
            float[] latents = {0.3f, -1.2f, 2, 0.1f};
            int[] labels = {1, 0};
            double[] generated = generator
                    .generate(latents, labels, ForwardContext.INFERENCE)
                    .toDoubles();
            Tensor rows = Tensor.of(latents, DataType.DOUBLE, 2, LATENT);
            double[] logits = generator
                    .pixelLogits(rows, labels, ForwardContext.INFERENCE)
                    .toDoubles();
            for (int i = 0; i < generated.length; i++) {
                assertEquals((1 + generated[i]) / 2, 1 / (1 + Math.exp(-logits[i])), 1e-12);
            }
        }
    }

    @Test
    void ratesChangeFromTheNextStepOn() {
        try (Trainer trainer = Trainer.of(spec(false), DATA, 1)) {
            GanSpec spec = trainer.spec();
            trainer.adjust(spec.withTraining(spec.training().withRates(1e-30, 1e-30)));
            float[] before = trainer.capture().arrays().get(0).values();
            steps(trainer, 2);
            assertArrayEquals(before, trainer.capture().arrays().get(0).values());
        }
    }

    @Test
    void stepFailsBeforeWeightsChangeWhenTheLossIsNotFinite() {
        try (Trainer trainer = Trainer.of(spec(false), DATA, 1)) {
            TrainerState state = trainer.capture();
            state.arrays().stream()
                    .filter(array -> array.name().equals("discriminator/4.dense/bias"))
                    .forEach(array -> array.values()[0] = Float.NaN);
            trainer.restore(state);
            assertThrows(DivergenceException.class, trainer::step);
            assertEquals(0, trainer.stepsTaken());
            assertArrayEquals(
                    state.arrays().get(0).values(),
                    trainer.capture().arrays().get(0).values());
        }
    }

    @Test
    void refusesSpecsThatContradictAnAutoencoder() {
        assertRefused("each latent dimension", () -> spec(Conditioning.NONE, 1, List.of()));
        assertRefused("rates no images", () -> spec(Conditioning.PROJECTION, 2 * LATENT, List.of()));
        assertRefused(
                "spectral normalisation",
                () -> spec(Conditioning.NONE, 2 * LATENT, List.of(new Regularizer.SpectralNorm())));
        GanSpec good = spec(false);
        assertRefused(
                "1 update of each", () -> good.withTraining(good.training().withUpdates(2, 1)));
    }

    private static void assertRefused(String reason, org.junit.jupiter.api.function.Executable build) {
        SpecException refused = assertThrows(SpecException.class, build);
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    private static ElboReport lastReport(Trainer trainer, int count) {
        return Objects.requireNonNull(steps(trainer, count).get(count - 1).elbo());
    }
}
