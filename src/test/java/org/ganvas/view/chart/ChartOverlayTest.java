package org.ganvas.view.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.SettingChange;
import org.ganvas.viewmodel.chart.ChartCurve;
import org.ganvas.viewmodel.chart.ChartWindow;
import org.ganvas.viewmodel.chart.StepScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The card at a flag, in a chart that is narrower than its sentence. */
@ExtendWith(ApplicationExtension.class)
final class ChartOverlayTest {

    private static final double WIDTH = 240;

    private ChartOverlay overlay;

    @Start
    void open(Stage stage) {
        double[] one = {10};
        ChartState state = new ChartState(
                List.of(new ChartCurve(
                        "loss",
                        "generator",
                        "Loss",
                        new ScalarCurve(one, one, one, one, one),
                        new double[0],
                        10,
                        false)),
                new ChartWindow(0, 20, 20, true),
                StepScale.STEPS,
                List.of(new SettingChange(10, 1, "weight/DISCRIMINATOR/3/48/0", "-0.0963", "0.3894")),
                new ChartState.Style(false, false, true));
        ChartPlotArea area = new ChartPlotArea(20, 0, WIDTH - 20, 200, state);
        overlay = new ChartOverlay(() -> area);
        overlay.resize(WIDTH, 220);
        stage.setScene(new Scene(new Pane(overlay), WIDTH, 220));
        stage.show();
    }

    @Test
    void theSentenceOfAFlagIsBrokenAndStaysInTheChart(FxRobot robot) {
        robot.interact(() -> {
            overlay.hover(10, true);
            overlay.layout();
        });
        robot.interact(() -> {});
        ChartHoverCard card = robot.lookup(".hover-card").queryAs(ChartHoverCard.class);
        Label sentence = robot.lookup(".hover-change").queryAs(Label.class);
        assertEquals("You changed D's weight layer 3, 49 → 1 from −0.0963 to 0.3894", sentence.getText());
        assertTrue(card.getLayoutX() >= 0 && card.getLayoutX() + card.getWidth() <= WIDTH, "the card leaves the chart");
        assertTrue(sentence.getHeight() >= sentence.prefHeight(sentence.getWidth()) - 1, "the sentence is cut");
        assertTrue(sentence.getWidth() <= WIDTH, "the sentence leaves the card");
    }
}
