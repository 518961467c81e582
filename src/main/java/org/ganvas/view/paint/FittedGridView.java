package org.ganvas.view.paint;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.ScreenProperties;
import org.ganvas.view.fx.ViewBindings;
import org.jspecify.annotations.Nullable;

/** Sample grid, centred or at the left, and at the largest scale that fits. FX thread. */
public final class FittedGridView extends Region {

    private final SampleGridView view = new SampleGridView();
    private final ObservableValue<@Nullable SampleGrid> grid;
    private @Nullable SampleGridFit fit;

    /** Share of the spare width that is at the left. */
    private double leftShare = 0.5;

    public FittedGridView(ObservableValue<@Nullable SampleGrid> grid) {
        this.grid = grid;
        getStyleClass().add("fitted-grid");
        getChildren().add(view);
        ViewBindings.listen(grid, (property, old, now) -> repaint(now));
    }

    /** Places the grid at the left where it is narrower than its place, in line with a caption above. */
    public FittedGridView alignedLeft() {
        leftShare = 0;
        return this;
    }

    public SampleGridView view() {
        return view;
    }

    private void repaint(@Nullable SampleGrid now) {
        if (now != null && isImage(now) && fit != null && fit.equals(fit(now))) {
            view.show(now, fit, ScreenProperties.scaleOf(this));
        } else {
            requestLayout();
        }
    }

    /** Whether the samples are images; 2-D points are shown by {@link ScatterView}. */
    private static boolean isImage(SampleGrid grid) {
        return !grid.shape().isPoint();
    }

    private SampleGridFit fit(SampleGrid grid) {
        double scale = ScreenProperties.scaleOf(this);
        return SampleGridFit.into(grid.shape(), grid.rows(), grid.columns(), getWidth() * scale, getHeight() * scale);
    }

    @Override
    protected void layoutChildren() {
        SampleGrid current = grid.getValue();
        if (current == null || !isImage(current) || getWidth() <= 0) {
            fit = null;
            view.clear();
            return;
        }
        fit = fit(current);
        view.show(current, fit, ScreenProperties.scaleOf(this));
        double width = view.prefWidth(-1);
        double height = view.prefHeight(-1);
        view.resizeRelocate(
                snapPositionX(leftShare * (getWidth() - width)),
                snapPositionY((getHeight() - height) / 2),
                width,
                height);
    }
}
