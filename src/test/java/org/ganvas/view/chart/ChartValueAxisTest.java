package org.ganvas.view.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.TickMark;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The labels of the ticks in a chart. */
@ExtendWith(ApplicationExtension.class)
final class ChartValueAxisTest {

    private final ChartValueAxis steps = new ChartValueAxis(ChartValueAxis.Scale.COUNTS);
    private final ChartValueAxis values = new ChartValueAxis(ChartValueAxis.Scale.VALUES);

    @Start
    void open(Stage stage) {
        stage.setScene(new Scene(new XYChart(steps, values), 600, 300));
        stage.show();
    }

    @Test
    void theLatestStepsAreToldApart(FxRobot robot) {
        assertEquals(List.of("10,500", "10,750", "11,000", "11,250"), ticks(robot, steps, 10_269, 11_269));
        assertEquals(List.of("0", "2,500", "5,000", "7,500", "10,000"), ticks(robot, steps, 0, 11_269));
        assertEquals(List.of("6", "8", "10", "12", "14"), ticks(robot, steps, 5.5, 14.5));
    }

    @Test
    void aLabelThatTheEdgeWouldCutIsLeftOut(FxRobot robot) {
        assertEquals("1,029,250", ticks(robot, steps, 1_029_245, 1_030_245).get(0));
        assertEquals(
                List.of("1,029,500", "1,029,750", "1,030,000"),
                steps.getTickMarks().stream()
                        .filter(TickMark::isVisible)
                        .map(TickMark::getText)
                        .toList());
    }

    @Test
    void timesAreAtRoundMinutes(FxRobot robot) {
        steps.setScale(ChartValueAxis.Scale.SECONDS);
        assertEquals(List.of("0:00:00", "0:15:00", "0:30:00", "0:45:00", "1:00:00"), ticks(robot, steps, 0, 4000));
        assertEquals(List.of("0:30", "0:35", "0:40", "0:45"), ticks(robot, steps, 28, 49));
        assertEquals(List.of("1.0 s", "1.5 s", "2.0 s", "2.5 s"), ticks(robot, steps, 0.9, 2.7));
    }

    @Test
    void nearValuesAreToldApart(FxRobot robot) {
        assertEquals(List.of("0.5000", "0.5001", "0.5002", "0.5003"), ticks(robot, values, 0.49995, 0.50035));
        assertEquals(List.of("0", "25k", "50k", "75k"), ticks(robot, values, -1000, 90_000));
        assertEquals(List.of("1,000", "1,250", "1,500", "1,750", "2,000"), ticks(robot, values, 900, 2_200));
    }

    private static List<String> ticks(FxRobot robot, ChartValueAxis axis, double from, double to) {
        robot.interact(() -> axis.set(from, to));
        robot.interact(() -> axis.getParent().layout());
        robot.interact(() -> {});
        return axis.getTickMarks().stream().map(TickMark::getText).toList();
    }
}
