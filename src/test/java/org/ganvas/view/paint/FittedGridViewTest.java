package org.ganvas.view.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.ganvas.data.ImageShape;
import org.ganvas.session.run.SampleGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class FittedGridViewTest {

    private static final SampleGrid IMAGE =
            new SampleGrid(new ImageShape(1, 2, 2), 1, 1, new float[] {-1, 1, 1, -1}, new int[0], 0);
    private static final SampleGrid POINT =
            new SampleGrid(ImageShape.POINT, 1, 1, new float[] {0.5f, -0.5f}, new int[0], 0);

    private final SimpleObjectProperty<SampleGrid> shown = new SimpleObjectProperty<>();
    private FittedGridView grid;

    @Start
    void open(Stage stage) {
        grid = new FittedGridView(shown);
        grid.resize(100, 100);
    }

    @Test
    void pointsAfterImagesAreNotShownAsAnImage(FxRobot robot) {
        robot.interact(() -> {
            shown.set(IMAGE);
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
