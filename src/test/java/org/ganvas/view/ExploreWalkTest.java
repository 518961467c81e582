package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.view.paint.SampleGridView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A walk through the Explore screen with a fake session: each control changes the image. */
final class ExploreWalkTest extends WindowTest {

    @BeforeEach
    void enter(FxRobot robot) throws TimeoutException {
        WindowHarness.withoutTooltips(window.scene());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        WindowHarness.until(() -> preview(robot).count() == 1 && preview(robot).pixels().length > 1);
    }

    @Test
    void screensAreReachedByKeysAndButtons(FxRobot robot) throws TimeoutException {
        assertFalse(robot.lookup("#trainScreen").query().isVisible());
        robot.clickOn("#screen0");
        WindowHarness.until(() -> robot.lookup("#trainScreen").query().isVisible());
        assertFalse(robot.lookup("#exploreScreen").query().isVisible());
        robot.clickOn("#screen1");
        WindowHarness.until(() -> robot.lookup("#exploreScreen").query().isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        WindowHarness.until(() -> robot.lookup("#trainScreen").query().isVisible());
    }

    @Test
    void everySliderChangesTheImage(FxRobot robot) throws TimeoutException {
        changesTheImage(
                robot,
                "a slider",
                () -> slider(robot, "#exploreSliderDIMENSION3").setValue(2.5));
        assertFalse(robot.lookup("#exploreReset").query().isDisabled());
        changesTheImage(robot, "reset", () -> button(robot, "#exploreReset").fire());
        assertTrue(robot.lookup("#exploreReset").query().isDisabled());
        changesTheImage(robot, "random", () -> button(robot, "#exploreRandom").fire());
        changesTheImage(robot, "undo", () -> button(robot, "#exploreUndo").fire());
        changesTheImage(robot, "truncation", () -> slider(robot, "#truncation").setValue(0.4));
        robot.interact(() -> slider(robot, "#classShare").setValue(0.5));
        WindowHarness.until(() -> newest().classWeights().get(0)[1] == 0.5f);
        robot.interact(() -> combo(robot, "#classA").getSelectionModel().select(7));
        WindowHarness.until(() -> newest().classWeights().get(0)[7] == 0.5f);
    }

    @Test
    void filterLeavesTheMatchingSlider(FxRobot robot) throws TimeoutException {
        robot.interact(
                () -> robot.lookup("#sliderFilter").queryAs(TextField.class).setText("z17"));
        WindowHarness.until(
                () -> robot.lookup("#exploreSliderDIMENSION16").tryQuery().isPresent()
                        && robot.lookup("#exploreSliderDIMENSION0").tryQuery().isEmpty());
    }

    @Test
    void dragWheelAndKeysMoveAlongTheSlice(FxRobot robot) throws TimeoutException {
        double before = slider(robot, "#exploreSliderDIMENSION0").getValue();
        robot.drag("#preview", MouseButton.PRIMARY).moveBy(80, 0).drop();
        WindowHarness.until(() -> slider(robot, "#exploreSliderDIMENSION0").getValue() > before + 0.2);
        double now = slider(robot, "#exploreSliderDIMENSION1").getValue();
        robot.push(KeyCode.UP);
        WindowHarness.until(() -> slider(robot, "#exploreSliderDIMENSION1").getValue() > now);
        robot.interact(() -> toggle(robot, "#patchSize2").fire());
        WindowHarness.until(() -> preview(robot).count() == 25);
        double range = slider(robot, "#sliceRange").getValue();
        int[] pixels = preview(robot).pixels();
        robot.push(KeyCode.MINUS);
        WindowHarness.until(() -> slider(robot, "#sliceRange").getValue() > range);
        WindowHarness.until(() -> !Arrays.equals(pixels, preview(robot).pixels()));
        changesTheImage(
                robot, "the circular walk", () -> slider(robot, "#circleAngle").setValue(120));
    }

    @Test
    void anImageOfTheTrainScreenGoesIntoASlot(FxRobot robot) throws TimeoutException {
        robot.clickOn("#screen0");
        SampleGridView grid = robot.lookup("#generatedGrid").queryAs(SampleGridView.class);
        WindowHarness.until(() -> grid.isVisible() && grid.count() > 3);
        robot.interact(grid::requestFocus);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.B);
        robot.clickOn("#screen1");
        WindowHarness.until(() -> robot.lookup("#slotB").query().isVisible());
        WindowHarness.until(
                () -> robot.lookup("#slotImageB").queryAs(SampleGridView.class).count() == 1);
    }

    @Test
    void slotsAreInterpolatedAndAdded(FxRobot robot) throws TimeoutException {
        robot.interact(() -> toggle(robot, "#tool1").fire());
        robot.clickOn("#slotA");
        robot.interact(() -> button(robot, "#exploreRandom").fire());
        robot.clickOn("#slotB");
        robot.interact(() -> button(robot, "#exploreRandom").fire());
        robot.clickOn("#slotC");
        WindowHarness.until(() -> grid(robot, "#slerpStrip").count() == 9
                && grid(robot, "#arithmeticImage").count() == 1);
        changesTheImage(
                robot,
                "the interpolation",
                () -> slider(robot, "#interpolationPosition").setValue(0.3));
        changesTheImage(
                robot, "the result", () -> button(robot, "#arithmeticOpen").fire());
        int asked = newest().latents().size();
        WindowHarness.until(() -> grid(robot, "#slotImageC").count() == 1);
        Node slot = robot.lookup("#slotC").query();
        robot.interact(() -> Event.fireEvent(
                slot, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 9, 9, 9, 9, false, null)));
        List<MenuItem> items = Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu && window.isShowing())
                .flatMap(window -> ((ContextMenu) window).getItems().stream())
                .toList();
        assertEquals(
                List.of("cellCopyImage", "cellSaveImage", "slotClear"),
                items.stream().map(MenuItem::getId).toList());
        robot.interact(() -> {
            items.get(2).fire();
            items.get(2).getParentPopup().hide();
        });
        WindowHarness.until(() -> newest().latents().size() == asked - 2);
    }

    @Test
    void anImageOfTheTrainScreenOpensHere(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        WindowHarness.until(() -> grid(robot, "#generatedGrid").count() > 20);
        float[] before = newest().latents().get(0);
        robot.interact(() -> robot.lookup("#generatedGrid").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.ENTER);
        WindowHarness.until(() -> robot.lookup("#exploreScreen").query().isVisible()
                && !Arrays.equals(before, newest().latents().get(0)));
        // The second image of the grid has the second class.
        WindowHarness.until(() -> newest().classWeights().get(0)[1] == 1);
    }

    @Test
    void aPressOnTheGridGivesItTheKeys(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        SampleGridView grid = grid(robot, "#generatedGrid");
        WindowHarness.until(() -> grid.count() > 20);
        Bounds first = grid.localToScreen(new BoundingBox(0, 0, 8, 8));
        robot.moveTo(first.getCenterX(), first.getCenterY())
                .press(MouseButton.SECONDARY)
                .release(MouseButton.SECONDARY);
        robot.push(KeyCode.ESCAPE);
        assertTrue(grid.isFocused());
        assertEquals(-1, grid.markedImage(), "the pointer shows what is chosen");
        robot.push(KeyCode.RIGHT);
        assertEquals(1, grid.markedImage());
        robot.clickOn(first.getCenterX(), first.getCenterY());
        WindowHarness.until(() -> robot.lookup("#exploreScreen").query().isVisible());
    }

    @Test
    void aFavouriteIsAddedAndOpenedAgain(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.interact(() -> toggle(robot, "#tool3").fire());
        WindowHarness.until(() -> robot.lookup("#favourite0").tryQuery().isPresent());
        float[] kept = newest().latents().get(0);
        changesTheImage(robot, "random", () -> button(robot, "#exploreRandom").fire());
        WindowHarness.until(() -> !Arrays.equals(kept, newest().latents().get(0)));
        changesTheImage(
                robot, "the favourite", () -> button(robot, "#favourite0").fire());
        WindowHarness.until(() -> Arrays.equals(kept, newest().latents().get(0)));
    }

    @Test
    void drawingChangesTheCanvas(FxRobot robot) throws TimeoutException {
        robot.interact(() -> toggle(robot, "#tool2").fire());
        WindowHarness.until(() -> grid(robot, "#drawingCanvas").pixels().length > 1);
        int[] before = grid(robot, "#drawingCanvas").pixels();
        robot.drag("#drawingCanvas", MouseButton.PRIMARY).moveBy(20, 10).drop();
        WindowHarness.until(
                () -> !Arrays.equals(before, grid(robot, "#drawingCanvas").pixels()));
        int[] drawn = grid(robot, "#drawingCanvas").pixels();
        robot.interact(() -> toggle(robot, "#pen1").fire());
        robot.drag("#drawingCanvas", MouseButton.PRIMARY).moveBy(-20, 10).drop();
        WindowHarness.until(
                () -> !Arrays.equals(drawn, grid(robot, "#drawingCanvas").pixels()));
        robot.interact(() -> button(robot, "#canvasClear").fire());
        WindowHarness.until(
                () -> Arrays.equals(before, grid(robot, "#drawingCanvas").pixels()));
    }

    @Test
    void everyControlHasANameForScreenReaders(FxRobot robot) {
        assertTrue(robot.lookup("#exploreScreen .button").queryAll().size() > 5);
        robot.lookup(node -> node.isFocusTraversable() && node.getId() != null)
                .queryAll()
                .forEach(node -> assertFalse(
                        node.getAccessibleText() == null
                                || node.getAccessibleText().isBlank(),
                        node.getId()));
        assertEquals("Ganvas", window.stage.getTitle().replaceAll(".*– ", ""));
    }

    @Test
    void aFoldedPaneOpensWithItsTab(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            window.stage.setWidth(1024);
            window.stage.setHeight(640);
            window.model().display().chooseTextSize(200);
        });
        WindowHarness.until(() -> robot.lookup("#tab-film").tryQuery().isPresent());
        robot.interact(() -> toggle(robot, "#tab-film").fire());
        TitledPane film = robot.lookup("#filmFold").queryAs(TitledPane.class);
        assertTrue(film.isExpanded());
        robot.interact(() -> film.setExpanded(false));
        robot.interact(() -> toggle(robot, "#tab-film").fire());
        assertTrue(film.isExpanded());
        robot.interact(() -> window.model().display().chooseTextSize(100));
    }

    private void changesTheImage(FxRobot robot, String what, Runnable control) throws TimeoutException {
        int[] before = preview(robot).pixels();
        robot.interact(control);
        WindowHarness.until(() -> !Arrays.equals(before, preview(robot).pixels()));
        assertFalse(Arrays.equals(before, preview(robot).pixels()), what);
    }

    private LatentRequest newest() {
        List<LatentRequest> requests = window.training.latents().requests();
        return requests.get(requests.size() - 1);
    }

    private static SampleGridView preview(FxRobot robot) {
        return grid(robot, "#preview");
    }

    private static SampleGridView grid(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(SampleGridView.class);
    }

    private static Slider slider(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Slider.class);
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Button.class);
    }

    private static ToggleButton toggle(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ToggleButton.class);
    }

    private static ComboBox<?> combo(FxRobot robot, String id) {
        Node box = robot.lookup(id).query();
        return (ComboBox<?>) box;
    }
}
