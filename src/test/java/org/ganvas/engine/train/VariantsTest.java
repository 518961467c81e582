package org.ganvas.engine.train;

import static org.ganvas.engine.train.TrainerTestSupport.assertSameState;
import static org.ganvas.engine.train.TrainerTestSupport.generator;
import static org.ganvas.engine.train.TrainerTestSupport.network;
import static org.ganvas.engine.train.TrainerTestSupport.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ganvas.data.Dataset;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.NormLayerSpec;
import org.ganvas.engine.spec.training.LearningRateSchedule;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.Regularizer.Where;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every loss, conditioning and regularizer trains all its weights, keeps its limits on them, and resumes exactly. */
class VariantsTest {

    private static final Dataset DATA = new StripesData(64, 4);
    private static final OptimizerSpec ADAM = OptimizerSpec.adam(2e-3, 0.5, 0.999);

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    /** All losses but the autoencoder's, which has tests of its own. */
    private static final List<LossSpec> ADVERSARIAL =
            Stream.of(LossSpec.values()).filter(loss -> !loss.encodes()).toList();

    /** A spec with the name of what it varies. */
    private record Variant(String name, GanSpec spec) {}

    private static Stream<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        for (LossSpec loss : ADVERSARIAL) {
            List<Regularizer> needed = loss.needsBoundedSlope() ? List.of(new Regularizer.WeightClip(0.1)) : List.of();
            variants.add(new Variant(loss.name(), spec(Conditioning.NONE, loss, needed)));
        }
        for (Conditioning conditioning : Conditioning.values()) {
            variants.add(new Variant(conditioning.name(), spec(conditioning, LossSpec.NON_SATURATING, List.of())));
        }
        for (Where where : Where.values()) {
            variants.add(regularized("penalty " + where, new Regularizer.GradientPenalty(where, 0.5, 1, 2)));
        }
        variants.add(regularized(
                "R1 and R2",
                new Regularizer.GradientPenalty(Where.REAL, 0.5, 0, 1),
                new Regularizer.GradientPenalty(Where.GENERATED, 0.5, 0, 1)));
        variants.add(regularized("spectral", new Regularizer.SpectralNorm()));
        variants.add(regularized("noise", new Regularizer.InstanceNoise(0.3, 10)));
        variants.add(regularized("packs", new Regularizer.Packing(2)));
        variants.add(regularized("smoothing", new Regularizer.LabelSmoothing(0.1)));
        variants.add(regularized("augmented", new Regularizer.Augmentation(true, true, true, 0.5, 0.6)));
        TrainingSpec many = new TrainingSpec(8, ADAM, OptimizerSpec.rmsProp(1e-3), 0.99, 3, 2, schedule());
        variants.add(new Variant(
                "several updates",
                spec(Conditioning.NONE, LossSpec.HINGE, List.of()).withTraining(many)));
        return variants.stream();
    }

    private static LearningRateSchedule schedule() {
        return new LearningRateSchedule(3, 6, 20, 0.1);
    }

    private static Variant regularized(String name, Regularizer... regularizers) {
        return new Variant(name, spec(Conditioning.NONE, LossSpec.NON_SATURATING, List.of(regularizers)));
    }

    private static GanSpec spec(Conditioning conditioning, LossSpec loss, List<Regularizer> regularizers) {
        NetworkSpec discriminator = network(
                new LayerSpec.Conv(4, 2, 2, 0, true),
                new NormLayerSpec.LayerNorm(1e-5),
                new LayerSpec.LeakyRelu(0.2),
                new LayerSpec.Dense(1));
        int classes = conditioning.usesClasses() ? 2 : 0;
        int codes = conditioning == Conditioning.INFORMATION ? 1 : 0;
        return new GanSpec(
                4,
                DATA.shape(),
                classes,
                conditioning,
                codes,
                generator(),
                discriminator,
                loss,
                regularizers,
                new TrainingSpec(8, ADAM, ADAM, 0.99));
    }

    @TestFactory
    Stream<DynamicTest> resumesExactlyAndTrainsEveryWeight() {
        return variants()
                .map(variant -> DynamicTest.dynamicTest(variant.name(), () -> {
                    try (GameTrainer whole = new GameTrainer(variant.spec(), DATA, 1);
                            GameTrainer half = new GameTrainer(variant.spec(), DATA, 1);
                            GameTrainer resumed = new GameTrainer(variant.spec(), DATA, 1)) {
                        TrainerState start = whole.capture();
                        finiteSteps(whole, 9);
                        finiteSteps(half, 4);
                        resumed.restore(half.capture());
                        finiteSteps(resumed, 5);
                        TrainerState end = whole.capture();
                        assertSameState(end, resumed.capture());
                        int trained = 0;
                        for (int i = 0; i < end.arrays().size(); i++) {
                            NamedArray array = end.arrays().get(i);
                            if (isTrained(array.name())) {
                                trained++;
                                assertFalse(
                                        Arrays.equals(start.arrays().get(i).values(), array.values()),
                                        array.name() + " did not change");
                            }
                        }
                        assertTrue(trained > 0);
                    }
                }));
    }

    /** All weights but the bias before a BatchNorm, which has no effect, and the last bias of a paired D, which cancels. */
    private static boolean isTrained(String name) {
        boolean weight = name.startsWith("generator/") || name.startsWith("discriminator/");
        boolean cancels = name.equals("generator/0.dense/bias") || name.equals("discriminator/3.dense/bias");
        return weight && !cancels && !name.contains("/adam/");
    }

    @Test
    void clippedWeightsStayWithinTheirLimit() {
        GanSpec spec = spec(Conditioning.NONE, LossSpec.WASSERSTEIN, List.of(new Regularizer.WeightClip(0.05)));
        try (GameTrainer trainer = new GameTrainer(spec, DATA, 1)) {
            finiteSteps(trainer, 3);
            int seen = 0;
            for (NamedArray array : trainer.capture().arrays()) {
                if (array.name().startsWith("discriminator/")
                        && !array.name().contains("/adam/")
                        && !array.name().contains("/clock/")) {
                    seen++;
                    for (float value : array.values()) {
                        assertTrue(Math.abs(value) <= 0.05f, array.name() + ": " + value);
                    }
                }
            }
            assertTrue(seen > 0);
        }
    }

    @Test
    void scheduleWarmsUpAndDecaysToItsShare() {
        LearningRateSchedule schedule = new LearningRateSchedule(4, 10, 20, 0.2);
        assertEquals(0.25, schedule.factor(1), 1e-12);
        assertEquals(1, schedule.factor(10), 1e-12);
        assertEquals(0.6, schedule.factor(15), 1e-12);
        assertEquals(0.2, schedule.factor(20_000), 1e-12);
        assertEquals(1, LearningRateSchedule.CONSTANT.factor(1_000_000), 0);
    }

    @Test
    void penaltiesAreReportedApartFromTheAdversarialLoss() {
        GanSpec plain = spec(Conditioning.NONE, LossSpec.NON_SATURATING, List.of());
        GanSpec penalised = spec(
                Conditioning.NONE,
                LossSpec.NON_SATURATING,
                List.of(new Regularizer.GradientPenalty(Where.REAL, 5, 0, 1)));
        try (GameTrainer without = new GameTrainer(plain, DATA, 1);
                GameTrainer with = new GameTrainer(penalised, DATA, 1)) {
            StepReport first = without.step();
            StepReport second = with.step();
            assertEquals(first.discriminatorLoss(), second.discriminatorLoss(), 1e-6);
            assertEquals(0, first.penalty());
            assertTrue(second.penalty() > 0);
        }
    }

    private static void finiteSteps(GameTrainer trainer, int count) {
        for (StepReport report : steps(trainer, count)) {
            assertTrue(Double.isFinite(report.discriminatorLoss() + report.generatorLoss()));
        }
    }
}
