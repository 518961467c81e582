package org.ganvas.cli.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.training.Regularizer.PathLength;
import org.ganvas.engine.spec.training.Regularizer.SpectralNorm;
import org.ganvas.engine.spec.training.Regularizer.Where;
import org.ganvas.project.RunFixtures;
import org.junit.jupiter.api.Test;

class SpecPathEditorTest {

    @Test
    void settingsOfEachKindChangeAndTheRestStays() {
        GanSpec changed = SpecPathEditor.apply(
                RunFixtures.spec(),
                Map.of(
                        "training.generatorOptimizer.beta1", "0.25",
                        "training.batch", "16",
                        "generator.init", "DCGAN",
                        "generator.layers.2.slope", "1e-1",
                        "latentDim", "+4"));
        assertEquals(0.25, changed.training().generatorOptimizer().beta1());
        assertEquals(0.5, changed.training().discriminatorOptimizer().beta1());
        assertEquals(16, changed.training().batch());
        assertEquals(InitSpec.DCGAN, changed.generator().init());
        assertEquals(new LayerSpec.LeakyRelu(0.1), changed.generator().layers().get(2));
        assertEquals(4, changed.latentDim());
        assertEquals(RunFixtures.spec().discriminator(), changed.discriminator());
    }

    @Test
    void whatIsOnOrOffIsSetByItsName() {
        GanSpec colour = PresetRegistry.get("colour").spec();
        String path = "game.conditionedDiscriminator";
        GanSpec blind = SpecPathEditor.apply(colour, Map.of(path, "false"));
        assertFalse(((PairedTranslationSpec) blind.game()).conditionedDiscriminator());
        assertEquals(colour, SpecPathEditor.apply(blind, Map.of(path, "true")));
        assertRefused("One of these values is of the wrong kind: {" + path + "=maybe}.", colour, path, "maybe");
    }

    @Test
    void nothingToChangeChangesNothing() {
        assertEquals(RunFixtures.spec(), SpecPathEditor.apply(RunFixtures.spec(), Map.of()));
    }

    @Test
    void regularizersGoByTheirType() {
        GanSpec stylegan = PresetRegistry.get("stylegan").spec();
        GanSpec changed = SpecPathEditor.apply(stylegan, Map.of("regularizers.pathLength.weight", "2"));
        assertEquals(stylegan.with(new PathLength(2, 4)), changed);
        Map<String, String> inOrder = new LinkedHashMap<>();
        inOrder.put("regularizers.pathLength.weight", "1.5");
        inOrder.put("regularizers.pathLength.interval", "8");
        inOrder.put("regularizers.gradientPenalty.REAL.weight", "3");
        inOrder.put("regularizers.spectralNorm", "true");
        inOrder.put("training.batch", "16");
        GanSpec all = SpecPathEditor.apply(stylegan, inOrder);
        assertEquals(
                stylegan.withTraining(stylegan.training().withBatch(16))
                        .withRegularizers(List.of(
                                new GradientPenalty(Where.REAL, 3, 0, 1), new PathLength(1.5, 8), new SpectralNorm())),
                all);
        assertRefused("'regularizers.packing.pictures' cannot be 2.5.", "regularizers.packing.pictures", "2.5");
        assertRefused("'regularizers.spectralNorm' cannot be yes.", "regularizers.spectralNorm", "yes");
        assertRefused(
                "'regularizers.diffusion.noise' is a detail of a regularizer that this preset lacks: add it first, as"
                        + " with regularizers.diffusion.steps.",
                "regularizers.diffusion.noise",
                "0.1");
        SpecException withoutStyle = assertThrows(
                SpecException.class,
                () -> SpecPathEditor.apply(RunFixtures.spec(), Map.of("regularizers.pathLength.weight", "2")));
        assertTrue(String.valueOf(withoutStyle.getMessage()).contains("no mapping to styles"));
    }

    @Test
    void pathsWithoutASettingAreRefused() {
        assertRefused(
                "There is no setting 'training.speed': in place of 'speed' stands one of"
                        + " batch, generatorOptimizer, discriminatorOptimizer, emaDecay, discriminatorSteps, generatorSteps, schedule, growth.",
                "training.speed",
                "1");
        assertRefused(
                "There is no setting 'generator.layers.9.units': in place of '9' stands one of 0, 1, 2, 3, 4.",
                "generator.layers.9.units",
                "1");
        assertRefused(
                "'training' is a group of settings: put a dot and one of"
                        + " batch, generatorOptimizer, discriminatorOptimizer, emaDecay, discriminatorSteps, generatorSteps, schedule, growth behind it.",
                "training",
                "1");
        assertThrows(SpecException.class, () -> SpecPathEditor.apply(RunFixtures.spec(), Map.of("", "1")));
        assertThrows(
                SpecException.class, () -> SpecPathEditor.apply(RunFixtures.spec(), Map.of("training..batch", "1")));
        assertThrows(SpecException.class, () -> SpecPathEditor.apply(RunFixtures.spec(), Map.of("latentDim.x", "1")));
    }

    @Test
    void valuesThatAreNotAllowedAreRefused() {
        assertRefused("A batch holds 2 to 4096 images, not 1.", "training.batch", "1");
        assertRefused("'training.batch' cannot be 16.5.", "training.batch", "16.5");
        assertRefused("One of these values is of the wrong kind: {training.batch=many}.", "training.batch", "many");
        assertRefused("One of these values is of the wrong kind: {loss=HINGE_LESS}.", "loss", "HINGE_LESS");
        SpecException e = assertThrows(
                SpecException.class,
                () -> SpecPathEditor.apply(RunFixtures.spec(), Map.of("generator.layers.3.units", "5")));
        assertTrue(String.valueOf(e.getMessage()).startsWith("The generator makes 5"), e.getMessage());
    }

    @Test
    void layersThatDoNotFitAreNamed() {
        SpecException e = assertThrows(
                SpecException.class,
                () -> SpecPathEditor.apply(
                        PresetRegistry.get("dcgan-light").spec(), Map.of("generator.layers.1.channels", "63")));
        assertTrue(
                String.valueOf(e.getMessage()).startsWith("Layer 2 (reshape to 63x7x7) cannot take 3136"),
                e.getMessage());
    }

    private static void assertRefused(String sentence, String path, String value) {
        assertRefused(sentence, RunFixtures.spec(), path, value);
    }

    private static void assertRefused(String sentence, GanSpec spec, String path, String value) {
        SpecException e = assertThrows(SpecException.class, () -> SpecPathEditor.apply(spec, Map.of(path, value)));
        assertEquals(sentence, e.getMessage());
    }
}
