package org.ganvas.view.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Keys that belong to a field or to an open list, and those that reach the window from there. */
@ExtendWith(ApplicationExtension.class)
final class KeyFiltersTest {

    private final List<String> shortcuts = new ArrayList<>();
    private final List<Double> entered = new ArrayList<>();
    private ComboBox<String> list;
    private NumberField field;
    private Scene scene;
    private String chosen = "First minute";

    @Start
    void open(Stage stage) {
        list = ComboBoxes.of(
                FXCollections.observableArrayList("First minute", "DCGAN", "Ring of 8", "Ring of 25"),
                name -> name,
                name -> chosen = name,
                () -> chosen);
        list.setValue(chosen);
        field = new NumberField(value -> String.format(Locale.ROOT, "%.3f", value), entered::add);
        scene = new Scene(new VBox(list, field), 300, 200);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.R), () -> shortcuts.add("reset"));
        scene.getAccelerators()
                .put(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN), () -> shortcuts.add("undo"));
        KeyFilters.install(scene, () -> shortcuts.add("start"), () -> false);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void whatIsNoNumberIsExplainedAndACommaIsAPoint(FxRobot robot) {
        enter(robot, field, "abc");
        assertEquals("“abc” is not a number: 0.000 stays.", reason());
        enter(robot, field, "1,000");
        assertEquals("“1,000” is not a number: 0.000 stays.", reason(), "a thousand or one");
        enter(robot, field, "0,001");
        enter(robot, field, "2,5");
        assertEquals(List.of(0.001, 2.5), entered);
    }

    @Test
    void aNumberBeyondTheLimitIsExplained(FxRobot robot) {
        NumberField[] limited = new NumberField[1];
        limited[0] = new NumberField(
                value -> String.format(Locale.ROOT, "%.1f", value), value -> limited[0].show(Math.min(1, value)));
        robot.interact(() -> ((VBox) scene.getRoot()).getChildren().add(limited[0]));
        enter(robot, limited[0], "0.5");
        assertTrue(Window.getWindows().stream().noneMatch(Tooltip.class::isInstance));
        enter(robot, limited[0], "7");
        assertEquals("7 is outside the range that is possible here: set to 1.0.", reason());
    }

    private static void enter(FxRobot robot, NumberField into, String text) {
        robot.interact(() -> {
            into.requestFocus();
            into.setText(text);
            into.fireEvent(new ActionEvent());
        });
    }

    /** The newest one; older ones stay for some seconds. */
    private static String reason() {
        return Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(window -> ((Tooltip) window).getText())
                .reduce("", (first, second) -> second);
    }

    private static void press(Node node, KeyCode code, String text, boolean control) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, control, false, false));
    }

    private void type(String text) {
        for (String letter : text.split("")) {
            press(list, KeyCode.getKeyCode(letter.toUpperCase(Locale.ROOT)), letter, false);
        }
    }

    @Test
    void charactersInAFieldAreNoShortcuts(FxRobot robot) {
        robot.interact(() -> {
            scene.getAccelerators().put(new KeyCodeCombination(KeyCode.PERIOD), () -> shortcuts.add("next"));
            scene.getAccelerators().put(new KeyCodeCombination(KeyCode.COMMA), () -> shortcuts.add("previous"));
            TextField text = new TextField();
            ((VBox) scene.getRoot()).getChildren().add(text);
            for (Node node : List.of(field, text)) {
                node.requestFocus();
                press(node, KeyCode.PERIOD, ".", false);
                press(node, KeyCode.COMMA, ",", false);
            }
        });
        assertEquals(List.of(), shortcuts);
    }

    @Test
    void typingInAnOpenListFindsAnEntryAndNoShortcut(FxRobot robot) {
        robot.interact(() -> {
            list.requestFocus();
            list.show();
            type("ring");
        });
        assertEquals("First minute", chosen, "found, not chosen yet");
        robot.interact(() -> press(list, KeyCode.ENTER, "\r", false));
        robot.interact(() -> {});
        assertEquals("Ring of 8", chosen);
        assertFalse(list.isShowing());
        assertEquals(List.of(), shortcuts);
    }

    @Test
    void whatNoEntryBeginsWithIsFoundWithinThem(FxRobot robot) {
        robot.interact(() -> {
            list.requestFocus();
            list.show();
            type("25");
            press(list, KeyCode.ENTER, "\r", false);
        });
        robot.interact(() -> {});
        assertEquals("Ring of 25", chosen);
    }

    @Test
    void aClosedListLeavesTheShortcutsAlone(FxRobot robot) {
        robot.interact(() -> {
            list.requestFocus();
            type("r");
        });
        assertEquals(List.of("reset"), shortcuts);
        assertEquals("First minute", chosen);
    }

    @Test
    void undoLeavesAFieldOnlyWhereItsNumberIsCommitted(FxRobot robot) {
        robot.interact(() -> {
            field.show(0.5);
            field.requestFocus();
            field.setText("0.7");
            press(field, KeyCode.Z, "", true);
        });
        assertEquals(List.of(), shortcuts, "the typing itself can be undone");
        robot.interact(() -> {
            field.fireEvent(new ActionEvent());
            field.show(0.7);
            press(field, KeyCode.Z, "", true);
        });
        assertEquals(List.of(0.7), entered);
        assertEquals(List.of("undo"), shortcuts);
    }

    @Test
    void aFieldWithTheFocusShowsWhatIsSetElsewhereUnlessItIsEdited(FxRobot robot) {
        robot.interact(() -> {
            field.show(0.5);
            field.requestFocus();
            field.show(0.25);
        });
        assertTrue(field.isFocused());
        assertEquals("0.250", field.getText());
        robot.interact(() -> {
            field.setText("0.7");
            field.show(0.125);
        });
        assertEquals("0.7", field.getText());
    }
}
