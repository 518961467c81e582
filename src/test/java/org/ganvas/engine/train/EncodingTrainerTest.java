package org.ganvas.engine.train;

import static org.ganvas.engine.train.TrainerTestSupport.assertResumesExactly;
import static org.ganvas.engine.train.TrainerTestSupport.steps;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.probe.AnomalyProbe;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.EncodingSpecs;
import org.ganvas.engine.spec.Game;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.engine.spec.GenerationSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoder beside a game: its losses, that it moves alone, and that it comes back exactly. */
class EncodingTrainerTest {

    private static final Dataset DATA = new StripesData(200);
    private static final GanSpec SPEC = EncodingSpecs.of(DATA.shape());
    private static final long SEED = 1;
    private static final double RATE = 0.01;

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @Test
    void generatorAndDiscriminatorAreToTheBitAsWithoutAnEncoder() {
        try (GameTrainer with = new GameTrainer(SPEC, DATA, SEED);
                GameTrainer without = new GameTrainer(SPEC.withGame(new GenerationSpec()), DATA, SEED)) {
            List<StepReport> beside = steps(with, 12);
            List<StepReport> alone = steps(without, 12);
            for (int i = 0; i < beside.size(); i++) {
                assertEquals(alone.get(i).discriminatorLoss(), beside.get(i).discriminatorLoss());
                assertEquals(alone.get(i).generatorLoss(), beside.get(i).generatorLoss());
            }
            TrainerState state = with.capture();
            for (NamedArray array : without.capture().arrays()) {
                assertArrayEquals(array.values(), StateValues.of(state, array.name()), array.name());
            }
        }
    }

    /** The last update of a step is the encoder's, so G and D are then as after the step, and E as before it. */
    private static TrainerState duringEncoderUpdate(TrainerState before, TrainerState after) {
        List<NamedArray> arrays = new ArrayList<>();
        for (NamedArray array : after.arrays()) {
            boolean encoders = array.name().startsWith(TrainerState.prefix(EncodingSpec.encoderName()));
            arrays.add(
                    encoders
                            ? new NamedArray(array.name(), array.shape(), StateValues.of(before, array.name()))
                            : array);
        }
        return new TrainerState(after.step(), arrays);
    }

    private static float[] batch(int step) {
        int size = DATA.shape().size();
        int[] indices = new BatchSampler(SEED, DATA.size())
                .indices(step - 1, SPEC.training().batch());
        float[] images = new float[indices.length * size];
        for (int i = 0; i < indices.length; i++) {
            DATA.copyImage(indices[i], images, i * size);
        }
        return images;
    }

    @Test
    void lossesAreThoseOfADirectComputation() {
        try (GameTrainer trainer = new GameTrainer(SPEC, DATA, SEED)) {
            steps(trainer, 6);
            TrainerState before = trainer.capture();
            StepReport report = trainer.step();
            try (AnomalyProbe probe = new AnomalyProbe(SPEC, duringEncoderUpdate(before, trainer.capture()))) {
                AnomalyProbe.Residuals direct = probe.residuals(batch(7));
                assertEquals(mean(direct.pixelResiduals()), report.objectives().get(EncodingSpec.RESIDUAL), 1e-5);
                assertEquals(
                        mean(direct.featureResiduals()), report.objectives().get(EncodingSpec.FEATURE_RESIDUAL), 1e-5);
                for (int i = 0; i < direct.scores().length; i++) {
                    assertEquals(
                            direct.pixelResiduals()[i] + 0.5 * direct.featureResiduals()[i], direct.scores()[i], 1e-12);
                }
            }
        }
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    @Test
    void theEncoderMovesAgainstTheSlopeOfItsLoss() {
        GanSpec spec = SPEC.withGame(EncodingSpecs.game(OptimizerSpec.sgd(RATE, 0)));
        try (GameTrainer trainer = new GameTrainer(spec, DATA, SEED)) {
            steps(trainer, 6);
            TrainerState before = trainer.capture();
            trainer.step();
            TrainerState after = trainer.capture();
            TrainerState during = duringEncoderUpdate(before, after);
            String name = "encoder/2.dense/weight";
            for (int at : new int[] {0, 5, 13}) {
                double moved = StateValues.of(after, name)[at] - StateValues.of(before, name)[at];
                double step = 0.003;
                double slope = (loss(spec, changed(during, name, at, step), 7)
                                - loss(spec, changed(during, name, at, -step), 7))
                        / (2 * step);
                assertEquals(-RATE * slope, moved, 2e-2 * Math.abs(RATE * slope) + 1e-6, name + at);
            }
        }
    }

    private static double loss(GanSpec spec, TrainerState state, int step) {
        try (AnomalyProbe probe = new AnomalyProbe(spec, state)) {
            return mean(probe.residuals(batch(step)).scores());
        }
    }

    private static TrainerState changed(TrainerState state, String name, int at, double by) {
        return new TrainerState(
                state.step(),
                state.arrays().stream()
                        .map(array -> {
                            float[] values = array.values().clone();
                            if (array.name().equals(name)) {
                                values[at] += (float) by;
                            }
                            return new NamedArray(array.name(), array.shape(), values);
                        })
                        .toList());
    }

    @Test
    void resumesExactly() {
        assertResumesExactly(SPEC, DATA);
    }

    @Test
    void latentsAreFoundOfWhatGMakes() {
        try (GameTrainer trainer = new GameTrainer(SPEC, DATA, SEED)) {
            double first = steps(trainer, 10).get(9).objectives().get(EncodingSpec.RESIDUAL);
            steps(trainer, 600);
            double last = trainer.step().objectives().get(EncodingSpec.RESIDUAL);
            assertTrue(last < first / 4, first + " fell to " + last);
        }
    }

    @Test
    void theEncoderRestsUntilItsFirstStep() {
        EncodingSpec game = (EncodingSpec) SPEC.game();
        GanSpec late = SPEC.withGame(
                new EncodingSpec(game.encoder(), game.encoderOptimizer(), 0.5, 3, new DomainSpec.Whole()));
        try (GameTrainer trainer = new GameTrainer(late, DATA, SEED)) {
            float[] weights = StateValues.of(trainer.capture(), "encoder/0.dense/weight");
            for (StepReport report : steps(trainer, 3)) {
                assertTrue(report.objectives().isEmpty());
                assertTrue(report.finite());
            }
            assertArrayEquals(weights, StateValues.of(trainer.capture(), "encoder/0.dense/weight"));
            assertFalse(trainer.step().objectives().isEmpty());
            assertFalse(java.util.Arrays.equals(weights, StateValues.of(trainer.capture(), "encoder/0.dense/weight")));
        }
    }

    @Test
    void withoutFeaturesThePixelsAreTheWholeLoss() {
        EncodingSpec game = (EncodingSpec) SPEC.game();
        GanSpec pixels =
                SPEC.withGame(new EncodingSpec(game.encoder(), game.encoderOptimizer(), 0, 0, new DomainSpec.Whole()));
        try (GameTrainer trainer = new GameTrainer(pixels, DATA, SEED)) {
            assertEquals(
                    java.util.Set.of(EncodingSpec.RESIDUAL),
                    trainer.step().objectives().keySet());
        }
    }

    @Test
    void whatAnEncoderCannotGoWithIsRefused() {
        EncodingSpec game = (EncodingSpec) SPEC.game();
        assertThrows(
                SpecException.class,
                () -> SPEC.withGame(new EncodingSpec(
                        EncodingSpecs.encoder(5), game.encoderOptimizer(), 1, 0, new DomainSpec.Whole())));
        assertThrows(SpecException.class, () -> SPEC.with(new Regularizer.Packing(2)));
        GanSpec labelled = new GanSpec(
                EncodingSpecs.LATENTS,
                DATA.shape(),
                2,
                Conditioning.CONCATENATION,
                SPEC.generator(),
                SPEC.discriminator(),
                SPEC.loss(),
                SPEC.training());
        assertThrows(SpecException.class, () -> labelled.withGame(game));
        assertThrows(
                SpecException.class,
                () -> EncodingSpecs.of(DATA.shape()).withGame(game.withNormal(new DomainSpec.Partner())));
        GanSpec ninth = SPEC.withGame(game.withNormal(new DomainSpec.OfClass(9)));
        assertThrows(SpecException.class, () -> new GameTrainer(ninth, DATA, SEED));
    }

    @Test
    void aFileMayLeaveOutWhatHasAUsualValue() {
        String json = new String(GanSpecJson.write(SPEC), StandardCharsets.UTF_8);
        assertEquals(SPEC, GanSpecJson.read(json.getBytes(StandardCharsets.UTF_8), GanSpec.class));
        String shorter = json.replaceAll(",\\s*\"encoderFeatureWeight\"\\s*:[^}]*\"normal\"\\s*:\\s*\\{[^}]*}", "");
        assertTrue(shorter.length() < json.length());
        GanSpec read = GanSpecJson.read(shorter.getBytes(StandardCharsets.UTF_8), GanSpec.class);
        EncodingSpec game = (EncodingSpec) read.game();
        assertEquals(
                List.of(1.0, 0L, new DomainSpec.Whole()),
                List.of(game.encoderFeatureWeight(), game.encoderFrom(), game.normal()));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    void theEncoderIsAPlayerWithItsParameters(int side) {
        GanSpec spec = EncodingSpecs.of(new ImageShape(1, side, side));
        assertEquals(
                side * side * 16 + 16 + 16 * 4 + 4,
                Game.of(spec).player(EncodingSpec.encoderName()).parameters());
    }
}
