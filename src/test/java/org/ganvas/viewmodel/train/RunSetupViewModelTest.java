package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunRequest;
import org.ganvas.viewmodel.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunSetupViewModelTest {

    @Test
    void presetChoiceLoadsItsSpecOnTheSameDataAndSeed() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        RunRequest asked = bench.last(TrainingCommand.Load.class).request();
        assertEquals(new RunRequest("mlp-a", PresetRegistry.get("mlp-a").spec(), "builtin:doodles", 1), asked);
    }

    @Test
    void choiceShowsAtOnceAndStaysWhenLoaded() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        assertEquals("mlp-a", shownPreset(bench));
        bench.frames(2);
        assertEquals("mlp-a", shownPreset(bench));
        assertEquals(
                "mlp-a",
                bench.window.train().runSetup().infoProperty().get().request().presetId());
    }

    @Test
    void oldChoiceComesBackWhenTheSessionRefuses() {
        WindowFixture bench = WindowFixture.ready();
        bench.training.refuseNextLoad("The pictures do not fit.");
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        bench.frames(1);
        assertEquals("minute", shownPreset(bench));
        assertEquals(
                "The pictures do not fit.",
                bench.window.notices().problemProperty().get());
    }

    @Test
    void trainedWorkIsKeptWhenThePersonSaysNo() {
        WindowFixture bench = WindowFixture.trained();
        bench.prompts.answer(false);
        bench.window.train().runSetup().chooseData("builtin:shapes");
        bench.frames(1);
        assertEquals(1, bench.count(TrainingCommand.Load.class));
        assertEquals(
                "builtin:doodles", bench.window.train().runSetup().shownData().id());
    }

    @Test
    void untrainedRunIsReplacedWithoutAsking() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().runSetup().chooseBatch(32);
        assertTrue(bench.prompts.questions().isEmpty());
        assertEquals(
                32,
                bench.last(TrainingCommand.Load.class)
                        .request()
                        .spec()
                        .training()
                        .batch());
    }

    @Test
    void folderJoinsTheListWithTheNameOfItsData() {
        WindowFixture bench = WindowFixture.ready();
        bench.prompts.folder(Path.of("/pictures/cats"));
        bench.window.train().runSetup().chooseFolder();
        bench.frames(1);
        assertNotNull(bench.window.train().runSetup().shownData());
        assertEquals("cats", bench.window.train().runSetup().shownData().name());
    }

    @Test
    void folderOfColourPicturesBringsAPresetThatFits(@TempDir Path pictures) throws IOException {
        BufferedImage red = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        red.setRGB(4, 4, 0xFF0000);
        ImageIO.write(red, "png", pictures.resolve("a.png").toFile());
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().runSetup().openFolder(pictures);
        bench.frames(2);
        assertEquals("dcgan-32-colour", shownPreset(bench));
        assertEquals(
                pictures.toString(),
                bench.window.train().runSetup().shownProperty().get().dataId());
        bench.window.train().runSetup().chooseData(DatasetEntry.DOODLES);
        bench.frames(2);
        assertEquals("minute", shownPreset(bench));
    }

    @Test
    void newestChoiceOfDataWins() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().runSetup().openFolder(Path.of("/pictures/cats"));
        bench.window.train().runSetup().openFolder(Path.of("/pictures/dogs"));
        bench.frames(2);
        assertEquals(2, bench.count(TrainingCommand.Load.class));
        assertEquals("dogs", bench.window.train().runSetup().shownData().name());
    }

    @Test
    void undoBringsTheOldPresetBack() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        bench.frames(1);
        bench.window.undo().undo();
        bench.frames(1);
        assertEquals("minute", shownPreset(bench));
    }

    @Test
    void sameChoiceAgainLoadsNothing() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().runSetup().chooseSeed(1);
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("minute"));
        assertEquals(1, bench.count(TrainingCommand.Load.class));
    }

    @Test
    void aPresetForPointsBringsItsDataAlong() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("ring"));
        RunRequest asked = bench.last(TrainingCommand.Load.class).request();
        assertEquals(new RunRequest("ring", PresetRegistry.get("ring").spec(), "builtin:ring", 1), asked);
    }

    @Test
    void dataOfAnotherKindBringsItsPresetAlong() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().runSetup().chooseData("builtin:moons");
        RunRequest asked = bench.last(TrainingCommand.Load.class).request();
        assertEquals(new RunRequest("ring", PresetRegistry.get("ring").spec(), "builtin:moons", 1), asked);
        bench.frames(1);
        bench.window.train().runSetup().chooseData("builtin:grid");
        assertEquals("ring", bench.last(TrainingCommand.Load.class).request().presetId());
    }

    @Test
    void aFileOfPointsBringsAPresetForPointsAlong() {
        WindowFixture bench = WindowFixture.ready();
        bench.prompts.folder(Path.of("/mine"));
        bench.window.train().runSetup().choosePoints();
        RunRequest asked = bench.last(TrainingCommand.Load.class).request();
        assertEquals(Path.of("/mine/points.csv").toAbsolutePath().toString(), asked.dataId());
        assertEquals("ring", asked.presetId());
    }

    @Test
    void backFromPointsThePersonsOwnPicturesAreThereAgain() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().runSetup().openFolder(Path.of("/pictures/cats"));
        bench.frames(1);
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("grid"));
        bench.frames(1);
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        RunRequest asked = bench.last(TrainingCommand.Load.class).request();
        assertEquals("/pictures/cats", asked.dataId());
        bench.frames(1);
        bench.window.undo().undo();
        assertEquals(
                "builtin:grid", bench.last(TrainingCommand.Load.class).request().dataId());
    }

    private static String shownPreset(WindowFixture bench) {
        return bench.window.train().runSetup().shownPreset().id();
    }
}
