package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The latent's sliders after a preset without latents, where their pane is taken out of the window. */
@Timeout(300)
@ExtendWith(ApplicationExtension.class)
final class SlidersReturnTest {

    @TempDir
    static Path folder;

    private TrainingWindow window;

    @Start
    void open(Stage stage) {
        window = new TrainingWindow(stage, folder);
        stage.setWidth(1580);
        stage.setHeight(980);
    }

    @AfterEach
    void close(FxRobot robot) {
        window.closeWith(robot);
    }

    @Test
    void slidersThatComeBackHaveTheirThumbs(FxRobot robot) throws Exception {
        WindowHarness.until(() -> !robot.lookup("#startButton").query().isDisabled());
        for (String preset : List.of("minute", "stylegan", "minute")) {
            choose(robot, "colour");
            assertTrue(robot.lookup("#latentPane").tryQuery().isEmpty());
            choose(robot, preset);
            WaitForAsyncUtils.waitForFxEvents(20);
            Node pane = robot.lookup("#latentPane").query();
            List<Node> sliders = List.copyOf(pane.lookupAll(".latent-slider"));
            assertTrue(sliders.size() > 8, preset);
            assertEquals(
                    List.of(),
                    sliders.stream()
                            .map(slider -> (Region) slider.lookup(".thumb"))
                            .filter(thumb -> thumb.getWidth() < 2)
                            .toList(),
                    preset);
        }
    }

    private void choose(FxRobot robot, String preset) throws Exception {
        robot.interact(() -> window.model().train().runSetup().choosePreset(PresetRegistry.get(preset)));
        WindowHarness.until(() -> window.model()
                .train()
                .runSetup()
                .infoProperty()
                .get()
                .request()
                .presetId()
                .equals(preset));
    }
}
