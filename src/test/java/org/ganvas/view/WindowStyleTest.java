package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;
import org.ganvas.view.control.NumberSlider;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What the style sheets make of controls and exported images in the real window. */
final class WindowStyleTest extends WindowTest {

    WindowStyleTest() {
        super(1500, 950);
    }

    @Test
    void thumbsOfAllSlidersAreAlikeAndGrowWithTheText(FxRobot robot) {
        NumberSlider withField = new NumberSlider("other", "lab.slow.seconds", 0, 1, new SimpleDoubleProperty());
        robot.interact(() -> ((Pane) window.scene().getRoot()).getChildren().add(withField));
        Slider one = (Slider) window.scene().lookup("#chartSmoothing");
        Slider other = (Slider) window.scene().lookup("#other");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(14, thumb(one), 0.01);
        assertEquals(14, thumb(other), 0.01);
        robot.interact(() -> window.model().display().chooseTextSize(200));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> window.scene().getRoot().layout());
        assertEquals(28, thumb(one), 0.01);
        assertEquals(28, thumb(other), 0.01);
    }

    private static double thumb(Slider slider) {
        return ((Region) slider.lookup(".thumb")).getWidth();
    }

    @Test
    void anImageOfTheChartsHasNoControls(FxRobot robot) throws Exception {
        Path file = folder.resolve("charts.png");
        window.prompts.export(file);
        MenuItem save = ((MenuButton) window.scene().lookup("#chartMenu"))
                .getItems().stream()
                        .filter(item -> Messages.text("chart.save.image").equals(item.getText()))
                        .findFirst()
                        .orElseThrow();
        robot.interact(save::fire);
        WindowHarness.until(() -> Files.isRegularFile(file) && Files.size(file) > 0);
        WindowHarness.until(
                () -> !window.model().notices().toastProperty().get().isEmpty());
        BufferedImage image = ImageIO.read(file.toFile());
        Node button = window.scene().lookup(".chart-card .chart-log");
        assertTrue(button.isVisible(), "still in the window");
        Node card = window.scene().lookup(".chart-card");
        Bounds in = card.getParent().sceneToLocal(button.localToScene(button.getLayoutBounds()));
        Set<Integer> colours = new HashSet<>();
        for (int y = (int) in.getMinY(); y < in.getMaxY(); y++) {
            for (int x = (int) in.getMinX(); x < in.getMaxX(); x++) {
                colours.add(image.getRGB(2 * x, 2 * y));
            }
        }
        assertEquals(1, colours.size(), "nothing but the card's background");
        robot.interact(() -> ((ToggleButton) button).fire());
        assertFalse(card.getParent().getStyleClass().contains("exported"));
    }

    @Test
    void theProgressOfAFilmCoversNothing(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.model().navigation().show(AppScreen.EXPLORE));
        WindowHarness.until(() -> window.scene().lookup("#filmProgress") != null);
        Node progress = window.scene().lookup("#filmProgress");
        assertFalse(progress.isVisible());
        assertTrue(progress.getParent() instanceof HBox, "in the row of tools");
        assertEquals(window.scene().lookup("#filmExport").getParent(), progress.getParent());
    }
}
