package org.ganvas.engine.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.engine.train.GameTrainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The estimate covers the memory of a real step without being far above it. */
class MemoryEstimateTest {

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minute", "mlp-b", "mlp-bn", "dcgan-light", "stylegan", "stylegan1"})
    void coversTheTemporariesOfAStep(String preset) {
        GanSpec spec = PresetRegistry.get(preset).spec();
        try (GameTrainer trainer = new GameTrainer(spec, new GreyDataset(spec), 1)) {
            trainer.step();
            trainer.step();
            double estimated = MemoryEstimate.of(spec).stepBytes();
            double taken = trainer.temporaryBytes();
            assertTrue(taken <= estimated, "estimated %.1f MB, taken %.1f MB".formatted(estimated / 1e6, taken / 1e6));
            assertTrue(
                    taken >= estimated / 4, "estimated %.1f MB, taken %.1f MB".formatted(estimated / 1e6, taken / 1e6));
        }
    }

    @Test
    void refusesWithBothFigures() {
        MemoryEstimate estimate = new MemoryEstimate(3_000_000_000L, 1_500_000_000L);
        estimate.requireWithin(4_500_000_000L);
        assertEquals(
                "These networks would need about 4.5 GB of memory at this batch size, and this machine can give them 900 MB; make them narrower or the batch smaller.",
                assertThrows(SpecException.class, () -> estimate.requireWithin(900_000_000L))
                        .getMessage());
    }

    @Test
    void hugeNetworksAreRefusedBeforeTheyAreBuilt() {
        NetworkSpec generator = new NetworkSpec(
                InitSpec.PYTORCH,
                List.of(new LayerSpec.Dense(2_000_000), new LayerSpec.Dense(784), new LayerSpec.Tanh()));
        NetworkSpec discriminator =
                new NetworkSpec(InitSpec.PYTORCH, List.of(new LayerSpec.Dense(1_500_000_000), new LayerSpec.Dense(1)));
        OptimizerSpec adam = OptimizerSpec.adam(1e-3, 0.5, 0.999);
        GanSpec spec = new GanSpec(
                100,
                new ImageShape(1, 28, 28),
                0,
                Conditioning.NONE,
                generator,
                discriminator,
                LossSpec.NON_SATURATING,
                new TrainingSpec(64, adam, adam, 0));
        Dataset data = new GreyDataset(spec);
        String message = assertThrows(SpecException.class, () -> new GameTrainer(spec, data, 1))
                .getMessage();
        assertTrue(message.contains("GB of memory"), message);
    }

    /** Images of one grey, for any spec. */
    private record GreyDataset(GanSpec spec) implements Dataset {
        @Override
        public DatasetInfo info() {
            return new DatasetInfo(
                    "test:grey",
                    "Grey",
                    spec.image(),
                    java.util.stream.IntStream.range(0, spec.classes())
                            .mapToObj(String::valueOf)
                            .toList());
        }

        @Override
        public int size() {
            return 256;
        }

        @Override
        public void copyImage(int index, float[] target, int offset) {
            java.util.Arrays.fill(target, offset, offset + shape().size(), index / 256f);
        }

        @Override
        public int label(int index) {
            return spec.classes() == 0 ? 0 : index % spec.classes();
        }
    }
}
