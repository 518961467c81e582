package org.ganvas.engine.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.engine.train.StripesData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadTimingProbeTest {

    private final int before = NativeEngine.threads();

    @BeforeEach
    void start() {
        NativeEngine.start();
        NativeEngine.setThreads(1);
    }

    @AfterEach
    void restore() {
        NativeEngine.setThreads(before);
    }

    @Test
    void timedRunResumesUnchanged() {
        try (GameTrainer plain = new GameTrainer(spec(), new StripesData(64), 1);
                GameTrainer timed = new GameTrainer(spec(), new StripesData(64), 1)) {
            time(timed);
            steps(plain, 4);
            steps(timed, 4);
            time(timed);
            steps(plain, 4);
            steps(timed, 4);
            assertEquals(8, timed.stepsTaken());
            for (int i = 0; i < plain.capture().arrays().size(); i++) {
                assertArrayEquals(
                        plain.capture().arrays().get(i).values(),
                        timed.capture().arrays().get(i).values(),
                        plain.capture().arrays().get(i).name());
            }
        }
    }

    @Test
    void stepUsesTheGivenNumberOfThreadsAndCloseRestoresIt() {
        try (GameTrainer trainer = new GameTrainer(spec(), new StripesData(64), 1)) {
            try (ThreadTimingProbe probe = new ThreadTimingProbe(trainer)) {
                assertTrue(probe.stepSeconds(2) > 0);
                assertEquals(2, NativeEngine.threads());
                assertEquals(1, trainer.stepsTaken());
            }
            assertEquals(1, NativeEngine.threads());
            assertEquals(0, trainer.stepsTaken());
        }
    }

    private static void time(GameTrainer trainer) {
        try (ThreadTimingProbe probe = new ThreadTimingProbe(trainer)) {
            probe.stepSeconds(2);
            probe.stepSeconds(1);
            probe.stepSeconds(2);
        }
    }

    private static void steps(GameTrainer trainer, int count) {
        for (int i = 0; i < count; i++) {
            trainer.step();
        }
    }

    /** A spec with running statistics, dropout, Adam and averaged weights: all state that a step changes. */
    private static GanSpec spec() {
        NetworkSpec generator = new NetworkSpec(
                InitSpec.PYTORCH,
                List.of(
                        new LayerSpec.Dense(16),
                        new LayerSpec.BatchNorm(1e-5, 0.1),
                        new LayerSpec.Dense(16),
                        new LayerSpec.Tanh()));
        NetworkSpec discriminator = new NetworkSpec(
                InitSpec.PYTORCH, List.of(new LayerSpec.Dense(16), new LayerSpec.Dropout(0.3), new LayerSpec.Dense(1)));
        OptimizerSpec adam = OptimizerSpec.adam(2e-3, 0.5, 0.999);
        return new GanSpec(
                4,
                new ImageShape(1, 4, 4),
                0,
                Conditioning.NONE,
                generator,
                discriminator,
                LossSpec.NON_SATURATING,
                new TrainingSpec(8, adam, adam, 0.99));
    }
}
