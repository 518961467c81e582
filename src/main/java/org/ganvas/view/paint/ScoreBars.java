package org.ganvas.view.paint;

import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * Bars of D's scores at the bottom edge of each image of a grid: full length is D = 1. From 0.5 on a bar has the colour
 * of real images, below that of generated ones. FX thread.
 */
public final class ScoreBars extends Region {

    private static final double THICKNESS = 3;

    private final Path tracks = path("track");
    private final Path convincing = path("real");
    private final Path unconvincing = path("generator");

    public ScoreBars() {
        getStyleClass().add("score-bars");
        setMouseTransparent(true);
        getChildren().addAll(tracks, unconvincing, convincing);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().setAll("score-bar", style);
        path.setManaged(false);
        return path;
    }

    /**
     * Shows scores.
     *
     * @param scores D's score of each image, 0 to 1, in grid order
     * @param fit layout of the grid
     * @param screenScale screen pixels a layout unit
     */
    public void show(double[] scores, SampleGridFit fit, double screenScale) {
        clear();
        double wide = fit.scale().side(fit.shape().width()) / screenScale;
        double high = fit.scale().side(fit.shape().height()) / screenScale;
        double gap = fit.scale().gap() / screenScale;
        int count = Math.min(scores.length, fit.rows() * fit.columns());
        for (int i = 0; i < count; i++) {
            double x = i % fit.columns() * (wide + gap);
            double y = i / fit.columns() * (high + gap) + high - THICKNESS;
            bar(tracks, x, y, wide);
            bar(scores[i] >= 0.5 ? convincing : unconvincing, x, y, Math.max(1, wide * scores[i]));
        }
    }

    /** Removes all bars. */
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
                        new LineTo(x + wide, y + THICKNESS),
                        new LineTo(x, y + THICKNESS),
                        new ClosePath());
    }
}
