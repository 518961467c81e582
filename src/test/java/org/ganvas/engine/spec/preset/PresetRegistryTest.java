package org.ganvas.engine.spec.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.engine.spec.base.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetRegistryTest {

    /** Counts of weights and biases of the usual networks, worked out by hand from their widths. */
    @ParameterizedTest
    @CsvSource({
        "mlp-a, 227344, 201217",
        "mlp-b, 1486352, 533505",
        "mlp-bn, 1510032, 533505",
        "mlp-dropout, 1486352, 1460225",
        "minute, 240528, 235265",
        "vae, 322784, 330040",
        "dcgan-32, 371649, 166817",
        "dcgan-32-colour, 372675, 167841",
        "own-colour, 298947, 428001",
        "dcgan-64, 1103297, 693665",
        "dcgan-64-colour, 1104323, 694689"
    })
    void hasTheParametersOfTheUsualNetworks(String id, long generator, long discriminator) {
        GanSpec spec = PresetRegistry.get(id).spec();
        assertEquals(generator, spec.generatorParameters());
        assertEquals(discriminator, spec.discriminatorParameters());
    }

    @Test
    void theFirstPresetOpensFirst() {
        assertEquals(PresetRegistry.FIRST, PresetRegistry.all().get(0).id());
    }

    @Test
    void anUnknownIdIsRefusedWithAllIds() {
        SpecException unknown = assertThrows(SpecException.class, () -> PresetRegistry.get("mlp-z"));
        assertTrue(
                unknown.getMessage().contains("mlp-z") && unknown.getMessage().contains("mlp-dropout"));
    }

    @Test
    void specsSurviveARoundTripThroughJson() {
        for (Preset preset : PresetRegistry.all()) {
            assertEquals(preset, GanSpecJson.read(GanSpecJson.write(preset), Preset.class));
        }
    }

    @Test
    void refusesUnknownLayerTypesInJson() {
        String json = new String(GanSpecJson.write(PresetRegistry.get("mlp-a")), StandardCharsets.UTF_8);
        for (String broken : new String[] {
            json.replaceFirst("\"dense\"", "\"java.lang.Runtime\""),
            json.replaceFirst("256", "-3"),
            json.replaceFirst("\"latentDim\" : 100", "\"latentDim\" : 0"),
            json.replaceFirst("\"width\" : 28", "\"width\" : 27"),
            json.substring(0, json.length() / 2),
            "[]",
            "{}",
            ""
        }) {
            assertThrows(SpecException.class, () -> read(broken), broken);
        }
    }

    private static Preset read(String json) {
        return GanSpecJson.read(json.getBytes(StandardCharsets.UTF_8), Preset.class);
    }

    @Test
    void papersAreNamesAndTitlesWithoutRemarksInOneLanguage() {
        for (Preset preset : PresetRegistry.all()) {
            for (String source : preset.paper().split("; (?!long live)")) {
                assertTrue(source.matches("\\p{Lu}\\p{L}+[ ,].*\\d{4}.*"), preset.id() + ": " + source);
            }
        }
    }
}
