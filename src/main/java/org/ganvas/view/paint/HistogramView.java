package org.ganvas.view.paint;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import org.ganvas.data.ValueHistogram;

/** Overlaid histograms, each an outline that the style sheet fills. FX thread. */
public final class HistogramView extends Region {

    private final Line zero = new Line();
    private final List<Polygon> shapes = new ArrayList<>();
    private List<Bars> shown = List.of();

    /**
     * Histogram with its colour.
     *
     * @param actor style class of the colour
     * @param histogram over the same range as the others
     */
    public record Bars(String actor, ValueHistogram histogram) {}

    public HistogramView() {
        getStyleClass().add("histogram-view");
        zero.getStyleClass().add("histogram-zero");
        zero.setManaged(false);
        getChildren().add(zero);
    }

    /** Shows histograms, the first at the bottom. */
    public void show(List<Bars> bars) {
        shown = bars;
        while (shapes.size() < bars.size()) {
            Polygon shape = new Polygon();
            shape.setManaged(false);
            shapes.add(shape);
            getChildren().add(shape);
        }
        for (int i = 0; i < shapes.size(); i++) {
            shapes.get(i).setVisible(i < bars.size());
            if (i < bars.size()) {
                shapes.get(i).getStyleClass().setAll("histogram", bars.get(i).actor());
            }
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double highest = 0;
        for (Bars bars : shown) {
            highest = Math.max(highest, bars.histogram().highestCount() / total(bars.histogram()));
        }
        for (int i = 0; i < shown.size(); i++) {
            outline(shapes.get(i), shown.get(i).histogram(), highest);
        }
        placeZero();
    }

    private void placeZero() {
        zero.setVisible(!shown.isEmpty());
        if (!shown.isEmpty()) {
            ValueHistogram first = shown.get(0).histogram();
            double x = Math.round(getWidth() * -first.low() / (first.high() - first.low())) + 0.5;
            zero.setVisible(first.low() < 0 && first.high() > 0);
            zero.setStartX(x);
            zero.setEndX(x);
            zero.setStartY(0);
            zero.setEndY(getHeight());
        }
    }

    private static double total(ValueHistogram histogram) {
        double sum = 0;
        for (int count : histogram.counts()) {
            sum += count;
        }
        return Math.max(1, sum);
    }

    private void outline(Polygon shape, ValueHistogram histogram, double highest) {
        int bins = histogram.counts().length;
        double wide = getWidth() / bins;
        Double[] points = new Double[4 * bins + 4];
        double scale = highest <= 0 ? 0 : getHeight() / (highest * total(histogram));
        points[0] = 0.0;
        points[1] = getHeight();
        for (int i = 0; i < bins; i++) {
            double top = getHeight() - scale * histogram.counts()[i];
            points[2 + 4 * i] = i * wide;
            points[3 + 4 * i] = top;
            points[4 + 4 * i] = (i + 1) * wide;
            points[5 + 4 * i] = top;
        }
        points[4 * bins + 2] = getWidth();
        points[4 * bins + 3] = getHeight();
        shape.getPoints().setAll(points);
    }
}
