package org.ganvas.view.chart;

import io.fair_acc.chartfx.XYChart;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.Curve;
import org.ganvas.view.fx.Cards;
import org.ganvas.viewmodel.CurvesViewModel.Curves;
import org.ganvas.viewmodel.Figures;
import org.ganvas.viewmodel.Messages;

/** A line under the pointer with every curve's value there. FX thread. */
final class ChartHover {

    private static final double AWAY = 12;

    private final XYChart chart;
    private final List<Series> series;
    private final Pane layer = new Pane();
    private final Region line = Cards.styled(new Region(), "hover-line");
    private final VBox card = Cards.styled(new VBox(2), "hover-card");
    private final Label step = Cards.styled(new Label(), "hover-step", "figure");
    private final List<Label> values;
    private Curves curves = Curves.EMPTY;
    private double pointer = -1;

    ChartHover(XYChart chart, Pane host, List<Series> series) {
        this.chart = chart;
        this.series = series;
        values = series.stream().map(one -> Cards.styled(new Label(), "figure")).toList();
        card.getChildren().add(step);
        for (int i = 0; i < series.size(); i++) {
            HBox row = new HBox(
                    6, Cards.dot(series.get(i).actor()), new Label(series.get(i).symbol()), Cards.space());
            row.getChildren().add(values.get(i));
            row.setAlignment(Pos.CENTER_LEFT);
            card.getChildren().add(row);
        }
        layer.getChildren().addAll(line, card);
        layer.setMouseTransparent(true);
        layer.setVisible(false);
        host.getChildren().add(layer);
        host.addEventFilter(MouseEvent.MOUSE_MOVED, event -> {
            pointer = layer.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
            place();
        });
        host.addEventHandler(MouseEvent.MOUSE_EXITED, event -> {
            pointer = -1;
            layer.setVisible(false);
        });
    }

    void show(Curves now) {
        curves = now;
        if (pointer >= 0) {
            place();
        }
    }

    private void place() {
        Curve first = curves.of(series.get(0).metric());
        Point2D origin = layer.sceneToLocal(chart.getCanvas().localToScene(0, 0));
        double inCanvas = pointer - origin.getX();
        boolean inside = inCanvas >= 0 && inCanvas <= chart.getCanvas().getWidth() && first.size() > 0;
        layer.setVisible(inside);
        if (inside) {
            fill(chart.getXAxis().getValueForDisplay(inCanvas));
            line.resizeRelocate(pointer, origin.getY(), 1, chart.getCanvas().getHeight());
            double width = card.prefWidth(-1);
            double x = pointer + AWAY + width > layer.getWidth() ? pointer - AWAY - width : pointer + AWAY;
            card.resizeRelocate(x, origin.getY() + 4, width, card.prefHeight(width));
        }
    }

    private void fill(double atStep) {
        for (int i = 0; i < series.size(); i++) {
            Curve curve = curves.of(series.get(i).metric());
            int bucket = bucketAt(curve, atStep);
            values.get(i).setText(bucket < 0 ? Figures.NONE : Figures.value(curve.smooth()[bucket]));
            if (i == 0 && bucket >= 0) {
                step.setText(Messages.text("chart.step", Figures.count((long) curve.steps()[bucket])));
            }
        }
    }

    /** The bucket that a step fell into; the last one beyond the end. */
    private static int bucketAt(Curve curve, double step) {
        int found = Arrays.binarySearch(curve.steps(), step);
        return Math.min(curve.size() - 1, found >= 0 ? found : -found - 1);
    }
}
