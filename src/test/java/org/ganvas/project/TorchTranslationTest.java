package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Objective;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.project.exchange.PyTorchScriptExport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the machine has PyTorch: an exported script of a translation takes the engine's steps. */
class TorchTranslationTest {

    private static final ImageShape COLOUR = new ImageShape(3, 8, 8);

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsTorch() {
        PythonInterpreter.assumeTorch();
        NativeEngine.start();
    }

    private static GanSpec paired(ConditionSpec condition, double adversarial, long from, double features) {
        return TranslationSpecs.spec(
                new PairedTranslationSpec(condition, true, Objective.Norm.L1, 10, adversarial, from, features), COLOUR);
    }

    private static GanSpec updates(GanSpec spec, int discriminator) {
        return spec.withTraining(spec.training().withUpdates(discriminator, 1));
    }

    @Test
    void conditionsAreTheEnginesAndSoAreTheSteps() throws Exception {
        for (ConditionSpec condition : List.of(
                new ConditionSpec.Downscale(2),
                new ConditionSpec.Grey(),
                new ConditionSpec.Edges(0.1),
                new ConditionSpec.Inverted(),
                new ConditionSpec.Blur(0.8),
                new ConditionSpec.Hole(0.5, ConditionSpec.Hole.Kind.CENTRED))) {
            check(RecordedTranslation.of(paired(condition, 1, 0, 0), 3, 3), true, 5);
        }
    }

    @Test
    void randomHolesFeaturesAndALateStartTakeTheEnginesSteps() throws Exception {
        GanSpec hole = paired(new ConditionSpec.Hole(0.4, ConditionSpec.Hole.Kind.BRUSH), 0.5, 4, 2);
        check(RecordedTranslation.of(hole, 3, 3), false, 4);
        check(RecordedTranslation.of(paired(new ConditionSpec.Noise(0.3), 0, 0, 0), 3, 2), false, 4);
    }

    @Test
    void lossesRegularizersAndRatiosTakeTheEnginesSteps() throws Exception {
        GanSpec spec = paired(new ConditionSpec.Downscale(2), 1, 0, 0);
        GanSpec varied = TranslationSpecs.with(
                spec,
                LossSpec.RELATIVISTIC,
                new Regularizer.SpectralNorm(),
                new Regularizer.GradientPenalty(Regularizer.Where.REAL, 1, 0, 2));
        check(RecordedTranslation.of(updates(varied, 2), 3, 2), true, 5);
    }

    @Test
    void cycleGanTakesTheEnginesSteps() throws Exception {
        GanSpec spec = TranslationSpecs.spec(
                new UnpairedTranslationSpec(
                        new DomainSpec.OfClass(0), new DomainSpec.Changed(new ConditionSpec.Inverted()), 10, 5, 10),
                COLOUR);
        check(RecordedTranslation.of(spec, 3, 3), false, 7);
    }

    @Test
    void aScriptRunsAsAProgram() throws Exception {
        GanSpec spec = paired(new ConditionSpec.Hole(0.5, ConditionSpec.Hole.Kind.BRUSH), 1, 0, 0);
        PyTorchScriptExport.save(RecordedTranslation.of(spec, 1, 0).before(), folder.resolve("gan.py"));
        PythonInterpreter.Outcome data = PythonInterpreter.run(List.of(
                "-c",
                "import numpy as np; np.savez('%s/data.npz', pictures=np.zeros((20, 8, 8, 3), np.uint8))"
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
        assertTrue(outcome.text().startsWith("step 4: G "), outcome.text());
        assertTrue(Files.size(folder.resolve("gan.pt")) > 0);
        assertTrue(Files.size(folder.resolve("gan.png")) > 0);
    }

    /**
     * @param exact whether what is given is a function of the images alone
     * @param numbers that are printed without that of the change
     */
    private void check(RecordedTranslation tape, boolean exact, int numbers) throws Exception {
        Path script = folder.resolve("gan.py");
        PyTorchScriptExport.save(tape.before(), script);
        tape.save(folder.resolve("tape.npz"));
        Path check = folder.resolve("check.py");
        copy(check);
        List<String> command = new ArrayList<>(List.of(
                check.toString(), script.toString(), folder.resolve("tape.npz").toString()));
        if (exact) {
            command.add("change");
        }
        PythonInterpreter.Outcome outcome = PythonInterpreter.run(command);
        assertEquals(0, outcome.status(), outcome.text());
        double[] off = outcome.text()
                .lines()
                .filter(line -> !line.startsWith("step "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertEquals(numbers, off.length, outcome.text());
        assertTrue(off[0] < 1e-4, "outputs: " + outcome.text());
        assertTrue(!exact || off[1] < 1e-5, "conditions: " + outcome.text());
        for (int i = exact ? 2 : 1; i < off.length; i++) {
            assertTrue(off[i] < 0.01, "weights: " + outcome.text());
        }
    }

    private static void copy(Path target) throws IOException {
        Files.deleteIfExists(target);
        try (InputStream in = TorchTranslationTest.class.getResourceAsStream("/torch/check_translation.py")) {
            Files.copy(in, target);
        }
    }
}
