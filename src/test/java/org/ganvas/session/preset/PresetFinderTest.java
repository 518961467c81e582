package org.ganvas.session.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.ganvas.data.ImageShape;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.run.RunRequest;
import org.junit.jupiter.api.Test;

class PresetFinderTest {

    @Test
    void aColourFolderSelectsTheColourPreset() {
        assertEquals("own-colour", chosen("minute", folder(3, 2)));
        assertEquals("own-colour", chosen("dcgan-64", folder(3, 0)));
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

    @Test
    void thePresetOfOwnImagesLearnsTheClassesOfTheFolders() {
        Preset now = PresetRegistry.get(PresetRegistry.FIRST);
        GanSpec nine =
                PresetFinder.choose(now, folder(3, 9), PresetRegistry.all()).spec();
        assertEquals(9, nine.classes());
        assertEquals(Conditioning.PROJECTION, nine.conditioning());
        GanSpec none =
                PresetFinder.choose(now, folder(3, 0), PresetRegistry.all()).spec();
        assertEquals(PresetRegistry.get(PresetRegistry.OWN_IMAGES).spec(), none);
        assertEquals(none, nine.withLabels(0));
    }

    @Test
    void anotherFolderBringsItsOwnClassesOrNone() {
        RunRequest first = requested(new RunRequest("minute", spec("minute"), "a", 7), folder(3, 9));
        assertEquals(9, first.spec().classes());
        RunRequest second = requested(first, folder(3, 4));
        assertEquals("own-colour", second.presetId());
        assertEquals(4, second.spec().classes());
        RunRequest third = requested(second, folder(3, 0));
        assertEquals(0, third.spec().classes());
        assertEquals(2, requested(third, folder(3, 2)).spec().classes());
        assertEquals(7, third.seed());
    }

    private static GanSpec spec(String id) {
        return PresetRegistry.get(id).spec();
    }

    private static RunRequest requested(RunRequest now, DatasetPreview data) {
        return PresetFinder.request(now, "folder", Optional.of(data), PresetRegistry.all());
    }

    private static DatasetPreview folder(int channels, int classes) {
        return new DatasetPreview(new ImageShape(channels, 32, 32), classes, false);
    }

    private static String chosen(String now, DatasetPreview data) {
        Preset preset = PresetFinder.choose(PresetRegistry.get(now), data, PresetRegistry.all());
        return preset.id();
    }
}
