package org.ganvas.view;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.ganvas.viewmodel.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

/** Test in the real window over a fake session: opened before each test, with a run, and closed after it. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowTest {

    /** Settings, which are those of the next test of the class too, and recovery copies. */
    @TempDir
    static Path folder;

    WindowHarness window;

    private final double width;
    private final double height;

    /** In a window of the usual size. */
    WindowTest() {
        this(0, 0);
    }

    /**
     * @param width of the window; 0 for the usual one
     * @param height of the window
     */
    WindowTest(double width, double height) {
        this.width = width;
        this.height = height;
    }

    @BeforeEach
    final void openWindow() throws TimeoutException {
        FxToolkit.setupStage(stage -> {
            window = new WindowHarness(stage, folder);
            if (width > 0) {
                stage.setWidth(width);
                stage.setHeight(height);
            }
        });
        WindowHarness.until(() -> !window.scene().lookup("#startButton").isDisabled());
    }

    @AfterEach
    final void closeWindow(FxRobot robot) {
        robot.interact(() -> {
            window.model().display().chooseTextSize(100);
            window.model().display().language().choose("en");
        });
        window.closeWith(robot);
        Messages.setLanguage(Locale.ENGLISH);
    }
}
