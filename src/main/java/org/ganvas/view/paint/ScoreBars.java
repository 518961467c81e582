package org.ganvas.view.paint;

import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * A thin bar at the foot of each picture of a grid: the longer, the more real D thinks it. Longer than half it has the
 * colour of real pictures, shorter that of generated ones. FX thread.
 */
public final class ScoreBars extends Region {

    private static final double THICK = 3;

    private final Path tracks = path("track");
    private final Path convincing = path("real");
    private final Path unconvincing = path("generator");

    public ScoreBars() {
        getStyleClass().add("verdict-bars");
        setMouseTransparent(true);
        getChildren().addAll(tracks, unconvincing, convincing);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().setAll("verdict-bar", style);
        path.setManaged(false);
        return path;
    }

    /**
     * Shows.
     *
     * @param shares how real each picture is, 0 to 1, as they stand in the grid
     * @param fit how they lie
     * @param screenScale the screen's pixels a unit of layout
     */
    public void show(double[] shares, GridFit fit, double screenScale) {
        clear();
        double wide = fit.scale().side(fit.shape().width()) / screenScale;
        double high = fit.scale().side(fit.shape().height()) / screenScale;
        double gap = fit.scale().gap() / screenScale;
        int count = Math.min(shares.length, fit.rows() * fit.columns());
        for (int i = 0; i < count; i++) {
            double x = i % fit.columns() * (wide + gap);
            double y = i / fit.columns() * (high + gap) + high - THICK;
            bar(tracks, x, y, wide);
            bar(shares[i] >= 0.5 ? convincing : unconvincing, x, y, Math.max(1, wide * shares[i]));
        }
    }

    /** Shows nothing. */
    public void clear() {
        tracks.getElements().clear();
        convincing.getElements().clear();
        unconvincing.getElements().clear();
    }

    private static void bar(Path path, double x, double y, double wide) {
        path.getElements()
                .addAll(
                        new MoveTo(x, y),
                        new LineTo(x + wide, y),
                        new LineTo(x + wide, y + THICK),
                        new LineTo(x, y + THICK),
                        new ClosePath());
    }
}
