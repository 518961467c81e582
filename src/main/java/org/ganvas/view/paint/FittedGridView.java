package org.ganvas.view.paint;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.ScreenProperties;
import org.ganvas.view.fx.ViewBindings;
import org.jspecify.annotations.Nullable;

/** Pictures in the middle of the room they have, as large as fits. FX thread. */
public final class FittedGridView extends Region {

    private final GridView view = new GridView();
    private final ObservableValue<@Nullable SampleGrid> pictures;
    private @Nullable GridFit fit;

    public FittedGridView(ObservableValue<@Nullable SampleGrid> pictures) {
        this.pictures = pictures;
        getStyleClass().add("fitted-grid");
        getChildren().add(view);
        ViewBindings.of(pictures, (property, old, now) -> repaint(now));
    }

    public GridView view() {
        return view;
    }

    private void repaint(@Nullable SampleGrid now) {
        if (now != null && isPicture(now) && fit != null && fit.equals(fit(now))) {
            view.show(now, fit, ScreenProperties.scaleOf(this));
        } else {
            requestLayout();
        }
    }

    /** Points of the plane are drawn as a scatter, elsewhere. */
    private static boolean isPicture(SampleGrid grid) {
        return !grid.shape().isPoint();
    }

    private GridFit fit(SampleGrid grid) {
        double scale = ScreenProperties.scaleOf(this);
        return GridFit.into(grid.shape(), grid.rows(), grid.columns(), getWidth() * scale, getHeight() * scale);
    }

    @Override
    protected void layoutChildren() {
        SampleGrid grid = pictures.getValue();
        if (grid == null || !isPicture(grid) || getWidth() <= 0) {
            fit = null;
            view.clear();
            return;
        }
        fit = fit(grid);
        view.show(grid, fit, ScreenProperties.scaleOf(this));
        double width = view.prefWidth(-1);
        double height = view.prefHeight(-1);
        view.resizeRelocate(
                snapPositionX((getWidth() - width) / 2), snapPositionY((getHeight() - height) / 2), width, height);
    }
}
