package org.ganvas.view.chart;

import java.util.Map;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.ganvas.view.keys.TrainKeys;

/**
 * Mouse and key gestures of a chart: the wheel zooms, a drag or a sideways wheel pans, a double click shows the whole
 * run. FX thread.
 */
final class ChartGestures {

    private static final double ZOOM_A_PIXEL = 0.0045;
    private static final double KEY_ZOOM = 0.7;
    private static final double KEY_PAN = 0.1;

    private final Supplier<ChartPlotArea> area;
    private final ChartNavigationListener navigator;
    private double dragX = Double.NaN;

    private ChartGestures(Supplier<ChartPlotArea> area, ChartNavigationListener navigator) {
        this.area = area;
        this.navigator = navigator;
    }

    static void install(Node chart, Supplier<ChartPlotArea> area, ChartNavigationListener navigator) {
        ChartGestures gestures = new ChartGestures(area, navigator);
        chart.setFocusTraversable(true);
        chart.addEventFilter(ScrollEvent.SCROLL, gestures::scroll);
        chart.addEventFilter(MouseEvent.MOUSE_MOVED, gestures::moved);
        chart.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> gestures.pressed(event, chart));
        chart.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> gestures.dragged(event, chart));
        chart.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> gestures.released(chart));
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, event -> navigator.hover(Double.NaN));
        chart.addEventHandler(KeyEvent.KEY_PRESSED, gestures.keys());
    }

    private void scroll(ScrollEvent event) {
        ChartPlotArea plot = area.get();
        if (event.getDeltaY() != 0 && !event.isShiftDown()) {
            navigator.zoom(plot.stepAt(event.getX()), Math.exp(-ZOOM_A_PIXEL * event.getDeltaY()));
        } else {
            double pixels = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            navigator.pan(plot.stepAt(plot.x()) - plot.stepAt(plot.x() + pixels));
        }
        event.consume();
    }

    private void moved(MouseEvent event) {
        ChartPlotArea plot = area.get();
        navigator.hover(plot.contains(event.getX(), event.getY()) ? plot.stepAt(event.getX()) : Double.NaN);
    }

    private void pressed(MouseEvent event, Node chart) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        chart.requestFocus();
        dragX = event.getX();
        if (event.getClickCount() == 2) {
            navigator.showAll();
        }
    }

    private void dragged(MouseEvent event, Node chart) {
        if (!Double.isNaN(dragX) && event.isPrimaryButtonDown()) {
            ChartPlotArea plot = area.get();
            navigator.pan(plot.stepAt(dragX) - plot.stepAt(event.getX()));
            dragX = event.getX();
            chart.setCursor(Cursor.CLOSED_HAND);
            navigator.hover(plot.contains(event.getX(), event.getY()) ? plot.stepAt(event.getX()) : Double.NaN);
        }
    }

    private void released(Node chart) {
        dragX = Double.NaN;
        chart.setCursor(Cursor.DEFAULT);
    }

    private EventHandler<KeyEvent> keys() {
        return TrainKeys.CHARTS.handler(Map.of(
                TrainKeys.ZOOM_IN, event -> zoom(KEY_ZOOM),
                TrainKeys.ZOOM_OUT, event -> zoom(1 / KEY_ZOOM),
                TrainKeys.PAN,
                        event -> navigator.pan((event.getCode() == KeyCode.LEFT ? -KEY_PAN : KEY_PAN)
                                * area.get().state().window().width()),
                TrainKeys.WHOLE, event -> navigator.showAll()));
    }

    /** Zooms around the middle. */
    private void zoom(double factor) {
        ChartPlotArea plot = area.get();
        navigator.zoom(plot.state().window().from() + plot.state().window().width() / 2, factor);
    }
}
