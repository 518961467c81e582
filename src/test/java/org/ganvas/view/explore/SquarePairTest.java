package org.ganvas.view.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class SquarePairTest {

    private final Region board = new Region();
    private final Region result = new Region();
    private SquarePair pair;

    @Start
    void open(Stage stage) {
        pair = new SquarePair(new Label("Target"), board, new Label("Result"), result);
        pair.setManaged(false);
        stage.setScene(new Scene(new Pane(pair), 900, 900));
        stage.show();
    }

    private void layOut(FxRobot robot, double width, double height) {
        robot.interact(() -> {
            pair.resize(width, height);
            pair.layout();
        });
        assertEquals(board.getWidth(), board.getHeight());
        assertEquals(result.getWidth(), result.getHeight());
    }

    @Test
    void theBoardTakesWhatThePaneLeavesIt(FxRobot robot) {
        layOut(robot, 349, 328);
        assertEquals(224, board.getWidth());
        assertEquals(0, result.getLayoutX() + result.getWidth() - 348, 1);
        layOut(robot, 326, 560);
        assertEquals(326, board.getWidth());
        assertTrue(result.getLayoutY() > board.getLayoutY() + board.getHeight());
        assertTrue(result.getLayoutY() + result.getHeight() <= 560);
        assertTrue(result.getWidth() >= 163);
    }

    @Test
    void bothAreEqualWhereTheHeightLimitsThem(FxRobot robot) {
        layOut(robot, 800, 200);
        assertEquals(board.getWidth(), result.getWidth());
        assertTrue(board.getHeight() > 170);
    }
}
