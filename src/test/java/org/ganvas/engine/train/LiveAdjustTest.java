package org.ganvas.engine.train;

import static org.ganvas.engine.train.TrainerTestSupport.steps;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.state.TrainerState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiveAdjustTest {

    private static final GanSpec RING = PresetRegistry.get("ring").spec();
    private static Dataset data;

    @BeforeAll
    static void open() throws Exception {
        NativeEngine.start();
        data = DatasetRegistry.open("builtin:ring", ProgressListener.NONE);
    }

    static List<GanSpec> changes() {
        return List.of(
                RING.withTraining(RING.training().withRates(1e-4, 5e-3)),
                RING.withTraining(RING.training().withUpdates(3, 2)),
                RING.with(new Regularizer.GradientPenalty(Regularizer.Where.REAL, 0.5, 0, 1)),
                RING.with(new Regularizer.InstanceNoise(0.2, 0)),
                RING.with(new Regularizer.LabelSmoothing(0.1)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void adjustedRunTrainsAsIfSavedAndOpenedWithTheChangedSpec(GanSpec changed) {
        try (GameTrainer live = new GameTrainer(RING, data, 1);
                GameTrainer opened = new GameTrainer(changed, data, 1);
                GameTrainer untouched = new GameTrainer(RING, data, 1)) {
            steps(live, 7);
            opened.restore(live.capture());
            untouched.restore(live.capture());
            live.adjust(changed);
            assertEquals(changed, live.spec());
            steps(live, 5);
            steps(opened, 5);
            steps(untouched, 5);
            assertArrayEquals(first(opened.capture()), first(live.capture()));
            assertNotEquals(first(untouched.capture())[0], first(live.capture())[0]);
        }
    }

    @Test
    void changeTakenBackLeavesNoTrace() {
        try (GameTrainer live = new GameTrainer(RING, data, 1);
                GameTrainer untouched = new GameTrainer(RING, data, 1)) {
            steps(live, 5);
            live.adjust(changes().get(2));
            live.adjust(RING);
            steps(live, 5);
            steps(untouched, 10);
            assertArrayEquals(first(untouched.capture()), first(live.capture()));
        }
    }

    @Test
    void refusesChangesThatNeedOtherNetworks() {
        try (GameTrainer live = new GameTrainer(RING, data, 1)) {
            GanSpec packed = RING.with(new Regularizer.Packing(2));
            assertThrows(SpecException.class, () -> live.adjust(packed));
            assertEquals(RING, live.spec());
        }
    }

    private static float[] first(TrainerState state) {
        return state.arrays().get(0).values();
    }
}
