package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.ganvas.bench.window.LayoutAudit;
import org.ganvas.view.keys.KeyLine;
import org.ganvas.view.keys.WindowKeys;
import org.ganvas.viewmodel.text.Messages;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The list of keyboard shortcuts in the real window. */
final class ShortcutsWalkTest extends WindowTest {

    ShortcutsWalkTest() {
        super(1024, 640);
    }

    private Node list() {
        return window.scene().lookup("#shortcuts");
    }

    @Test
    void itOpensByTwoKeysAndEscapeClosesIt(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SLASH);
        assertNotNull(list());
        robot.push(KeyCode.ESCAPE);
        assertNull(list());
        robot.interact(() -> type(window.scene().getRoot()));
        assertNotNull(list());
        robot.push(KeyCode.ESCAPE);
        TextField field = (TextField) window.scene().lookup("#generatorRateField");
        robot.interact(() -> type(field));
        assertNull(list(), "a question mark in a field is a text");
    }

    private static void type(Node into) {
        Event.fireEvent(
                into, new KeyEvent(KeyEvent.KEY_TYPED, "?", "?", KeyCode.UNDEFINED, false, false, false, false));
    }

    @Test
    void itHasEveryShortcutOfTheWindow(FxRobot robot) {
        Map<String, List<ShortcutSections.Group>> sections =
                ShortcutSections.of(((MenuButton) window.scene().lookup("#menuButton")).getItems());
        Set<KeyCombination> listed = sections.values().stream()
                .flatMap(Collection::stream)
                .flatMap(group -> group.rows().stream())
                .flatMap(row -> row.keys().stream())
                .collect(Collectors.toSet());
        List.of(WindowKeys.REDO, WindowKeys.LARGER_TEXT, WindowKeys.SMALLER_TEXT).stream()
                .map(KeyLine::others)
                .forEach(listed::addAll);
        List<KeyCombination> missing =
                new ArrayList<>(window.scene().getAccelerators().keySet());
        missing.removeAll(listed);
        assertEquals(List.of(), missing);
        assertEquals(
                List.of("Everywhere", "Train", "Explore", "Lab", "Translate"),
                List.copyOf(sections.keySet()),
                "Dream has no keys of its own");
        assertTrue(
                sections.get("Lab").stream().anyMatch(group -> group.title().equals(Messages.text("timeline.title"))));
        assertTrue(
                sections.get("Explore").stream()
                        .flatMap(group -> group.rows().stream())
                        .anyMatch(row -> row.text().equals("Name a principal direction")),
                "on other sliders F2 is that of the window");
    }

    @Test
    void noHeadStandsTwiceOnAScreen(FxRobot robot) {
        for (String language : List.of("en", "zh")) {
            robot.interact(() -> window.model().display().language().choose(language));
            WaitForAsyncUtils.waitForFxEvents();
            ShortcutSections.of(((MenuButton) window.scene().lookup("#menuButton")).getItems())
                    .forEach((screen, groups) -> {
                        List<String> heads = groups.stream()
                                .map(ShortcutSections.Group::title)
                                .toList();
                        assertEquals(List.copyOf(new LinkedHashSet<>(heads)), heads, screen);
                    });
        }
    }

    @Test
    void aClickOnADividerGivesItTheKeys(FxRobot robot) {
        Node divider = window.scene().lookup("#trainScreen .pane-divider");
        robot.clickOn(divider);
        assertEquals(divider, window.scene().getFocusOwner());
    }

    @Test
    void largeTextInASmallWindowIsReadByScrolling(FxRobot robot) {
        for (String language : List.of("en", "zh")) {
            robot.interact(() -> {
                window.model().display().language().choose(language);
                window.model().display().chooseTextSize(200);
                window.menuItem("menuShortcuts").fire();
            });
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals(
                    List.of(),
                    LayoutAudit.findings(window.scene()).stream()
                            .filter(finding -> finding.contains("shortcut") || finding.contains("key-cap"))
                            .toList());
            ScrollPane scroll = (ScrollPane) list().lookup(".prompt-scroll");
            assertEquals(0, scroll.getVvalue());
            robot.push(KeyCode.PAGE_DOWN);
            assertTrue(scroll.getVvalue() > 0);
            robot.push(KeyCode.END);
            assertEquals(1, scroll.getVvalue());
            assertTrue(list().lookupAll(".label").stream()
                    .map(node -> ((Label) node).getText())
                    .anyMatch(Messages.text("keys.layers")::equals));
            robot.push(KeyCode.ESCAPE);
            assertNull(list());
        }
    }
}
