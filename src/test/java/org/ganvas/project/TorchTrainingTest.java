package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.ganvas.data.LatentPrior;
import org.ganvas.engine.growth.GrowingSpecs;
import org.ganvas.engine.spec.BatchNormEpsilon;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.EncodingSpecs;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GenerationSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.setting.NetworkSettings;
import org.ganvas.engine.spec.training.DataMotionSpec;
import org.ganvas.engine.spec.training.GrowthSpec;
import org.ganvas.engine.spec.training.Regularizer.Diffusion;
import org.ganvas.engine.spec.training.Regularizer.PathLength;
import org.ganvas.project.exchange.PyTorchScriptExport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where the machine has PyTorch: an exported script, given the engine's random numbers, renders the engine's grid and takes
 * the engine's steps.
 */
class TorchTrainingTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsTorch() {
        PythonInterpreter.assumeTorch();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minute",
                "vae",
                "mlp-a",
                "mlp-bn",
                "dcgan-light",
                "dcgan-residual",
                "projection",
                "lsgan",
                "wgan",
                "wgan-gp",
                "hinge-sn",
                "feature-matching",
                "r3gan",
                "r1",
                "dragan",
                "pacgan",
                "cgan",
                "acgan",
                "infogan",
                "sagan",
                "ring",
                "stylegan",
                "stylegan-colour",
                "stylegan1",
                "pggan",
                "pggan-colour",
                "f-anogan",
                "bigan"
            })
    void scriptTakesTheStepsOfTheEngine(String preset) throws Exception {
        GanSpec spec = PresetRegistry.get(preset).spec();
        check(RecordedSteps.of(preset, spec.withTraining(spec.training().withBatch(8)), 3, 2));
    }

    @Test
    void batchNormOfALargeEpsilonIsTheEngines() throws Exception {
        GanSpec spec = BatchNormEpsilon.of(PresetRegistry.get("mlp-bn").spec(), 0.8);
        check(RecordedSteps.of("none", spec.withTraining(spec.training().withBatch(8)), 3, 2));
    }

    /** From the first stage through two fades, with new optimizers at each. */
    @Test
    void stagesOfGrowthAgreeWithTheEngine() throws Exception {
        check(RecordedSteps.of("none", GrowingSpecs.of(new GrowthSpec(2, 3, true)), 1, 9));
    }

    @Test
    void scriptOfARunInTheMiddleOfAFadeAgreesWithTheEngine() throws Exception {
        check(RecordedSteps.of("none", GrowingSpecs.of(new GrowthSpec(2, 3, false)), 4, 5));
    }

    @Test
    void uniformLatentsAreTheEngines() throws Exception {
        GanSpec spec = PresetRegistry.get("dcgan-light").spec();
        check(RecordedSteps.of(
                "none",
                NetworkSettings.PRIOR.with(spec.withTraining(spec.training().withBatch(8)), LatentPrior.UNIFORM),
                3,
                2));
    }

    @Test
    void diffusedImagesAreTheEngines() throws Exception {
        GanSpec spec = PresetRegistry.get("dcgan-light").spec();
        GanSpec diffused = spec.withTraining(spec.training().withBatch(8)).with(new Diffusion(800, 0.2, 0.6, true));
        // The first change of the number of steps is the fourth step's.
        check(RecordedSteps.of("none", diffused, 4, 3));
    }

    /**
     * Second derivatives jump where a leaky ReLU bends, so the steps are some in which no activation lies within the precision
     * of floats of it (in the fifth of stylegan1 one does).
     */
    @ParameterizedTest
    @CsvSource({"stylegan, 2, 3", "stylegan1, 1, 5"})
    void pathsOfAStyleHaveTheLengthsOfTheEngines(String preset, int interval, int warm) throws Exception {
        GanSpec spec = PresetRegistry.get(preset).spec();
        check(RecordedSteps.of(
                "none",
                spec.withTraining(spec.training().withBatch(8).withRates(0.002, 0.002))
                        .with(new PathLength(2, interval)),
                warm,
                3));
    }

    /** D takes the latents as planes, several updates of each network a step. */
    @Test
    void pairsThatAConvolutionSeesAreTheEngines() throws Exception {
        GanSpec spec = PresetRegistry.get("dcgan-light").spec();
        EncodingSpec game = EncodingSpecs.joint(spec.latentDim());
        check(RecordedSteps.of(
                "none",
                spec.withTraining(spec.training().withBatch(8).withUpdates(2, 2))
                        .withGame(game),
                3,
                2));
    }

    @ParameterizedTest
    @EnumSource(DataMotionSpec.Kind.class)
    void movingDataIsWhereTheEngineHasIt(DataMotionSpec.Kind kind) throws Exception {
        GanSpec ring = PresetRegistry.get("ring").spec();
        DataMotionSpec motion = new DataMotionSpec(kind, 0.8, 9, 0.2);
        check(RecordedSteps.of(
                "none",
                ring.withTraining(ring.training().withBatch(8))
                        .withGame(new GenerationSpec(ring.game().prior(), motion)),
                3,
                3));
    }

    @Test
    void everyLayerAndTheRestOfTheSpecAgreeWithTheEngine() throws Exception {
        check(RecordedSteps.of("none", AllLayerSpecs.spec(), 3, 4));
    }

    @Test
    void pointsWithAMinibatchDeviationAgreeWithTheEngine() throws Exception {
        check(RecordedSteps.of("none", AllLayerSpecs.points(), 3, 4));
    }

    @Test
    void aSpecWithRandomLayersRunsAsAProgramAndRenders() throws Exception {
        RecordedSteps tape = RecordedSteps.of("none", AllLayerSpecs.random(), 1, 0);
        PyTorchScriptExport.save(tape.before(), folder.resolve("gan.py"));
        tape.save(folder.resolve("tape.npz"));
        PythonInterpreter.Outcome data = PythonInterpreter.run(List.of(
                "-c",
                "import numpy as np; np.savez('%1$s/data.npz', pictures=np.zeros((20, 8, 8, 3), np.uint8), labels=np.arange(20) %% 3)"
                        .formatted(folder)));
        assertEquals(0, data.status(), data.text());
        PythonInterpreter.Outcome outcome = PythonInterpreter.run(List.of(
                folder.resolve("gan.py").toString(),
                "--train",
                "3",
                "--data",
                folder.resolve("data.npz").toString(),
                "--save",
                folder.resolve("gan.pt").toString()));
        assertEquals(0, outcome.status(), outcome.text());
        assertTrue(outcome.text().startsWith("step 4: D "), outcome.text());
        assertTrue(Files.size(folder.resolve("gan.pt")) > 0);
        BufferedImage image = ImageIO.read(folder.resolve("gan.png").toFile());
        assertEquals(3 * (26 * 8 + 2) - 2, image.getWidth());
        assertEquals(8 * (26 * 8 + 2) - 2, image.getHeight());
    }

    private void check(RecordedSteps tape) throws Exception {
        Path script = folder.resolve("gan.py");
        PyTorchScriptExport.save(tape.before(), script);
        tape.save(folder.resolve("tape.npz"));
        Path check = folder.resolve("check.py");
        copy(check);
        PythonInterpreter.Outcome outcome = PythonInterpreter.run(List.of(
                check.toString(), script.toString(), folder.resolve("tape.npz").toString()));
        assertEquals(0, outcome.status(), outcome.text());
        double[] off = outcome.text()
                .lines()
                .filter(line -> !line.startsWith("step "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertEquals(tape.spec().game() instanceof EncodingSpec ? 5 : 4, off.length, outcome.text());
        assertTrue(off[0] < 1e-4, "grid: " + outcome.text());
        for (int i = 1; i < off.length; i++) {
            assertTrue(off[i] < 0.01, "weights: " + outcome.text());
        }
    }

    private static void copy(Path target) throws IOException {
        try (InputStream in = TorchTrainingTest.class.getResourceAsStream("/torch/check.py")) {
            Files.copy(in, target);
        }
    }
}
