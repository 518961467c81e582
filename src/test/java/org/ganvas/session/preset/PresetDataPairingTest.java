package org.ganvas.session.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetDataPairingTest {

    @Test
    void aPresetKeepsDataThatItMatches() {
        assertEquals("/my/images", PresetDataPairing.dataFor(PresetRegistry.get("dcgan"), "/my/images"));
    }

    @Test
    void aPresetWithDataOfItsNameSelectsThem() {
        assertEquals("builtin:ring", PresetDataPairing.dataFor(PresetRegistry.get("ring"), DatasetEntry.DOODLES));
        assertEquals("builtin:grid", PresetDataPairing.dataFor(PresetRegistry.get("grid"), "builtin:ring"));
    }

    @Test
    void aPresetForImagesReplaces2dPoints() {
        assertEquals(DatasetEntry.DOODLES, PresetDataPairing.dataFor(PresetRegistry.get("mlp-a"), "builtin:moons"));
    }

    @Test
    void dataFindsThePresetOfItsNameOrItsKind() {
        assertEquals("grid", PresetDataPairing.presetFor("builtin:grid").id());
        assertEquals("ring", PresetDataPairing.presetFor("builtin:moons").id());
        assertEquals("ring", PresetDataPairing.presetFor("/my/points.csv").id());
        assertEquals("minute", PresetDataPairing.presetFor(DatasetEntry.DOODLES).id());
        assertEquals("minute", PresetDataPairing.presetFor("/my/images").id());
    }

    @Test
    void everyPresetAndEveryDatasetMatchTheirPartners() {
        for (Preset preset : PresetRegistry.all()) {
            for (DatasetEntry data : DatasetRegistry.builtIns()) {
                assertTrue(
                        PresetDataPairing.matches(preset.spec(), PresetDataPairing.dataFor(preset, data.id())),
                        preset.id());
                assertTrue(
                        PresetDataPairing.matches(
                                PresetDataPairing.presetFor(data.id()).spec(), data.id()),
                        data.id());
            }
        }
        assertFalse(PresetDataPairing.matches(PresetRegistry.get("ring").spec(), DatasetEntry.DOODLES));
    }

    private static Preset translation(GanSpec spec) {
        return new Preset("translation", "Translation", "Translates.", "none", 1, spec);
    }

    @Test
    void translationsBetweenTwoSetsTakePairsAndOthersTakeNone() {
        ImageShape shape = new ImageShape(1, 28, 28);
        Preset paired = translation(TranslationSpecs.paired(new ConditionSpec.Partner(), shape));
        Preset unpaired =
                translation(TranslationSpecs.unpaired(new DomainSpec.Partner(), new DomainSpec.Whole(), shape));
        Preset inverted = translation(TranslationSpecs.paired(new ConditionSpec.Inverted(), shape));
        String styles = "builtin:doodles|builtin:doodle-outlines";
        assertEquals(styles, PresetDataPairing.dataFor(paired, DatasetEntry.DOODLES));
        assertEquals("builtin:doodles||builtin:doodle-outlines", PresetDataPairing.dataFor(unpaired, "builtin:ring"));
        assertEquals("/a|/b", PresetDataPairing.dataFor(paired, "/a|/b"));
        assertEquals("/a|/b", PresetDataPairing.dataFor(paired, "/a||/b"));
        assertEquals("/a||/b", PresetDataPairing.dataFor(unpaired, "/a|/b"));
        assertEquals(DatasetEntry.DOODLES, PresetDataPairing.dataFor(inverted, styles));
        assertFalse(PresetDataPairing.matches(inverted.spec(), styles));
        assertFalse(PresetDataPairing.matches(paired.spec(), DatasetEntry.DOODLES));
        assertTrue(PresetDataPairing.matches(inverted.spec(), DatasetEntry.DOODLES));
    }

    @Test
    void ownOutputsOfAPairServePresetsWithoutPairs() {
        Preset single = PresetRegistry.get("inpainting-colour");
        assertEquals(Optional.of("/b"), PresetDataPairing.imagesOf(single, "/a|/b"));
        assertEquals(Optional.empty(), PresetDataPairing.imagesOf(single, "/a|"), "halves are no folder of their own");
        assertEquals(Optional.empty(), PresetDataPairing.imagesOf(single, "builtin:doodles|builtin:doodle-outlines"));
        assertEquals(Optional.empty(), PresetDataPairing.imagesOf(PresetRegistry.get("emoji"), "/a|/b"));
        assertEquals(Optional.empty(), PresetDataPairing.imagesOf(PresetRegistry.get("ring"), "/a|/b"));
    }

    @Test
    void theTwoSubfoldersOfAFolderAreItsImagesAgain(@TempDir Path folder) throws IOException {
        Path cars = Files.createDirectory(folder.resolve("cars"));
        Path horses = Files.createDirectory(folder.resolve("horses"));
        Preset single = PresetRegistry.get("inpainting-colour");
        assertEquals(Optional.of(folder.toString()), PresetDataPairing.imagesOf(single, cars + "|" + horses));
        assertEquals(Optional.of(folder.toString()), PresetDataPairing.imagesOf(single, horses + "|" + cars));
        Files.createDirectory(folder.resolve("third"));
        assertEquals(Optional.of(horses.toString()), PresetDataPairing.imagesOf(single, cars + "|" + horses));
    }
}
