package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Presets;
import org.ganvas.session.run.RunCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script and its arrays: the grid can be drawn from the .npz alone, by nothing but the definitions of the layers. */
class TorchExportTest {

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
        GanSpec spec = Presets.get(preset).spec();
        spec = spec.withTraining(spec.training().withBatch(4).withRates(0.01, 0.01));
        TorchTape tape = TorchTape.of(preset, spec, 2, 0);
        TorchExport.save(tape.before(), folder.resolve("g.py"));
        Map<String, float[]> arrays = HandPass.read(folder.resolve("g.npz"));
        float[] latents = arrays.get("grid/latents");
        float[] labels = arrays.get("grid/labels");
        float[] expected = tape.grid();
        assertEquals(expected.length, labels.length * spec.image().size());
        HandPass hand = new HandPass(arrays, "average/");
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
                assertEquals(expected[i * made.length + p], made[p], 1e-5, "picture " + i + ", pixel " + p);
            }
        }
    }

    @Test
    void scriptNamesPresetPaperAndStepAndTheGridAsDrawn() throws Exception {
        RunCapture run = Runs.drawn();
        TorchExport.save(run, folder.resolve("Run.PY"));
        String text = Files.readString(folder.resolve("Run.PY"));
        assertTrue(text.startsWith(
                "\"\"\"" + Presets.get("minute").name() + " as it stood after 100 steps, with settings changed"));
        assertTrue(text.contains("From: " + Presets.get("minute").paper()), text);
        assertTrue(text.contains("ROWS, COLUMNS, SCALE = 4, 4, 80 "), text);
        Map<String, float[]> arrays = HandPass.read(folder.resolve("Run.npz"));
        assertEquals(16 * 3, arrays.get("grid/latents").length);
        assertEquals(16, arrays.get("grid/labels").length);
    }

    @Test
    void aFolderThatIsNotThereIsOneSentenceAndLeavesNothing() {
        Path script = folder.resolve("no/g.py");
        ProjectException e = assertThrows(ProjectException.class, () -> TorchExport.save(Runs.tiny(), script));
        assertTrue(e.getMessage().endsWith("the folder does not exist; choose another place."), e.getMessage());
        assertFalse(Files.exists(script));
    }
}
