package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Change of language and text size while training runs. */
final class LanguageWalkTest extends WindowTest {

    @Test
    void keysOfOtherProgramsChangeTheTextSizeToo(FxRobot robot) {
        robot.interact(() -> window.menuItem("menuTextSize100").fire());
        robot.push(KeyCode.CONTROL, KeyCode.ADD);
        assertTrue(((RadioMenuItem) window.menuItem("menuTextSize115")).isSelected());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.EQUALS);
        assertTrue(((RadioMenuItem) window.menuItem("menuTextSize130")).isSelected());
        robot.push(KeyCode.CONTROL, KeyCode.SUBTRACT);
        robot.push(KeyCode.CONTROL, KeyCode.SUBTRACT);
        assertTrue(((RadioMenuItem) window.menuItem("menuTextSize100")).isSelected());
    }

    @Test
    void anotherLanguageLeavesTrainingPanesAndFocusAlone(FxRobot robot) throws Exception {
        WindowHarness.until(() -> window.scene().lookup("#divider-settings") != null);
        double narrow = settingsWidth();
        robot.interact(() -> {
            window.scene().lookup("#startButton").requestFocus();
            widenSettings();
        });
        robot.interact(() -> ((Button) window.scene().lookup("#startButton")).fire());
        WindowHarness.until(() -> text("#startButton").equals("Pause"));
        robot.interact(() -> window.menuItem("menuLanguagezh").fire());
        WindowHarness.until(() -> text("#stateLabel").equals("训练中"));
        assertEquals("暂停", text("#startButton"));
        assertEquals("startButton", window.scene().getFocusOwner().getId());
        WindowHarness.until(() -> settingsWidth() > narrow + 40);
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
        double count = ((Labeled) window.scene().lookup("#stepCount")).getFont().getSize();
        robot.interact(() -> window.menuItem("menuTextSize200").fire());
        WindowHarness.until(
                () -> ((Labeled) window.scene().lookup("#stateLabel")).getFont().getSize() == 2 * before);
        assertEquals(
                2 * count,
                ((Labeled) window.scene().lookup("#stepCount")).getFont().getSize());
        robot.interact(() -> window.menuItem("menuTextSize100").fire());
        WindowHarness.until(
                () -> ((Labeled) window.scene().lookup("#stateLabel")).getFont().getSize() == before);
    }

    @Test
    void theContentOfTheOtherLanguageIsCollected(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.menuItem("menuScreenEXPLORE").fire());
        robot.interact(() -> window.menuItem("menuScreenDREAM").fire());
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
    void theLatentIsShownInTheOtherLanguageToo(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.model().train().latent().goTo(0.5));
        WindowHarness.until(() -> !text("#latentNorm").isEmpty());
        String norm = text("#latentNorm");
        robot.interact(() -> window.menuItem("menuLanguagezh").fire());
        WindowHarness.until(() -> text("#startButton").equals("开始"));
        assertEquals(norm, text("#latentNorm"));
        assertEquals(0.5, ((Slider) window.scene().lookup("#walkPosition")).getValue());
    }

    @Test
    void theSettingsPageChangesTheLanguageAndItself(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.menuItem("menuSettings").fire());
        assertEquals("Settings", settingsTitle());
        robot.interact(() -> {
            ComboBox<?> languages = (ComboBox<?>) window.scene().lookup("#settingsLanguage");
            languages.getSelectionModel().select(2);
        });
        WindowHarness.until(
                () -> text("#startButton").equals("开始") && settingsTitle().equals("设置"));
        robot.push(KeyCode.ESCAPE);
        WindowHarness.until(() -> !window.scene().lookup("#promptLayer").isVisible());
    }

    @Test
    void theSettingsPageHasTheTextSizeOfTheMenu(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.menuItem("menuTextSize115").fire());
        robot.interact(() -> window.menuItem("menuSettings").fire());
        ComboBox<?> sizes = (ComboBox<?>) window.scene().lookup("#settingsTextSize");
        assertEquals(115, sizes.getValue());
        robot.interact(() -> sizes.getSelectionModel().select(0));
        assertTrue(((RadioMenuItem) window.menuItem("menuTextSize100")).isSelected());
        robot.interact(() -> window.model().display().chooseTextSize(115));
        assertEquals(115, sizes.getValue());
        robot.interact(() -> ((Button) window.scene().lookup("#settingsReset")).fire());
        WindowHarness.until(() -> ((RadioMenuItem) window.menuItem("menuTextSize100")).isSelected());
        robot.push(KeyCode.ESCAPE);
        WindowHarness.until(() -> !window.scene().lookup("#promptLayer").isVisible());
    }

    private String settingsTitle() {
        return ((Labeled) window.scene().lookup("#settings .prompt-title")).getText();
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

    private double settingsWidth() {
        return window.scene().lookup("#leftCards").getLayoutBounds().getWidth();
    }

    /** Makes the settings wider by the keys of their divider. */
    private void widenSettings() {
        Node divider = window.scene().lookup("#divider-settings");
        for (int i = 0; i < 5; i++) {
            divider.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false));
        }
    }
}
