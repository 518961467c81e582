package org.ganvas.engine.train;

import static org.ganvas.engine.train.TrainerTestSupport.assertResumesExactly;
import static org.ganvas.engine.train.TrainerTestSupport.assertSameState;
import static org.ganvas.engine.train.TrainerTestSupport.generator;
import static org.ganvas.engine.train.TrainerTestSupport.network;
import static org.ganvas.engine.train.TrainerTestSupport.steps;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.Generator;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

class GameTrainerTest {

    private static final Dataset DATA = new StripesData(200);

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    /** A spec with everything that has state of its own: BatchNorm, dropout, labels, averaged weights. */
    private static GanSpec spec(boolean conditional) {
        NetworkSpec discriminator = network(
                new LayerSpec.Dense(16),
                new LayerSpec.LeakyRelu(0.2),
                new LayerSpec.Dropout(0.3),
                new LayerSpec.Dense(1));
        OptimizerSpec adam = OptimizerSpec.adam(2e-3, 0.5, 0.999);
        return new GanSpec(
                4,
                DATA.shape(),
                conditional ? 2 : 0,
                conditional ? Conditioning.PROJECTION : Conditioning.NONE,
                generator(),
                discriminator,
                LossSpec.NON_SATURATING,
                new TrainingSpec(8, adam, adam, 0.99));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sameSeedGivesSameLossesAndAnotherSeedDoesNot(boolean conditional) {
        List<StepReport> first = train(spec(conditional), 1, 30);
        assertEquals(first, train(spec(conditional), 1, 30));
        assertNotEquals(first, train(spec(conditional), 2, 30));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void resumesExactly(boolean conditional) {
        assertResumesExactly(spec(conditional), DATA);
    }

    @Test
    void captureIsACopy() {
        try (GameTrainer trainer = new GameTrainer(spec(true), DATA, 1)) {
            TrainerState before = trainer.capture();
            float[] weights = before.arrays().get(0).values().clone();
            steps(trainer, 3);
            assertArrayEquals(weights, before.arrays().get(0).values());
            assertNotEquals(
                    0,
                    before.arrays().get(0).values()[0]
                            - trainer.capture().arrays().get(0).values()[0]);
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizerSpec.Kind.class)
    void partsOfAStateForInferenceHoldNoOptimizer(OptimizerSpec.Kind kind) {
        OptimizerSpec optimizer = new OptimizerSpec(kind, 2e-3, 0.5, 0.99, 1e-8);
        GanSpec spec = spec(true).withTraining(new TrainingSpec(8, optimizer, optimizer, 0.99));
        try (GameTrainer trainer = new GameTrainer(spec, DATA, 1);
                Generator generator = new Generator(spec, 1, DataType.FLOAT);
                Discriminator discriminator = new Discriminator(spec, 1, DataType.FLOAT)) {
            steps(trainer, 1);
            TrainerState state = trainer.capture();
            long ofG = floats(generator.parameters()) + floats(generator.statistics());
            long ofD = floats(discriminator.parameters()) + floats(discriminator.statistics());
            long ofOptimizers =
                    kind.stateNames().size() * (floats(generator.parameters()) + floats(discriminator.parameters()));
            long ofClocks = 2L
                    * (generator.parameters().size()
                            + discriminator.parameters().size());
            long ofCounters = 3 * 2;
            assertEquals(2 * ofG + ofD + ofOptimizers + ofClocks + ofCounters, floats(state));
            assertEquals(2 * ofG + ofD, floats(state.weights()), "both networks and G's average");
            assertEquals(2 * ofG, floats(state.generatorWeights()), "G and its average");
            assertEquals(state.step(), state.generatorWeights().step());
        }
    }

    private static long floats(TrainerState state) {
        return state.arrays().stream().mapToLong(array -> array.values().length).sum();
    }

    private static long floats(List<NamedTensor> variables) {
        return variables.stream()
                .mapToLong(variable -> variable.tensor().length())
                .sum();
    }

    @Test
    void refusesAStateOfOtherNetworks() {
        try (GameTrainer trainer = new GameTrainer(spec(true), DATA, 1);
                GameTrainer other = new GameTrainer(spec(false), DATA, 1)) {
            SpecException refused = assertThrows(SpecException.class, () -> trainer.restore(other.capture()));
            assertTrue(refused.getMessage().contains("generator/0.dense/weight"), refused.getMessage());
        }
    }

    @Test
    void refusesDataThatDoesNotFit() {
        GanSpec spec = spec(true);
        SpecException refused =
                assertThrows(SpecException.class, () -> new GameTrainer(spec, new StripesData(10, 6), 1));
        assertTrue(refused.getMessage().contains("4x4 grey"), refused.getMessage());
        assertTrue(refused.getMessage().contains("6x6 grey"), refused.getMessage());
        GanSpec threeClasses = new GanSpec(
                spec.latentDim(),
                spec.image(),
                3,
                spec.conditioning(),
                spec.generator(),
                spec.discriminator(),
                spec.loss(),
                spec.training());
        assertThrows(SpecException.class, () -> new GameTrainer(threeClasses, DATA, 1));
    }

    @Test
    void stepFailsBeforeWeightsChangeWhenALossIsNotFinite() {
        try (GameTrainer trainer = new GameTrainer(spec(false), DATA, 1)) {
            TrainerState state = trainer.capture();
            state.arrays().stream()
                    .filter(array -> array.name().equals("discriminator/0.dense/weight"))
                    .forEach(array -> array.values()[0] = Float.NaN);
            trainer.restore(state);
            DivergenceException stopped = assertThrows(DivergenceException.class, trainer::step);
            assertTrue(stopped.getMessage().contains("step 1"), stopped.getMessage());
            assertEquals(0, trainer.stepsTaken());
            assertSameState(withoutStatistics(state), withoutStatistics(trainer.capture()));
        }
    }

    /** Running statistics change in every forward pass, also in that of a step that fails. */
    private static TrainerState withoutStatistics(TrainerState state) {
        return new TrainerState(
                state.step(),
                state.arrays().stream()
                        .filter(array -> !array.name().matches("generator/.*/(mean|variance)"))
                        .toList());
    }

    @Test
    void learnsWhichStripeBelongsToWhichClass() {
        try (GameTrainer trainer = new GameTrainer(spec(true), DATA, 3);
                GeneratorProbe probe = new GeneratorProbe(spec(true))) {
            steps(trainer, 800);
            PlayerWeights weights = trainer.newRenderedWeights();
            trainer.copyWeights(weights, true);
            probe.load(weights);
            float[] images = probe.generate(new float[2 * 4], new int[] {0, 1});
            for (int i = 0; i < 16; i++) {
                assertEquals(i / 4 < 2 ? 1 : -1, images[i], 0.5, "class 0, pixel " + i);
                assertEquals(i / 4 < 2 ? -1 : 1, images[16 + i], 0.5, "class 1, pixel " + i);
            }
        }
    }

    @Test
    void ratesChangeFromTheNextStepOn() {
        try (GameTrainer trainer = new GameTrainer(spec(false), DATA, 1)) {
            GanSpec spec = trainer.spec();
            trainer.adjust(spec.withTraining(spec.training().withRates(1e-30, 1e-30)));
            float[] before = trainer.capture().arrays().get(0).values();
            steps(trainer, 2);
            assertArrayEquals(before, trainer.capture().arrays().get(0).values());
            assertEquals(1e-30, trainer.spec().training().generatorOptimizer().learningRate());
        }
    }

    @Test
    void reportsTheUpdateRatioOfEachNetwork() {
        try (GameTrainer trainer = new GameTrainer(spec(false), DATA, 1)) {
            trainer.step();
            TrainerState before = trainer.capture();
            StepReport report = trainer.step();
            TrainerState after = trainer.capture();
            assertEquals(
                    ratio(before, after, "discriminator/"),
                    report.discriminatorUpdate().updateRatio(),
                    1e-5);
            assertEquals(
                    ratio(before, after, "generator/"), report.generatorUpdate().updateRatio(), 1e-5);
            assertTrue(report.generatorUpdate().gradientNorm() > 0);
            assertEquals(2e-3, report.generatorUpdate().learningRate(), 1e-12);
        }
    }

    /** The update ratio over weights alone, because the optimizer leaves running statistics as they are. */
    private static double ratio(TrainerState before, TrainerState after, String network) {
        double moved = 0;
        double size = 0;
        for (int i = 0; i < before.arrays().size(); i++) {
            NamedArray array = before.arrays().get(i);
            boolean weights = array.name().matches(network + "\\d+\\.[^/]*/(weight|bias|gamma|beta|scale|shift)");
            for (int k = 0; weights && k < array.values().length; k++) {
                double w = array.values()[k];
                double d = after.arrays().get(i).values()[k] - w;
                moved += d * d;
                size += w * w;
            }
        }
        return Math.sqrt(moved / size);
    }

    @Test
    void temporariesDoNotGrow() {
        try (GameTrainer trainer = new GameTrainer(spec(true), DATA, 1)) {
            steps(trainer, 3);
            long bytes = trainer.temporaryBytes();
            assertTrue(bytes > 0);
            steps(trainer, 200);
            assertEquals(bytes, trainer.temporaryBytes());
        }
    }

    private static List<StepReport> train(GanSpec spec, long seed, int steps) {
        try (GameTrainer trainer = new GameTrainer(spec, DATA, seed)) {
            return steps(trainer, steps);
        }
    }
}
