package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.ganvas.fake.FileDrops;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What is shown while files and latents are dragged over the real window. */
final class DropWalkTest extends WindowTest {

    // ---- Window ----

    @Test
    void folderOverTheWindowIsOfferedAsDataAndTheOverlayGoesWithTheDrag(FxRobot robot) throws IOException {
        File cats = Files.createDirectories(folder.resolve("cats")).toFile();
        assertFalse(node("#dropOverlay").isVisible());
        assertTrue(over(robot, "#timeline", cats));
        assertEquals("Open folder “cats” as data", sentence());
        assertEquals(window.scene().getRoot().getLayoutBounds(), outline());
        robot.interact(() -> FileDrops.leave(node("#timeline")));
        assertFalse(node("#dropOverlay").isVisible());
    }

    @Test
    void filesAreNamedAfterWhatTheyBecome(FxRobot robot) throws IOException {
        assertTrue(over(robot, "#timeline", file("run.ganvas")));
        assertEquals("Open project “run.ganvas”", sentence());
        assertTrue(over(robot, "#timeline", file("POINTS.CSV")));
        assertEquals("Open “POINTS.CSV” as 2-D points", sentence());
        assertTrue(over(robot, "#timeline", file("model.zip")));
        assertEquals("Start a run from the generator in “model.zip”", sentence());
        File zebras = Files.createDirectories(folder.resolve("zebras")).toFile();
        File horses = Files.createDirectories(folder.resolve("horses")).toFile();
        assertTrue(over(robot, "#timeline", horses, zebras));
        assertEquals("Open “horses” as inputs and “zebras” as target images", sentence());
    }

    @Test
    void refusedFilesAreNotAcceptedAndTheReasonIsShown(FxRobot robot) throws IOException {
        assertFalse(over(robot, "#timeline", file("notes.pdf")));
        assertTrue(sentence().startsWith("Ganvas cannot open “notes.pdf”."), sentence());
        assertTrue(node("#dropOverlay").getStyleClass().contains("refused"));
        assertFalse(over(robot, "#timeline", file("cat.png")));
        assertTrue(sentence().startsWith("One image is no data"), sentence());
        assertTrue(over(robot, "#timeline", file("run.ganvas")));
        assertFalse(node("#dropOverlay").getStyleClass().contains("refused"));
    }

    // ---- Targets within it ----

    @Test
    void generatorSourceTakesAProjectAndLeavesAFolderToTheWindow(FxRobot robot) throws Exception {
        openExplore(robot);
        assertTrue(over(robot, "#sourceChoice", file("other.ganvas")));
        assertEquals("Explore the generator in “other.ganvas”; the run stays as it is", sentence());
        assertEquals(sceneBounds("#sourceBar").getWidth(), outline().getWidth());
        File cats = Files.createDirectories(folder.resolve("cats")).toFile();
        assertTrue(over(robot, "#sourceChoice", cats));
        assertEquals("Open folder “cats” as data", sentence());
    }

    @Test
    void latentOverThePreviewIsOfferedAndOtherTextRefused(FxRobot robot) throws Exception {
        openExplore(robot);
        String latent = window.model().explore().actions().currentLatentAsText();
        boolean[] accepted = new boolean[1];
        robot.interact(() -> accepted[0] = FileDrops.over(node("#preview"), latent));
        assertTrue(accepted[0]);
        assertEquals("Explore this latent", sentence());
        robot.interact(() -> accepted[0] = FileDrops.over(node("#preview"), "shopping list"));
        assertFalse(accepted[0]);
        assertEquals("This text is not a latent.", sentence());
        assertEquals("", ((Labeled) node("#problemText")).getText());
    }

    private void openExplore(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        WindowHarness.until(
                () -> node("#sourceChoice") != null && node("#sourceChoice").isVisible());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static File file(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        return file.toFile();
    }

    private boolean over(FxRobot robot, String selector, File... files) {
        boolean[] accepted = new boolean[1];
        robot.interact(() -> {
            accepted[0] = FileDrops.over(node(selector), files);
            window.scene().getRoot().layout();
        });
        return accepted[0];
    }

    private String sentence() {
        assertTrue(node("#dropOverlay").isVisible());
        return ((Labeled) node("#dropSentence")).getText();
    }

    private Bounds outline() {
        Node outline = node(".drop-outline");
        return outline.localToScene(outline.getLayoutBounds());
    }

    private Bounds sceneBounds(String selector) {
        return node(selector).localToScene(node(selector).getLayoutBounds());
    }

    private Node node(String selector) {
        return window.scene().lookup(selector);
    }
}
