package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.explore.DrawingCanvas;
import org.ganvas.viewmodel.translate.TranslateViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** From the inpainting preset to a filled hole and a translated folder, in the real window with a real session. */
@Timeout(300)
@ExtendWith(ApplicationExtension.class)
final class TranslateWalkTest {

    private static final int SIDE = 28;

    @TempDir
    static Path folder;

    private TrainingWindow window;
    private TranslateViewModel model;

    @Start
    void open(Stage stage) {
        window = new TrainingWindow(stage, folder);
        model = window.model().translate();
    }

    @AfterEach
    void close(FxRobot robot) {
        window.closeWith(robot);
    }

    @Test
    void aDigitIsDrawnCutAndFilledAndAFolderTranslated(FxRobot robot) throws Exception {
        WindowHarness.until(() -> !robot.lookup("#startButton").query().isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        WindowHarness.until(() -> robot.lookup("#translateScreen").query().isVisible());
        assertFalse(model.reasonProperty().get().isEmpty(), "the first run generates images");
        robot.interact(
                () -> robot.lookup("#translateOpenPreset").queryAs(Button.class).fire());
        WindowHarness.until(() ->
                model.reasonProperty().get().isEmpty() && model.outputProperty().get() != null);
        enterTakesTheImageAfterTheClickedOne(robot);
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> output().step() > 20);
        robot.interact(model.board()::clear);
        drag(robot, 8, 20);
        assertTrue(canvas().pixels()[14 * SIDE + 14] > 0.9f, "the pen draws in white");
        robot.interact(
                () -> robot.lookup("#translatePen3").queryAs(ToggleButton.class).fire());
        drag(robot, 13, 15);
        assertTrue(canvas().holes()[14 * SIDE + 14]);
        WindowHarness.until(() -> meanInHole() > 0.2);
        requireKnownPixelsKept();
        robot.interact(
                () -> robot.lookup("#translateHeat").queryAs(ToggleButton.class).fire());
        WindowHarness.until(
                () -> Objects.requireNonNull(model.shownOutputProperty().get())
                                .shape()
                                .channels()
                        == 3);
        translateFolder(robot);
    }

    private void enterTakesTheImageAfterTheClickedOne(FxRobot robot) throws TimeoutException {
        Node grid = robot.lookup("#translateChoices").query();
        robot.clickOn(robot.point(grid).atOffset(4, 4));
        SampleGrid images = Objects.requireNonNull(model.choicesProperty().get());
        int clicked = images.rows() / 2 * images.columns() + images.columns() / 2;
        WindowHarness.until(() -> Arrays.equals(images.image(clicked).pixels(), canvas().pixels()));
        robot.push(KeyCode.ENTER);
        WindowHarness.until(() -> Arrays.equals(images.image(clicked + 1).pixels(), canvas().pixels()));
    }

    /** Mean of the output in the hole, which the stroke must come to cross: the given grey is 0, the ground -1. */
    private double meanInHole() {
        float[] made = output().pixels();
        double sum = 0;
        int missing = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            if (canvas().holes()[i]) {
                sum += made[i];
                missing++;
            }
        }
        return sum / missing;
    }

    private void requireKnownPixelsKept() {
        float[] made = output().pixels();
        for (int i = 0; i < SIDE * SIDE; i++) {
            if (!canvas().holes()[i]) {
                assertEquals(canvas().pixels()[i], made[i], 1e-6);
            }
        }
    }

    private void translateFolder(FxRobot robot) throws Exception {
        Path from = Files.createDirectories(folder.resolve("from"));
        for (String name : new String[] {"a.png", "b.png"}) {
            ImageIO.write(
                    new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY),
                    "png",
                    from.resolve(name).toFile());
        }
        Path to = folder.resolve("to");
        window.prompts.export(to);
        robot.interact(() -> model.drop(from));
        WindowHarness.until(() -> Files.exists(to.resolve("b.png"))
                && !model.folder().busyProperty().get());
        assertEquals(SIDE, ImageIO.read(to.resolve("a.png").toFile()).getWidth());
    }

    private SampleGrid output() {
        return Objects.requireNonNull(model.outputProperty().get());
    }

    private DrawingCanvas canvas() {
        return Objects.requireNonNull(model.board().canvasProperty().get());
    }

    /** Drags down the middle of the board, between two rows of the image. */
    private void drag(FxRobot robot, int from, int to) throws TimeoutException {
        Node board = robot.lookup("#translateInput").query().lookup("#drawingCanvas");
        Bounds bounds = board.localToScreen(board.getBoundsInLocal());
        double x = bounds.getMinX() + 14.5 / SIDE * bounds.getWidth();
        DrawingCanvas before = canvas();
        robot.moveTo(x, bounds.getMinY() + (from + 0.5) / SIDE * bounds.getHeight());
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(x, bounds.getMinY() + (to + 0.5) / SIDE * bounds.getHeight());
        robot.release(MouseButton.PRIMARY);
        WindowHarness.until(() -> canvas() != before);
    }
}
