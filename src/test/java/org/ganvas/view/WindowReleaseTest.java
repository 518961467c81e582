package org.ganvas.view;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Memory of a closed window, whose stage lives on. */
@ExtendWith(ApplicationExtension.class)
final class WindowReleaseTest {

    @TempDir
    static Path folder;

    private final List<WeakReference<Object>> closed = new ArrayList<>();
    private Stage stage;
    private WindowHarness window;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        window = new WindowHarness(stage, folder);
    }

    @Test
    void aClosedWindowIsGarbage(FxRobot robot) throws TimeoutException {
        WindowHarness.until(() -> !window.scene().lookup("#startButton").isDisabled());
        for (String screen : List.of("EXPLORE", "LAB", "TRANSLATE", "DREAM", "TRAIN")) {
            robot.interact(() -> window.menuItem("menuScreen" + screen).fire());
        }
        closed.add(new WeakReference<>(window.model()));
        closed.add(new WeakReference<>(window.scene().getRoot()));
        window.closeWith(robot);
        window = null;
        robot.interact(() -> stage.setScene(new Scene(new StackPane())));
        // The robot remembers every event of its stage, and an event its node.
        FxToolkit.registerStage(Stage::new);
        WindowHarness.until(() -> {
            System.gc();
            return closed.stream().allMatch(each -> each.get() == null);
        });
    }
}
