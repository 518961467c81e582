package org.ganvas.project.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.RecordedSteps;
import org.ganvas.project.ReferenceForwardPass;
import org.ganvas.project.RunFixtures;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script and its arrays: the .npz alone suffices to compute the grid from the definitions of the layers. */
class PyTorchScriptExportTest {

    @TempDir
    private Path folder;

    @Test
    void arraysGiveTheGridByHandForAConditionalMlp() throws Exception {
        requireGridByHand("minute");
    }

    @Test
    void arraysGiveTheGridByHandForBatchNorm() throws Exception {
        requireGridByHand("mlp-bn");
    }

    @Test
    void arraysGiveTheGridByHandForTransposedConvolutions() throws Exception {
        requireGridByHand("dcgan-light");
    }

    private void requireGridByHand(String preset) throws Exception {
        GanSpec spec = PresetRegistry.get(preset).spec();
        spec = spec.withTraining(spec.training().withBatch(4).withRates(0.01, 0.01));
        RecordedSteps tape = RecordedSteps.of(preset, spec, 2, 0);
        PyTorchScriptExport.save(tape.before(), folder.resolve("g.py"));
        Map<String, float[]> arrays = ReferenceForwardPass.read(folder.resolve("g.npz"));
        float[] latents = arrays.get("grid/latents");
        float[] labels = arrays.get("grid/labels");
        float[] expected = tape.grid();
        assertEquals(expected.length, labels.length * spec.image().size());
        ReferenceForwardPass hand = new ReferenceForwardPass(arrays, "average/");
        for (int i = 0; i < labels.length; i += 7) {
            double[] input = new double[spec.generatorInputs()];
            for (int j = 0; j < spec.latentDim(); j++) {
                input[j] = latents[i * spec.latentDim() + j];
            }
            if (spec.conditional()) {
                input[spec.latentDim() + (int) labels[i]] = 1;
            }
            double[] made = hand.run(spec.generator(), input);
            for (int p = 0; p < made.length; p++) {
                assertEquals(expected[i * made.length + p], made[p], 1e-5, "image " + i + ", pixel " + p);
            }
        }
    }

    @Test
    void scriptNamesPresetPaperStepAndLayoutOfTheGrid() throws Exception {
        RunCapture run = RunFixtures.rendered();
        PyTorchScriptExport.save(run, folder.resolve("Run.PY"));
        String text = Files.readString(folder.resolve("Run.PY"));
        assertTrue(text.startsWith("\"\"\"" + PresetRegistry.get("minute").name()
                + " as it stood after 100 steps, with settings changed"));
        assertTrue(text.contains("From: " + PresetRegistry.get("minute").paper()), text);
        assertTrue(text.contains("ROWS, COLUMNS, SCALE = 4, 4, 80 "), text);
        Map<String, float[]> arrays = ReferenceForwardPass.read(folder.resolve("Run.npz"));
        assertEquals(16 * 3, arrays.get("grid/latents").length);
        assertEquals(16, arrays.get("grid/labels").length);
    }

    @Test
    void aFolderThatIsNotThereIsOneSentenceAndLeavesNothing() {
        Path script = folder.resolve("no/g.py");
        ProjectException e =
                assertThrows(ProjectException.class, () -> PyTorchScriptExport.save(RunFixtures.tiny(), script));
        assertTrue(e.getMessage().endsWith("the folder does not exist; choose another place."), e.getMessage());
        assertFalse(Files.exists(script));
    }
}
