package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.torch.TorchTrainingScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts of every preset and layer are valid Python and hold what the spec has and nothing else. */
class TorchScriptTest {

    @TempDir
    private Path folder;

    @Test
    void everyScriptIsPython() throws Exception {
        PythonInterpreter.assumePresent();
        List<String> command = new ArrayList<>(List.of("-m", "py_compile"));
        for (Preset preset : PresetRegistry.all()) {
            command.add(write(preset.id(), new TorchTrainingScript(preset.spec(), preset, 1, 8, 8)));
        }
        for (GanSpec spec : List.of(AllLayerSpecs.spec(), AllLayerSpecs.points(), AllLayerSpecs.random())) {
            command.add(write("many" + command.size(), new TorchTrainingScript(spec, null, 1, 8, 8)));
        }
        PythonInterpreter.Outcome outcome = PythonInterpreter.run(command);
        assertEquals(0, outcome.status(), outcome.text());
        assertEquals("", outcome.text());
    }

    private String write(String name, TorchTrainingScript script) throws Exception {
        return Files.writeString(folder.resolve(name + ".py"), script.text()).toString();
    }

    @Test
    void dcganIsWrittenOutLayerByLayer() {
        Preset preset = PresetRegistry.get("dcgan");
        String text = new TorchTrainingScript(preset.spec(), preset, 7, 8, 8).text();
        long layers =
                text.lines().filter(line -> line.strip().startsWith("self.")).count();
        long expected = java.util.stream.Stream.of(
                        preset.spec().generator(), preset.spec().discriminator())
                .flatMap(network -> network.layers().stream())
                .filter(layer -> layer.parameters(new org.ganvas.engine.spec.layer.LayerShape(64, 8, 8)) > 0)
                .count();
        assertEquals(expected, layers, text);
        assertTrue(text.contains("\"\"\"From latents to images of 28x28 grey.\"\"\"\n\n    def __init__(self):"), text);
        assertFalse(text.contains("class SpectralNorm"), text);
        assertFalse(text.contains("gradient_penalty"), text);
    }

    @Test
    void partsComeWithTheRegularizersThatNeedThem() {
        assertTrue(text("sagan").contains("class SelfAttention"), "attention");
        assertTrue(text("sagan").contains("spectral(nn.Conv2d("), "spectral norm");
        assertTrue(text("wgan-gp").contains("d_loss = d_loss + 10 * gradient_penalty(points_logits, points, 1)"), "GP");
        assertTrue(text("wgan").contains("parameter.clamp_(-0."), "clipping");
        assertTrue(text("pacgan").contains("x = x.reshape(len(x) // 2, -1)"), "packs");
    }

    private static String text(String id) {
        return new TorchTrainingScript(PresetRegistry.get(id).spec(), PresetRegistry.get(id), 1, 8, 8).text();
    }
}
