package org.ganvas.engine.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.ganvas.data.DataPair;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.ElboReport;
import org.ganvas.engine.state.StepReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every preset of the program trains on built-in data, with a small batch so that the suite stays fast. */
class EveryPresetTest {

    private static final int BATCH = 4;

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @TestFactory
    Stream<DynamicTest> takesASecondStepThatDiffersFromTheFirst() {
        return PresetRegistry.all().stream().map(preset -> DynamicTest.dynamicTest(preset.id(), () -> check(preset)));
    }

    private static void check(Preset preset) throws Exception {
        GanSpec spec = preset.spec().withTraining(preset.spec().training().withBatch(BATCH));
        Dataset data = DatasetRegistry.open(data(preset), spec.image(), ProgressListener.NONE);
        try (Trainer trainer = Trainer.of(spec, data, 1)) {
            StepReport first = trainer.step();
            StepReport second = trainer.step();
            assertTrue(Double.isFinite(losses(first)), first::toString);
            assertTrue(Double.isFinite(losses(second)), second::toString);
            assertTrue(losses(first) != losses(second), second::toString);
        }
    }

    private static String data(Preset preset) {
        if (preset.id().startsWith("emoji")) {
            boolean paired = preset.id().equals("emoji");
            return DataPair.of(DatasetEntry.DOODLES, DatasetEntry.OUTLINES, paired)
                    .id();
        }
        return preset.spec().image().isPoint() ? "builtin:ring" : DatasetEntry.DOODLES;
    }

    private static double losses(StepReport report) {
        ElboReport evidence = report.elbo();
        if (evidence != null) {
            return evidence.negativeElbo();
        }
        double others = report.objectives().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        // Before the adversarial term counts, D rests.
        return others > 0 && Double.isNaN(report.generatorLoss())
                ? others
                : report.discriminatorLoss() + report.generatorLoss() + others;
    }
}
