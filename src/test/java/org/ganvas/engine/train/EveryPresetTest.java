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
import org.ganvas.engine.state.Evidence;
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
        try (Trainer trainer = Trainer.of(spec, data, 1)) {
            StepReport first = trainer.step();
            StepReport second = trainer.step();
            assertTrue(Double.isFinite(losses(first)), first::toString);
            assertTrue(Double.isFinite(losses(second)), second::toString);
            assertTrue(losses(first) != losses(second), second::toString);
        }
    }

    private static double losses(StepReport report) {
        Evidence evidence = report.evidence();
        return evidence == null ? report.discriminatorLoss() + report.generatorLoss() : evidence.negativeBound();
    }
}
