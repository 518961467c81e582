package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ganvas.viewmodel.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Change of language and text size while training runs. */
@ExtendWith(ApplicationExtension.class)
final class LanguageWalkTest {

    @TempDir
    static Path folder;

    private WindowHarness window;

    @Start
    void open(Stage stage) {
        window = new WindowHarness(stage, folder);
    }

    @BeforeEach
    void isReady(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.menuItem("menuLanguageen").fire());
        WindowHarness.until(() -> !window.scene().lookup("#startButton").isDisabled());
    }

    @AfterEach
    void close(FxRobot robot) {
        window.closeWith(robot);
        Messages.setLanguage(Locale.ENGLISH);
    }

    @Test
    void anotherLanguageLeavesTrainingPanesAndFocusAlone(FxRobot robot) throws Exception {
        robot.interact(() -> {
            window.scene().lookup("#startButton").requestFocus();
            split("#trainScreen").setDividerPositions(0.25, 0.7);
        });
        robot.interact(() -> ((Button) window.scene().lookup("#startButton")).fire());
        WindowHarness.until(() -> text("#startButton").equals("Pause"));
        robot.interact(() -> window.menuItem("menuLanguagezh").fire());
        WindowHarness.until(() -> text("#stateLabel").equals("训练中"));
        assertEquals("暂停", text("#startButton"));
        assertEquals("startButton", window.scene().getFocusOwner().getId());
        assertEquals(0.25, split("#trainScreen").getDividerPositions()[0], 0.01);
        String before = text("#stepCount");
        WindowHarness.until(() -> !text("#stepCount").equals(before));
        assertTrue(Files.readString(folder.resolve("settings.properties")).contains("language=zh"));
        robot.interact(() -> window.menuItem("menuLanguageen").fire());
        WindowHarness.until(() -> text("#stateLabel").equals("Training"));
    }

    @Test
    void largerTextIsLargerEverywhere(FxRobot robot) throws TimeoutException {
        double before =
                ((Labeled) window.scene().lookup("#stateLabel")).getFont().getSize();
        double field = ((TextInputControl) window.scene().lookup("#seedField"))
                .getFont()
                .getSize();
        robot.interact(() -> window.menuItem("menuTextSize200").fire());
        WindowHarness.until(
                () -> ((Labeled) window.scene().lookup("#stateLabel")).getFont().getSize() == 2 * before);
        assertEquals(
                2 * field,
                ((TextInputControl) window.scene().lookup("#seedField"))
                        .getFont()
                        .getSize());
        robot.interact(() -> window.menuItem("menuTextSize100").fire());
        WindowHarness.until(
                () -> ((Labeled) window.scene().lookup("#stateLabel")).getFont().getSize() == before);
    }

    @Test
    void theWindowScrollsWhereTheTextIsTooLargeAndLeavesItsKeysAlone(FxRobot robot) throws TimeoutException {
        ScrollPane scroll = (ScrollPane) window.scene().lookup("#focusScroll");
        Region content = (Region) scroll.getContent();
        assertFalse(scroll.lookup(".viewport").isCache(), "every change would paint the whole window");
        robot.interact(() -> window.menuItem("menuTextSize200").fire());
        robot.interact(() -> {
            window.stage.setWidth(1024);
            window.stage.setHeight(640);
        });
        WindowHarness.until(
                () -> content.getWidth() > scroll.getViewportBounds().getWidth()
                        && content.getHeight() > scroll.getViewportBounds().getHeight());
        robot.interact(() -> window.scene().lookup("#startButton").requestFocus());
        double before = scroll.getHvalue();
        boolean[] heard = new boolean[1];
        robot.interact(() -> {
            window.scene().getRoot().addEventHandler(KeyEvent.KEY_PRESSED, event -> heard[0] = true);
            content.fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.PAGE_DOWN, false, false, false, false));
        });
        assertTrue(heard[0]);
        assertEquals(before, scroll.getHvalue());
        robot.interact(() -> window.scene().lookup("#menuButton").requestFocus());
        WindowHarness.until(() -> scroll.getHvalue() > before);
        robot.interact(() -> window.menuItem("menuTextSize100").fire());
        WindowHarness.until(
                () -> content.getWidth() <= scroll.getViewportBounds().getWidth());
    }

    @Test
    void theContentOfTheOtherLanguageIsCollected(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.menuItem("menuScreenEXPLORE").fire());
        robot.interact(() -> window.menuItem("menuScreenTRAIN").fire());
        List<WeakReference<Node>> old = new ArrayList<>();
        robot.interact(() -> List.of("#trainScreen", "#exploreScreen", "#menuButton")
                .forEach(id -> old.add(new WeakReference<>(
                        Objects.requireNonNull(window.scene().lookup(id), id)))));
        robot.interact(() -> window.menuItem("menuLanguagezh").fire());
        // The robot remembers every event of its stage, and an event its node.
        FxToolkit.registerStage(Stage::new);
        WindowHarness.until(() -> {
            System.gc();
            return old.stream().allMatch(node -> node.get() == null);
        });
    }

    @Test
    void theSettingsPageChangesTheLanguageAndItself(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.menuItem("menuSettings").fire());
        assertEquals("Settings", settingsTitle());
        robot.interact(() -> {
            ComboBox<?> languages = (ComboBox<?>) settings().lookup("#settingsLanguage");
            languages.getSelectionModel().select(2);
        });
        WindowHarness.until(
                () -> text("#startButton").equals("开始") && settingsTitle().equals("设置"));
        robot.interact(() -> ((Stage) settings().getScene().getWindow()).close());
    }

    private static Parent settings() {
        return Window.getWindows().stream()
                .map(each -> each.getScene().getRoot())
                .filter(root -> "settings".equals(root.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static String settingsTitle() {
        return ((Stage) settings().getScene().getWindow()).getTitle();
    }

    @Test
    void everyMenuFitsTheSmallestWindow(FxRobot robot) {
        MenuButton menu = (MenuButton) window.scene().lookup("#menuButton");
        robot.interact(() -> assertFits(menu.getItems()));
    }

    /** Of 640 pixels, an item takes at most 32. */
    private static void assertFits(List<MenuItem> items) {
        assertTrue(
                items.size() * 32 <= 640,
                () -> items.size() + " items beside " + items.get(0).getText());
        items.stream()
                .filter(Menu.class::isInstance)
                .map(item -> ((Menu) item).getItems())
                .filter(inner -> !inner.isEmpty())
                .forEach(LanguageWalkTest::assertFits);
    }

    private String text(String id) {
        return ((Labeled) window.scene().lookup(id)).getText();
    }

    private SplitPane split(String id) {
        return (SplitPane) window.scene().lookup(id);
    }
}
