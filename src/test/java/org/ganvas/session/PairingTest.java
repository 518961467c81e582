package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.Datasets;
import org.ganvas.engine.spec.Preset;
import org.ganvas.engine.spec.Presets;
import org.junit.jupiter.api.Test;

class PairingTest {

    @Test
    void aPresetKeepsDataThatItCanLearnFrom() {
        assertEquals("/my/pictures", Pairing.dataFor(Presets.get("dcgan"), "/my/pictures"));
    }

    @Test
    void aPresetOfItsOwnDataBringsItAlong() {
        assertEquals("builtin:ring", Pairing.dataFor(Presets.get("ring"), Datasets.DOODLES));
        assertEquals("builtin:grid", Pairing.dataFor(Presets.get("grid"), "builtin:ring"));
    }

    @Test
    void aPresetForPicturesLeavesThePlane() {
        assertEquals(Datasets.DOODLES, Pairing.dataFor(Presets.get("mlp-a"), "builtin:moons"));
    }

    @Test
    void dataFindsThePresetOfItsNameOrItsKind() {
        assertEquals("grid", Pairing.presetFor("builtin:grid").id());
        assertEquals("ring", Pairing.presetFor("builtin:moons").id());
        assertEquals("ring", Pairing.presetFor("/my/points.csv").id());
        assertEquals("minute", Pairing.presetFor(Datasets.DOODLES).id());
        assertEquals("minute", Pairing.presetFor("/my/pictures").id());
    }

    @Test
    void everyPresetAndEverySetEndUpWithAPartnerOfTheirKind() {
        for (Preset preset : Presets.all()) {
            for (Datasets.Entry data : Datasets.builtIns()) {
                assertTrue(Pairing.suits(preset.spec(), Pairing.dataFor(preset, data.id())), preset.id());
                assertTrue(Pairing.suits(Pairing.presetFor(data.id()).spec(), data.id()), data.id());
            }
        }
        assertFalse(Pairing.suits(Presets.get("ring").spec(), Datasets.DOODLES));
    }
}
