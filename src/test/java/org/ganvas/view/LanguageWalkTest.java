package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.ganvas.viewmodel.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Another language is chosen while training runs. */
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
        Messages.speak(Locale.ENGLISH);
    }

    @Test
    void anotherLanguageLeavesTrainingPanesAndFocusAlone(FxRobot robot) throws Exception {
        robot.interact(() -> {
            window.scene().lookup("#startButton").requestFocus();
            split("#trainRoom").setDividerPositions(0.25, 0.7);
        });
        robot.interact(() -> ((Button) window.scene().lookup("#startButton")).fire());
        WindowHarness.until(() -> text("#startButton").equals("Pause"));
        robot.interact(() -> window.menuItem("menuLanguagezh").fire());
        WindowHarness.until(() -> text("#stateLabel").equals("训练中"));
        assertEquals("暂停", text("#startButton"));
        assertEquals("startButton", window.scene().getFocusOwner().getId());
        assertEquals(0.25, split("#trainRoom").getDividerPositions()[0], 0.01);
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

    private String text(String id) {
        return ((Labeled) window.scene().lookup(id)).getText();
    }

    private SplitPane split(String id) {
        return (SplitPane) window.scene().lookup(id);
    }
}
