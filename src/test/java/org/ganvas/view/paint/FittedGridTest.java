package org.ganvas.view.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.ganvas.data.ImageShape;
import org.ganvas.session.run.PictureGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class FittedGridTest {

    private static final PictureGrid PICTURE =
            new PictureGrid(new ImageShape(1, 2, 2), 1, 1, new float[] {-1, 1, 1, -1}, new int[0], 0);
    private static final PictureGrid POINT =
            new PictureGrid(ImageShape.POINT, 1, 1, new float[] {0.5f, -0.5f}, new int[0], 0);

    private final SimpleObjectProperty<PictureGrid> shown = new SimpleObjectProperty<>();
    private FittedGrid grid;

    @Start
    void open(Stage stage) {
        grid = new FittedGrid(shown);
        grid.resize(100, 100);
    }

    @Test
    void aPointThatComesWhereAPictureWasIsNotDrawnAsOne(FxRobot robot) {
        robot.interact(() -> {
            shown.set(PICTURE);
            grid.layout();
        });
        assertEquals(1, grid.view().count());
        robot.interact(() -> {
            shown.set(POINT);
            grid.layout();
        });
        assertEquals(0, grid.view().count());
    }
}
