package org.ganvas.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;

/** Networks of 4x4 images and assertions that the tests of the trainers share. */
final class TrainerTestSupport {

    private TrainerTestSupport() {}

    static NetworkSpec network(LayerSpec... layers) {
        return new NetworkSpec(InitSpec.PYTORCH, List.of(layers));
    }

    /** A generator with running statistics. */
    static NetworkSpec generator() {
        return network(
                new LayerSpec.Dense(16),
                new LayerSpec.BatchNorm(1e-5, 0.1),
                new LayerSpec.LeakyRelu(0.2),
                new LayerSpec.Dense(16),
                new LayerSpec.Tanh());
    }

    static List<StepReport> steps(Trainer trainer, int count) {
        List<StepReport> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reports.add(trainer.step());
        }
        return reports;
    }

    /** Trains 25 steps in one go and with a capture and a restore in between. */
    static void assertResumesExactly(GanSpec spec, Dataset data) {
        try (Trainer whole = Trainer.of(spec, data, 1);
                Trainer half = Trainer.of(spec, data, 1);
                Trainer resumed = Trainer.of(spec, data, 1)) {
            steps(whole, 25);
            steps(half, 12);
            resumed.restore(half.capture());
            steps(resumed, 13);
            assertSameState(whole.capture(), resumed.capture());
        }
    }

    static void assertSameState(TrainerState expected, TrainerState actual) {
        assertEquals(expected.step(), actual.step());
        assertEquals(expected.arrays().size(), actual.arrays().size());
        for (int i = 0; i < expected.arrays().size(); i++) {
            NamedArray want = expected.arrays().get(i);
            NamedArray got = actual.arrays().get(i);
            assertEquals(want.name(), got.name());
            assertArrayEquals(want.values(), got.values(), want.name());
        }
    }
}
