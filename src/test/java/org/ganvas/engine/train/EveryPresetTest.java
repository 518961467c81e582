package org.ganvas.engine.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.ganvas.data.Dataset;
import org.ganvas.data.Datasets;
import org.ganvas.data.Progress;
import org.ganvas.engine.Engine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Preset;
import org.ganvas.engine.spec.Presets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every preset of the program trains on built-in data, with a small batch so that the suite stays fast. */
class EveryPresetTest {

    private static final int BATCH = 4;

    @BeforeAll
    static void startEngine() {
        Engine.start();
    }

    @TestFactory
    Stream<DynamicTest> takesASecondStepThatDiffersFromTheFirst() {
        return Presets.all().stream().map(preset -> DynamicTest.dynamicTest(preset.id(), () -> check(preset)));
    }

    private static void check(Preset preset) throws Exception {
        GanSpec spec = preset.spec().withTraining(preset.spec().training().withBatch(BATCH));
        Dataset data =
                Datasets.open(spec.image().isPoint() ? "builtin:ring" : Datasets.DOODLES, spec.image(), Progress.NONE);
        try (GanTrainer trainer = new GanTrainer(spec, data, 1)) {
            StepReport first = trainer.step();
            StepReport second = trainer.step();
            assertTrue(Double.isFinite(first.discriminatorLoss() + first.generatorLoss()), first::toString);
            assertTrue(Double.isFinite(second.discriminatorLoss() + second.generatorLoss()), second::toString);
            assertTrue(first.discriminatorLoss() != second.discriminatorLoss(), second::toString);
        }
    }
}
