package org.ganvas.engine.train;

import static org.ganvas.engine.train.TrainerTestSupport.assertResumesExactly;
import static org.ganvas.engine.train.TrainerTestSupport.network;
import static org.ganvas.engine.train.TrainerTestSupport.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.probe.AnomalyProbe;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.probe.EncoderProbe;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.EncodingSpecs;
import org.ganvas.engine.spec.Game;
import org.ganvas.engine.spec.GameValue;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.training.Regularizer.Where;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An encoder in the game (BiGAN): all losses, what moves, and that it comes back exactly. */
class JointEncodingTest {

    private static final Dataset DATA = new StripesData(200);
    private static final long SEED = 1;
    private static final int LATENTS = EncodingSpecs.LATENTS;
    private static final double RATE = 0.01;

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    /** Without anything that is different in training. */
    private static GanSpec spec(LossSpec loss, OptimizerSpec optimizer) {
        int size = DATA.shape().size();
        return new GanSpec(
                        LATENTS,
                        DATA.shape(),
                        0,
                        Conditioning.NONE,
                        network(
                                new LayerSpec.Dense(16),
                                new LayerSpec.LeakyRelu(0.2),
                                new LayerSpec.Dense(size),
                                new LayerSpec.Tanh()),
                        network(new LayerSpec.Dense(16), new LayerSpec.LeakyRelu(0.2), new LayerSpec.Dense(1)),
                        loss,
                        new TrainingSpec(8, optimizer, optimizer, 0.9))
                .withGame(new EncodingSpec(
                        EncodingSpecs.encoder(LATENTS), optimizer, 0.5, 0, new DomainSpec.Whole(), true));
    }

    private static GanSpec adam() {
        return spec(LossSpec.NON_SATURATING, OptimizerSpec.adam(2e-3, 0.5, 0.999));
    }

    /** A state whose arrays of some players are those of another one. */
    private static TrainerState mixed(TrainerState one, TrainerState other, Set<String> ofOther) {
        List<NamedArray> arrays = new ArrayList<>();
        for (NamedArray array : one.arrays()) {
            boolean others = ofOther.stream().anyMatch(player -> array.name().startsWith(TrainerState.prefix(player)));
            arrays.add(
                    others ? new NamedArray(array.name(), array.shape(), StateValues.of(other, array.name())) : array);
        }
        return new TrainerState(one.step(), arrays);
    }

    /** D's logits of the pairs of a step: real images with the encoder's latents, generated ones with their own. */
    private record Pairs(float[] real, float[] fake) {}

    private static Pairs pairs(GanSpec spec, TrainerState state, int step) {
        int count = spec.training().batch();
        int size = DATA.shape().size();
        int[] indices = new BatchSampler(SEED, DATA.size()).indices(step - 1, count);
        float[] images = new float[count * size];
        for (int i = 0; i < count; i++) {
            DATA.copyImage(indices[i], images, i * size);
        }
        float[] latents = new float[count * LATENTS];
        spec.game().prior().fill(new SeededRandomStream(SEED, Purpose.TRAINING_LATENT, step), latents);
        try (EncoderProbe encoder = new EncoderProbe(spec);
                GeneratorProbe generator = new GeneratorProbe(spec);
                DiscriminatorProbe discriminator = new DiscriminatorProbe(spec)) {
            encoder.load(state);
            generator.load(state, false);
            discriminator.load(state);
            return new Pairs(
                    discriminator.logits(images, new int[count], encoder.encode(images)),
                    discriminator.logits(generator.generate(latents, new int[count]), new int[count], latents));
        }
    }

    private static double softplus(float[] logits, int sign) {
        double sum = 0;
        for (float logit : logits) {
            sum += Math.log1p(Math.exp(sign * logit));
        }
        return sum / logits.length;
    }

    @Test
    void lossesOfAllThreeAreThoseOfADirectComputation() {
        GanSpec spec = adam();
        try (GameTrainer trainer = new GameTrainer(spec, DATA, SEED)) {
            steps(trainer, 6);
            TrainerState before = trainer.capture();
            StepReport report = trainer.step();
            Pairs first = pairs(spec, before, 7);
            assertEquals(softplus(first.real(), -1) + softplus(first.fake(), 1), report.discriminatorLoss(), 1e-5);
            Pairs second = pairs(spec, mixed(before, trainer.capture(), Set.of("discriminator")), 7);
            assertEquals(softplus(second.fake(), -1), report.generatorLoss(), 1e-5);
            assertEquals(softplus(second.real(), 1), report.objectives().get(EncodingSpec.ADVERSARIAL), 1e-5);
            assertEquals(Set.of(EncodingSpec.ADVERSARIAL), report.objectives().keySet());
        }
    }

    @Test
    void theEncoderMovesAgainstTheSlopeOfItsLoss() {
        GanSpec spec = spec(LossSpec.NON_SATURATING, OptimizerSpec.sgd(RATE, 0));
        try (GameTrainer trainer = new GameTrainer(spec, DATA, SEED)) {
            steps(trainer, 6);
            TrainerState before = trainer.capture();
            trainer.step();
            TrainerState after = trainer.capture();
            TrainerState during = mixed(before, after, Set.of("discriminator"));
            String name = "encoder/2.dense/weight";
            for (int at : new int[] {0, 5, 13}) {
                double moved = StateValues.of(after, name)[at] - StateValues.of(before, name)[at];
                double slope = (loss(spec, during, name, at, 0.01f) - loss(spec, during, name, at, -0.01f)) / 0.02;
                assertEquals(-RATE * slope, moved, 2e-2 * Math.abs(RATE * slope) + 1e-6, name + at);
            }
        }
    }

    private static double loss(GanSpec spec, TrainerState state, String name, int at, float by) {
        List<NamedArray> arrays = new ArrayList<>();
        for (NamedArray array : state.arrays()) {
            float[] values = array.values().clone();
            if (array.name().equals(name)) {
                values[at] += by;
            }
            arrays.add(new NamedArray(array.name(), array.shape(), values));
        }
        return softplus(pairs(spec, new TrainerState(state.step(), arrays), 7).real(), 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = LossSpec.class,
            names = {"NON_SATURATING", "MINIMAX", "LEAST_SQUARES", "LEAST_SQUARES_PEARSON", "HINGE"})
    void resumesExactly(LossSpec loss) {
        GanSpec spec = spec(loss, OptimizerSpec.adam(2e-3, 0.5, 0.999));
        GanSpec penalised = spec.with(new GradientPenalty(Where.REAL, 0.5, 0, 2))
                .with(new GradientPenalty(Where.GENERATED, 0.5, 0, 1));
        assertResumesExactly(penalised.withTraining(spec.training().withUpdates(2, 2)), DATA);
    }

    @Test
    void theEncoderLearnsToUndoTheGenerator() {
        GanSpec spec = adam().with(new GradientPenalty(Where.REAL, 1, 0, 1));
        try (GameTrainer trainer = new GameTrainer(spec, DATA, SEED)) {
            steps(trainer, 10);
            double first = undone(spec, trainer.capture());
            steps(trainer, 2000);
            double last = undone(spec, trainer.capture());
            assertTrue(last < first / 4, first + " fell to " + last);
        }
    }

    private static double undone(GanSpec spec, TrainerState state) {
        float[] images = new float[2 * DATA.shape().size()];
        DATA.copyImage(0, images, 0);
        DATA.copyImage(1, images, DATA.shape().size());
        try (AnomalyProbe probe = new AnomalyProbe(spec, state)) {
            AnomalyProbe.Residuals residuals = probe.residuals(images);
            assertTrue(Arrays.stream(residuals.scores()).allMatch(Double::isFinite));
            return Arrays.stream(residuals.pixelResiduals()).average().orElseThrow();
        }
    }

    @Test
    void theDiscriminatorTakesTheLatentOnceOrInEveryPixel() {
        GanSpec rows = adam();
        assertEquals(LayerShape.row(DATA.shape().size() + LATENTS), rows.discriminatorInput());
        GanSpec light = PresetRegistry.get("dcgan-light").spec();
        GanSpec planes = light.withGame(EncodingSpecs.joint(light.latentDim()));
        assertEquals(new LayerShape(1 + light.latentDim(), 28, 28), planes.discriminatorInput());
        Game game = Game.of(rows);
        assertEquals(
                List.of("join(x, encoder(x))", "join(generator(z), z)"),
                game.updates().get(0).minimises().get(0).values().stream()
                        .map(GameValue::toString)
                        .toList());
        assertEquals(
                new GameValue.Joined(GameValue.of("generator(z)"), GameValue.LATENTS),
                GameValue.of("join(generator(z), z)"));
        assertEquals(List.of("generator", "encoder"), game.updates().get(1).trains());
    }

    @Test
    void whatAnEncoderInTheGameCannotGoWithIsRefused() {
        GanSpec spec = adam();
        assertRefused("relativistic", () -> spec(LossSpec.RELATIVISTIC, OptimizerSpec.sgd(1e-3, 0)));
        assertRefused("relativistic", () -> spec(LossSpec.FEATURE_MATCHING, OptimizerSpec.sgd(1e-3, 0)));
        assertRefused("gradient penalty", () -> spec.with(new GradientPenalty(Where.BETWEEN, 10, 1, 1)));
        assertRefused("gradient penalty", () -> spec.with(new GradientPenalty(Where.NEAR_REAL, 10, 1, 1)));
        EncodingSpec game = (EncodingSpec) spec.game();
        assertRefused(
                "first step",
                () -> new EncodingSpec(game.encoder(), game.encoderOptimizer(), 0.5, 3, new DomainSpec.Whole(), true));
    }

    private static void assertRefused(String part, Runnable attempt) {
        SpecException refused = assertThrows(SpecException.class, attempt::run);
        assertTrue(String.valueOf(refused.getMessage()).contains(part), refused.getMessage());
    }

    @Test
    void aFileWithoutTheChoiceHasTheEncoderBesideTheGame() {
        GanSpec spec = adam();
        String json = new String(GanSpecJson.write(spec), StandardCharsets.UTF_8);
        assertEquals(spec, GanSpecJson.read(json.getBytes(StandardCharsets.UTF_8), GanSpec.class));
        String old = json.replaceAll(",\\s*\"joint\"\\s*:\\s*true", "");
        assertTrue(old.length() < json.length());
        GanSpec beside = GanSpecJson.read(old.getBytes(StandardCharsets.UTF_8), GanSpec.class);
        assertFalse(EncodingSpec.isJoint(beside.game()));
        assertEquals(LayerShape.of(DATA.shape()), beside.discriminatorInput());
    }
}
