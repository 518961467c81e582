package org.ganvas.view.paint;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.Screens;
import org.jspecify.annotations.Nullable;

/** Pictures in the middle of the room they have, as large as fits. FX thread. */
public final class FittedGrid extends Region {

    private final GridView view = new GridView();
    private final ObservableValue<@Nullable PictureGrid> pictures;
    private @Nullable GridFit fit;

    public FittedGrid(ObservableValue<@Nullable PictureGrid> pictures) {
        this.pictures = pictures;
        getStyleClass().add("fitted-grid");
        getChildren().add(view);
        Follow.of(pictures, (property, old, now) -> repaint(now));
    }

    public GridView view() {
        return view;
    }

    private void repaint(@Nullable PictureGrid now) {
        if (now != null && isPicture(now) && fit != null && fit.equals(fit(now))) {
            view.show(now, fit, Screens.scaleOf(this));
        } else {
            requestLayout();
        }
    }

    /** Points of the plane are drawn as a scatter, elsewhere. */
    private static boolean isPicture(PictureGrid grid) {
        return !grid.shape().isPoint();
    }

    private GridFit fit(PictureGrid grid) {
        double scale = Screens.scaleOf(this);
        return GridFit.into(grid.shape(), grid.rows(), grid.columns(), getWidth() * scale, getHeight() * scale);
    }

    @Override
    protected void layoutChildren() {
        PictureGrid grid = pictures.getValue();
        if (grid == null || !isPicture(grid) || getWidth() <= 0) {
            fit = null;
            view.clear();
            return;
        }
        fit = fit(grid);
        view.show(grid, fit, Screens.scaleOf(this));
        double width = view.prefWidth(-1);
        double height = view.prefHeight(-1);
        view.resizeRelocate(
                snapPositionX((getWidth() - width) / 2), snapPositionY((getHeight() - height) / 2), width, height);
    }
}
