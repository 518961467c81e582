package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class SliderTrackGuardTest {

    private Slider slider;

    @Start
    void open(Stage stage) {
        slider = new Slider(-5, -1, -3);
        Scene scene = new Scene(new Pane(slider), 400, 200);
        SliderTrackGuard.install(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aPressOnATrackWithoutLengthChangesNothing(FxRobot robot) {
        robot.interact(() -> resize(thumb().getLayoutBounds().getWidth() + insets()));
        robot.interact(() -> press(slider.lookup(".track"), 1));
        assertEquals(-3, slider.getValue());
        robot.interact(() -> resize(200));
        robot.interact(() -> press(slider.lookup(".track"), 190));
        assertTrue(slider.getValue() > -2, slider.getValue() + " after a press at the end of the track");
    }

    private double insets() {
        return slider.snappedLeftInset() + slider.snappedRightInset();
    }

    private Node thumb() {
        return slider.lookup(".thumb");
    }

    private void resize(double width) {
        slider.setMinWidth(width);
        slider.setPrefWidth(width);
        slider.setMaxWidth(width);
        slider.getScene().getRoot().layout();
    }

    private static void press(Node node, double x) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        x,
                        2,
                        x,
                        2,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }
}
