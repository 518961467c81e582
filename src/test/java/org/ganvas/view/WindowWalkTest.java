package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Paint;
import javafx.stage.WindowEvent;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingCommand;
import org.ganvas.view.paint.SampleGridView;
import org.ganvas.view.paint.ScatterView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Walks through the real window with a fake session. */
final class WindowWalkTest extends WindowTest {

    @BeforeEach
    void dropTooltips() {
        WindowHarness.withoutTooltips(window.scene());
    }

    @Test
    void startedTrainingCountsStepsAndChangesTheSamples(FxRobot robot) throws TimeoutException {
        int[] before = grid(robot, "#generatedGrid").pixels();
        robot.clickOn("#startButton");
        WindowHarness.until(() -> !text(robot, "#stepCount").equals("0"));
        WindowHarness.until(
                () -> !Arrays.equals(before, grid(robot, "#generatedGrid").pixels()));
        assertEquals("Pause", text(robot, "#startButton"));
        WindowHarness.until(() -> !text(robot, "#legendGENERATOR_LOSS").equals("–"));
        robot.clickOn("#startButton");
        WindowHarness.until(() -> text(robot, "#stateLabel").equals("Paused"));
        assertEquals("Start", text(robot, "#startButton"));
    }

    @Test
    void exportsAreReachedByKeysAndMenu(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.E);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of("generator.zip", "discriminator.zip", "weights.npz"), window.prompts.questions());
        Menu file = (Menu)
                robot.lookup("#menuButton").queryAs(MenuButton.class).getItems().get(1);
        Menu exports = (Menu) file.getItems().get(file.getItems().size() - 1);
        robot.interact(() -> exports.getItems().get(2).fire());
        assertEquals("weights.npz", window.prompts.questions().get(3));
    }

    @Test
    void movedSliderChangesTheLatentImage(FxRobot robot) throws TimeoutException {
        WindowHarness.until(
                () -> robot.lookup("#latentSlider5 .track").tryQuery().isPresent()
                        && grid(robot, "#latentImage").pixels().length > 0);
        int[] before = grid(robot, "#latentImage").pixels();
        robot.clickOn("#latentSlider5 .track");
        WindowHarness.until(
                () -> !Arrays.equals(before, grid(robot, "#latentImage").pixels()));
    }

    @Test
    void spaceStartsAndStepsAreLettersInAField(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> text(robot, "#stateLabel").equals("Training"));
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> text(robot, "#stateLabel").equals("Paused"));
        String steps = text(robot, "#stepCount");
        robot.clickOn("#generatorRateField");
        robot.push(KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(steps, text(robot, "#stepCount"));
        assertEquals("Paused", text(robot, "#stateLabel"));
    }

    @Test
    void spaceInAFieldForANumberCommitsItAndStarts(FxRobot robot) throws TimeoutException {
        robot.clickOn("#generatorRateField");
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.write("0.002");
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> text(robot, "#stateLabel").equals("Training"));
        TextField field = robot.lookup("#generatorRateField").queryAs(TextField.class);
        assertTrue(field.isFocused());
        assertEquals("0.002", field.getText());
        assertEquals(
                0.002,
                window.training.run().spec().training().generatorOptimizer().learningRate(),
                1e-9);
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> text(robot, "#stateLabel").equals("Paused"));
    }

    @Test
    void typedRateReachesTheSession(FxRobot robot) throws TimeoutException {
        TextInputControl field = robot.lookup("#generatorRateField").query();
        robot.clickOn(field);
        robot.interact(() -> field.setText("0.002"));
        robot.push(KeyCode.ENTER);
        WindowHarness.until(() -> lastRate() == 0.002);
        assertEquals(0.0005, lastAdjusted().training().discriminatorOptimizer().learningRate());
    }

    @Test
    void aSettingIsUndoneAndRedoneByKeys(FxRobot robot) throws TimeoutException {
        TextInputControl field = robot.lookup("#generatorRateField").query();
        String before = field.getText();
        robot.clickOn(field);
        robot.interact(() -> field.setText("0.002"));
        robot.push(KeyCode.ENTER);
        WindowHarness.until(() -> lastRate() == 0.002);
        robot.interact(() -> window.stage.getScene().getRoot().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        WindowHarness.until(() -> lastRate() != 0.002 && field.getText().equals(before));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        WindowHarness.until(() -> lastRate() == 0.002 && field.getText().equals("0.002"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        WindowHarness.until(() -> lastRate() != 0.002);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        WindowHarness.until(() -> lastRate() == 0.002);
    }

    private double lastRate() {
        GanSpec last = lastAdjusted();
        return last == null ? Double.NaN : last.training().generatorOptimizer().learningRate();
    }

    private GanSpec lastAdjusted() {
        return window.training.submitted().stream()
                .filter(TrainingCommand.Adjust.class::isInstance)
                .map(command -> ((TrainingCommand.Adjust) command).spec())
                .reduce(null, (first, last) -> last);
    }

    @Test
    void refusedPresetShowsTheOldOneAndSaysWhy(FxRobot robot) throws TimeoutException {
        window.training.refuseNextLoad("The images do not fit this preset.");
        ComboBox<?> choice = robot.lookup("#presetChoice").queryComboBox();
        Object before = choice.getValue();
        AtomicReference<Object> chosen = new AtomicReference<>();
        robot.interact(() -> {
            choice.getSelectionModel().select(2);
            chosen.set(choice.getValue());
        });
        assertNotEquals(before, chosen.get());
        WindowHarness.until(() -> choice.getValue() == before);
        WindowHarness.until(() -> robot.lookup("#problemBanner").query().isVisible());
        assertEquals("The images do not fit this preset.", text(robot, "#problemText"));
        robot.clickOn("#problemClose");
        WindowHarness.until(() -> !robot.lookup("#problemBanner").query().isVisible());
    }

    @Test
    void openedFolderShowsItsNameAndTheThreadsFollowTheChoice(FxRobot robot) throws TimeoutException {
        window.prompts.folder(folder.resolve("cats"));
        robot.clickOn("#folderButton");
        ComboBox<?> choice = robot.lookup("#dataChoice").queryComboBox();
        WindowHarness.until(() ->
                choice.getValue() instanceof DatasetEntry entry && entry.name().equals("cats"));
        assertEquals("2 threads (automatic)", text(robot, "#threads"));
        MenuButton threads = robot.lookup("#threads").queryAs(MenuButton.class);
        robot.interact(() -> threads.getItems().get(1).fire());
        WindowHarness.until(() -> text(robot, "#threads").equals("1 thread"));
    }

    @Test
    void declinedNewRunKeepsDataAndWork(FxRobot robot) throws TimeoutException {
        robot.clickOn("#stepButton");
        WindowHarness.until(() -> text(robot, "#stepCount").equals("1"));
        window.prompts.answer(false);
        ComboBox<DatasetEntry> choice = robot.lookup("#dataChoice").queryComboBox();
        robot.interact(() -> choice.getSelectionModel().select(1));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(DatasetEntry.DOODLES, choice.getValue().id());
        assertEquals(1, window.prompts.questions().size());
        assertEquals("1", text(robot, "#stepCount"));
    }

    @Test
    void presetForPointsShowsAScatterThatTrainingMoves(FxRobot robot) throws TimeoutException {
        ComboBox<Preset> choice = robot.lookup("#presetChoice").queryComboBox();
        robot.interact(() -> choice.setValue(PresetRegistry.get("ring")));
        WindowHarness.until(() -> robot.lookup("#points").tryQuery().isPresent());
        ScatterView scatter = robot.lookup("#points").queryAs(ScatterView.class);
        WindowHarness.until(() -> scatter.getParent().isVisible() && scatter.pixels().length > 1);
        assertFalse(robot.lookup("#generatedGrid").query().getParent().isVisible());
        int[] before = scatter.pixels();
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> !Arrays.equals(before, scatter.pixels()));
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> text(robot, "#stateLabel").equals("Paused"));
    }

    @Test
    void latentPadMovesBothSliders(FxRobot robot) throws TimeoutException {
        ComboBox<Preset> choice = robot.lookup("#presetChoice").queryComboBox();
        robot.interact(() -> choice.setValue(PresetRegistry.get("ring")));
        WindowHarness.until(() -> robot.lookup("#latentSlider1").tryQuery().isPresent()
                && robot.lookup("#latentPad").query().isVisible());
        Slider across = robot.lookup("#latentSlider0").queryAs(Slider.class);
        Slider up = robot.lookup("#latentSlider1").queryAs(Slider.class);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#latentPad .scatter-view");
        WindowHarness.until(() -> Math.abs(across.getValue()) < 0.1 && Math.abs(up.getValue()) < 0.1);
        robot.push(KeyCode.RIGHT);
        WindowHarness.until(() -> across.getValue() > 0.02);
    }

    @Test
    void themeChangesByButtonAndKey(FxRobot robot) throws TimeoutException {
        String dark = window.stage.getScene().getStylesheets().toString();
        robot.clickOn("#themeButton");
        WindowHarness.until(
                () -> !window.stage.getScene().getStylesheets().toString().equals(dark));
        robot.push(KeyCode.T);
        WindowHarness.until(
                () -> window.stage.getScene().getStylesheets().toString().equals(dark));
    }

    /** Styling takes long; a screen that is not shown must not cost any until it is. */
    @Test
    void changedThemeAndTextReachAHiddenScreenWhenItIsShown(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        WindowHarness.until(() -> titleColour(robot) != null);
        Paint before = titleColour(robot);
        assertTrue(robot.lookup("#exploreScreen").lookup(".pane-tab").tryQuery().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.clickOn("#themeButton");
        WindowHarness.until(() -> robot.lookup("#exploreScreen").tryQuery().isEmpty());
        robot.interact(() -> window.model().display().chooseTextSize(200));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        WindowHarness.until(() -> titleColour(robot) != null
                && !Objects.equals(before, titleColour(robot))
                && robot.lookup("#exploreScreen").lookup(".pane-tab").tryQuery().isPresent());
        robot.interact(() -> window.model().display().chooseTextSize(100));
        robot.clickOn("#themeButton");
        WindowHarness.until(() -> Objects.equals(before, titleColour(robot)));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    }

    private static @Nullable Paint titleColour(FxRobot robot) {
        return robot.lookup("#exploreScreen")
                .lookup(".card-title")
                .tryQueryAs(Label.class)
                .map(Label::getTextFill)
                .orElse(null);
    }

    @Test
    void walkPlaysAndMovesItsSlider(FxRobot robot) throws TimeoutException {
        Slider position = robot.lookup("#walkPosition").queryAs(Slider.class);
        double start = position.getValue();
        int[] before = grid(robot, "#latentImage").pixels();
        robot.clickOn("#walkPlay");
        WindowHarness.until(() -> position.getValue() != start
                && !Arrays.equals(before, grid(robot, "#latentImage").pixels()));
        robot.clickOn("#walkPlay");
        double end = position.getValue();
        assertTrue(end > start && end <= position.getMax(), start + " to " + end);
    }

    @Test
    void internalErrorKeepsTheRunAndShowsItsReport(FxRobot robot) throws TimeoutException, IOException {
        robot.clickOn("#stepButton");
        WindowHarness.until(() -> text(robot, "#stepCount").equals("1"));
        window.training.breakNextTake(new IllegalStateException("a mistake made on purpose"));
        WindowHarness.until(() -> robot.lookup("#problemReport").query().isVisible());
        assertEquals("Internal error. Your run is safe.", text(robot, "#problemText"));
        robot.clickOn("#problemReport");
        String report = window.prompts.texts().get(0);
        assertTrue(report.contains("IllegalStateException: a mistake made on purpose"), report);
        try (Stream<Path> reports = Files.list(folder.resolve("state/reports"))) {
            assertEquals(1, reports.count());
        }
        robot.clickOn("#stepButton");
        WindowHarness.until(() -> text(robot, "#stepCount").equals("2"));
    }

    @Test
    void closingAsksAboutUnsavedStepsAndStaysWhenCancelled(FxRobot robot) throws TimeoutException {
        robot.clickOn("#stepButton");
        WindowHarness.until(() -> text(robot, "#stepCount").equals("1"));
        assertEquals("Unsaved run • – Ganvas", window.stage.getTitle());
        window.prompts.answer(false);
        robot.interact(() -> window.stage.fireEvent(new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertTrue(window.stage.isShowing());
        assertEquals(1, window.prompts.questions().size());
    }

    @Test
    void closedWindowClosesTheSessionOnce(FxRobot robot) {
        window.closeWith(robot);
        window.closeWith(robot);
        assertEquals(1, window.training.timesClosed());
    }

    @Test
    void everyMenuHasAnIconOfItsOwn(FxRobot robot) {
        List<Ikon> icons = robot.lookup("#menuButton").queryAs(MenuButton.class).getItems().stream()
                .map(MenuItem::getGraphic)
                .filter(FontIcon.class::isInstance)
                .map(icon -> ((FontIcon) icon).getIconCode())
                .toList();
        assertTrue(icons.size() > 5, icons.toString());
        assertEquals(icons.size(), Set.copyOf(icons).size(), icons.toString());
    }

    @Test
    void everyControlHasANameForScreenReaders(FxRobot robot) {
        assertTrue(robot.lookup(".button").queryAll().size() > 5);
        robot.lookup(node -> node.isFocusTraversable() && node.getId() != null)
                .queryAll()
                .forEach(node -> assertFalse(
                        node.getAccessibleText() == null
                                || node.getAccessibleText().isBlank(),
                        node.getId()));
    }

    private static SampleGridView grid(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(SampleGridView.class);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }
}
