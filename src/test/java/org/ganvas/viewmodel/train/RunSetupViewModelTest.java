package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.drawing.Drawing;
import org.ganvas.data.drawing.DrawingKernel;
import org.ganvas.data.drawing.DrawingLibrary;
import org.ganvas.data.registry.SubfolderPair;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunRequest;
import org.ganvas.viewmodel.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunSetupViewModelTest {

    @Test
    void presetChoiceLoadsItsSpecOnTheSameDataAndSeed() {
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        window.frames(2);
        RunRequest asked = window.last(TrainingCommand.Load.class).request();
        assertEquals(new RunRequest("mlp-a", PresetRegistry.get("mlp-a").spec(), "builtin:doodles", 1), asked);
    }

    @Test
    void choiceBeforeTheFirstRunReplacesIt() {
        WindowFixture window = WindowFixture.empty();
        RunSetupViewModel setup = window.window.train().runSetup();
        setup.choosePreset(PresetRegistry.get("mlp-b"));
        setup.choosePreset(PresetRegistry.get("ring"));
        setup.loadFirst(new RunRequest("minute", PresetRegistry.get("minute").spec(), "builtin:doodles", 1));
        assertEquals("ring", shownPreset(window));
        assertEquals("ring", window.last(TrainingCommand.Load.class).request().presetId());
        window.frames(3);
        assertEquals("ring", shownPreset(window));
    }

    @Test
    void choiceWhileTheFirstRunIsLoadedReplacesIt() {
        WindowFixture window = WindowFixture.empty();
        RunSetupViewModel setup = window.window.train().runSetup();
        setup.loadFirst(new RunRequest("minute", PresetRegistry.get("minute").spec(), "builtin:doodles", 1));
        setup.choosePreset(PresetRegistry.get("ring"));
        window.frames(3);
        assertEquals("ring", shownPreset(window));
    }

    @Test
    void choiceShowsAtOnceAndStaysWhenLoaded() {
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        assertEquals("mlp-a", shownPreset(window));
        window.frames(2);
        assertEquals("mlp-a", shownPreset(window));
        assertEquals(
                "mlp-a",
                window.window.train().runSetup().infoProperty().get().request().presetId());
    }

    @Test
    void oldChoiceComesBackWhenTheSessionRefuses() {
        WindowFixture window = WindowFixture.ready();
        window.training.refuseNextLoad("The images do not fit.");
        window.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        window.frames(1);
        assertEquals("minute", shownPreset(window));
        assertEquals(
                "The images do not fit.",
                window.window.notices().problemProperty().get());
    }

    @Test
    void trainedWorkIsKeptWhenTheUserDeclines() {
        WindowFixture window = WindowFixture.trained();
        window.prompts.answer(false);
        window.window.train().runSetup().chooseData("builtin:shapes");
        window.frames(1);
        assertEquals(1, window.count(TrainingCommand.Load.class));
        assertEquals(
                "builtin:doodles", window.window.train().runSetup().shownData().id());
    }

    @Test
    void untrainedRunIsReplacedWithoutAsking() {
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().chooseBatch(32);
        assertTrue(window.prompts.questions().isEmpty());
        assertEquals(
                32,
                window.last(TrainingCommand.Load.class)
                        .request()
                        .spec()
                        .training()
                        .batch());
    }

    @Test
    void folderJoinsTheListWithTheNameOfItsData() {
        WindowFixture window = WindowFixture.ready();
        window.prompts.folder(Path.of("/images/cats"));
        window.window.train().runSetup().chooseFolder();
        window.frames(1);
        assertNotNull(window.window.train().runSetup().shownData());
        assertEquals("cats", window.window.train().runSetup().shownData().name());
    }

    @Test
    void folderOfColourImagesLoadsAPresetThatFits(@TempDir Path images) throws IOException {
        redImage(images);
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().openFolder(images);
        window.frames(2);
        assertEquals("own-colour", shownPreset(window));
        assertEquals(
                images.toString(),
                window.window.train().runSetup().shownProperty().get().dataId());
        window.window.train().runSetup().chooseData(DatasetEntry.DOODLES);
        window.frames(2);
        assertEquals("minute", shownPreset(window));
    }

    @Test
    void aFolderWithTwoSubfoldersIsThePairThatAPresetNeeds(@TempDir Path both) throws IOException {
        for (String side : List.of("noto", "twemoji")) {
            blackImage(Files.createDirectory(both.resolve(side)));
        }
        String pair = both.resolve("noto") + "|" + both.resolve("twemoji");
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().openFolder(both);
        window.frames(2);
        window.window.train().runSetup().choosePreset(PresetRegistry.get("emoji"));
        window.frames(2);
        assertEquals(pair, window.last(TrainingCommand.Load.class).request().dataId(), "chosen after the folder");
        WindowFixture other = WindowFixture.ready();
        other.window.train().runSetup().choosePreset(PresetRegistry.get("emoji"));
        other.frames(2);
        other.window.train().runSetup().openFolder(both);
        other.frames(2);
        assertEquals(pair, other.last(TrainingCommand.Load.class).request().dataId(), "chosen before the folder");
        Files.createDirectory(both.resolve("third"));
        assertEquals(Optional.empty(), SubfolderPair.of(both, true), "three folders are no pair");
    }

    /** As the well-known sets for pix2pix come: images of two halves in folders for training and validation. */
    @Test
    void twoSubfoldersOfImagesWithBothHalvesAreNoInputsAndOutputs(@TempDir Path both) throws IOException {
        for (String side : List.of("train", "val")) {
            ImageIO.write(
                    new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB),
                    "png",
                    Files.createDirectory(both.resolve(side)).resolve("1.png").toFile());
        }
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().openFolder(both);
        window.frames(2);
        window.window.train().runSetup().choosePreset(PresetRegistry.get("emoji"));
        window.frames(3);
        assertEquals(
                both + "|", window.last(TrainingCommand.Load.class).request().dataId());
    }

    @Test
    void newestChoiceOfDataWins() {
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().openFolder(Path.of("/images/cats"));
        window.window.train().runSetup().openFolder(Path.of("/images/dogs"));
        window.frames(2);
        assertEquals(2, window.count(TrainingCommand.Load.class));
        assertEquals("dogs", window.window.train().runSetup().shownData().name());
    }

    @Test
    void undoLoadsTheOldPreset() {
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        window.frames(1);
        window.window.undo().undo();
        window.frames(1);
        assertEquals("minute", shownPreset(window));
    }

    @Test
    void sameChoiceAgainLoadsNothing() {
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().chooseSeed(1);
        window.window.train().runSetup().choosePreset(PresetRegistry.get("minute"));
        assertEquals(1, window.count(TrainingCommand.Load.class));
    }

    @Test
    void aPresetForPointsLoadsItsData() {
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().choosePreset(PresetRegistry.get("ring"));
        RunRequest asked = window.last(TrainingCommand.Load.class).request();
        assertEquals(new RunRequest("ring", PresetRegistry.get("ring").spec(), "builtin:ring", 1), asked);
    }

    @Test
    void dataOfAnotherKindLoadsItsPreset() {
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().chooseData("builtin:moons");
        RunRequest asked = window.last(TrainingCommand.Load.class).request();
        assertEquals(new RunRequest("ring", PresetRegistry.get("ring").spec(), "builtin:moons", 1), asked);
        window.frames(1);
        window.window.train().runSetup().chooseData("builtin:grid");
        assertEquals("ring", window.last(TrainingCommand.Load.class).request().presetId());
    }

    @Test
    void aFileOfPointsLoadsAPresetForPoints() {
        WindowFixture window = WindowFixture.ready();
        window.prompts.folder(Path.of("/mine"));
        window.window.train().runSetup().choosePoints();
        RunRequest asked = window.last(TrainingCommand.Load.class).request();
        assertEquals(Path.of("/mine/points.csv").toAbsolutePath().toString(), asked.dataId());
        assertEquals("ring", asked.presetId());
    }

    @Test
    void backFromPointsTheUsersOwnImagesAreLoaded() {
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().openFolder(Path.of("/images/cats"));
        window.frames(1);
        window.window.train().runSetup().choosePreset(PresetRegistry.get("grid"));
        window.frames(1);
        window.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        window.frames(2);
        RunRequest asked = window.last(TrainingCommand.Load.class).request();
        assertEquals("/images/cats", asked.dataId());
        window.frames(1);
        window.window.undo().undo();
        assertEquals(
                "builtin:grid",
                window.last(TrainingCommand.Load.class).request().dataId());
    }

    @Test
    void aPresetChosenByItsImageSaysThatItLearnsDrawnData() {
        WindowFixture window = WindowFixture.ready();
        RunSetupViewModel setup = window.window.train().runSetup();
        Drawing drawing = Drawing.EMPTY.with(List.of(new DrawingKernel(0, 0, 0.2, 1)));
        DrawingLibrary.keep(drawing);
        setup.chooseData(drawing.id());
        window.frames(2);
        setup.choosePreset(PresetRegistry.get("oscillation"));
        window.frames(2);
        assertEquals("", window.window.notices().toastProperty().get(), "the data is seen beside the list of presets");
        setup.chooseShowcased(PresetRegistry.get("oscillation"));
        String remark = window.window.notices().toastProperty().get();
        assertTrue(remark.contains("your own data"), remark);
        window.window.notices().dismissRemark();
        setup.chooseShowcased(PresetRegistry.get("ring"));
        window.frames(2);
        assertEquals(
                "builtin:ring",
                window.last(TrainingCommand.Load.class).request().dataId());
        assertEquals("", window.window.notices().toastProperty().get());
        setup.chooseData(drawing.id());
        window.frames(2);
        assertEquals("ring", window.last(TrainingCommand.Load.class).request().presetId());
        setup.chooseShowcased(PresetRegistry.get("ring"));
        assertEquals(
                "builtin:ring",
                window.last(TrainingCommand.Load.class).request().dataId(),
                "the ring of the image, though the preset is there already");
    }

    @Test
    void aGreyPresetSaysThatColoursAreLost(@TempDir Path images) throws IOException {
        redImage(images);
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().openFolder(images);
        window.frames(2);
        window.window.train().runSetup().choosePreset(PresetRegistry.get("dcgan-light"));
        window.frames(2);
        RunRequest asked = window.last(TrainingCommand.Load.class).request();
        assertEquals("dcgan-light", asked.presetId());
        assertEquals(images.toString(), asked.dataId());
        String remark = window.window.notices().toastProperty().get();
        assertTrue(remark.contains("without their colours"), remark);
    }

    private static void redImage(Path folder) throws IOException {
        BufferedImage red = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        red.setRGB(4, 4, 0xFF0000);
        ImageIO.write(red, "png", folder.resolve("a.png").toFile());
    }

    private static void blackImage(Path folder) throws IOException {
        ImageIO.write(
                new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("a.png").toFile());
    }

    /** A window with a folder, in which a preset for classes was chosen then. */
    private static WindowFixture withClassPreset(Path images) {
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().openFolder(images);
        window.frames(2);
        window.window.train().runSetup().choosePreset(PresetRegistry.get("cgan"));
        window.frames(2);
        return window;
    }

    @Test
    void aPresetForClassesLeavesImagesWithoutLabelsAndSaysSo(@TempDir Path images) throws IOException {
        blackImage(images);
        WindowFixture window = withClassPreset(images);
        RunRequest asked = window.last(TrainingCommand.Load.class).request();
        assertEquals(new RunRequest("cgan", PresetRegistry.get("cgan").spec(), DatasetEntry.DOODLES, 1), asked);
        String remark = window.window.notices().toastProperty().get();
        assertTrue(remark.contains(images.getFileName().toString()), remark);
        assertEquals("", window.window.notices().problemProperty().get());
        window.window.undo().undo();
        window.frames(2);
        assertEquals(
                images.toString(),
                window.last(TrainingCommand.Load.class).request().dataId());
    }

    @Test
    void aPresetForClassesKeepsImagesOfAsManyClasses(@TempDir Path images) throws IOException {
        int classes = PresetRegistry.get("cgan").spec().classes();
        for (int i = 0; i < classes; i++) {
            blackImage(Files.createDirectory(images.resolve("class " + i)));
        }
        WindowFixture window = withClassPreset(images);
        RunRequest asked = window.last(TrainingCommand.Load.class).request();
        assertEquals("cgan", asked.presetId());
        assertEquals(images.toString(), asked.dataId());
        assertEquals("", window.window.notices().toastProperty().get());
    }

    private static String shownPreset(WindowFixture window) {
        return window.window.train().runSetup().shownPreset().id();
    }

    @Test
    void twoFoldersAreAPairThatCanBeSwapped() {
        WindowFixture window = WindowFixture.ready();
        window.window.train().runSetup().chooseData("builtin:doodles|builtin:doodle-outlines");
        assertEquals(
                "builtin:doodles|builtin:doodle-outlines",
                window.last(TrainingCommand.Load.class).request().dataId());
        window.frames(1);
        window.window.train().runSetup().swapPair();
        assertEquals(
                "builtin:doodle-outlines|builtin:doodles",
                window.last(TrainingCommand.Load.class).request().dataId());
    }
}
