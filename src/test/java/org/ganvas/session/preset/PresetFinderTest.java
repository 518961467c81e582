package org.ganvas.session.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ganvas.data.ImageShape;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.junit.jupiter.api.Test;

class PresetFinderTest {

    @Test
    void aColourFolderSelectsTheColourPreset() {
        assertEquals("dcgan-32-colour", chosen("minute", folder(3, 2)));
        assertEquals("dcgan-32-colour", chosen("dcgan-64", folder(3, 0)));
    }

    @Test
    void aGreyFolderSelectsAGreyPresetUnlessTheClassesFit() {
        assertEquals("dcgan-32", chosen("minute", folder(1, 3)));
        assertEquals("minute", chosen("minute", folder(1, 10)));
        assertEquals("dcgan-32", chosen("dcgan-64-colour", folder(1, 3)));
    }

    @Test
    void aPresetThatFitsIsKept() {
        assertEquals("dcgan-64-colour", chosen("dcgan-64-colour", folder(3, 2)));
        assertEquals("mlp-b", chosen("mlp-b", folder(1, 0)));
    }

    @Test
    void digitsSelectThePresetForDigits() {
        assertEquals("minute", chosen("dcgan-32-colour", new DatasetPreview(new ImageShape(1, 28, 28), 10, true)));
        assertEquals("mlp-a", chosen("dcgan-32", new DatasetPreview(new ImageShape(1, 28, 28), 0, true)));
    }

    @Test
    void thePresetStaysWhereNoneFits() {
        assertEquals("mlp-a", chosen("mlp-a", new DatasetPreview(new ImageShape(1, 20, 30), 0, true)));
    }

    private static DatasetPreview folder(int channels, int classes) {
        return new DatasetPreview(new ImageShape(channels, 32, 32), classes, false);
    }

    private static String chosen(String now, DatasetPreview data) {
        Preset preset = PresetFinder.choose(PresetRegistry.get(now), data, PresetRegistry.all());
        return preset.id();
    }
}
