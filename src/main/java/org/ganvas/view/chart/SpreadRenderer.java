package org.ganvas.view.chart;

import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import javafx.scene.canvas.GraphicsContext;

/** Renderer of noisy curves as one vertical bar for each column of pixels. FX thread. */
final class SpreadRenderer extends AbstractRendererXY<SpreadRenderer> {

    @Override
    protected void render(GraphicsContext context, DataSet dataSet, DataSetNode style) {
        int columns = (int) Math.ceil(xAxis.getWidth());
        int count = dataSet.getDataCount();
        if (columns < 1 || count < 1) {
            return;
        }
        PixelColumnExtents extents = new PixelColumnExtents(columns);
        double lastX = xAxis.getDisplayPosition(dataSet.get(DataSet.DIM_X, 0));
        double lastY = yAxis.getDisplayPosition(dataSet.get(DataSet.DIM_Y, 0));
        for (int i = 0; i < count; i++) {
            double x = xAxis.getDisplayPosition(dataSet.get(DataSet.DIM_X, i));
            double y = yAxis.getDisplayPosition(dataSet.get(DataSet.DIM_Y, i));
            // Values without a logarithm are skipped.
            if (Double.isFinite(y) && Double.isFinite(lastY)) {
                extents.cover(lastX, lastY, x, y);
            }
            lastX = x;
            lastY = y;
        }
        context.setFill(style.getLineColor());
        for (int column = 0; column < columns; column++) {
            if (!extents.isEmpty(column)) {
                context.fillRect(column, extents.top(column), 1, extents.height(column));
            }
        }
    }

    @Override
    protected SpreadRenderer getThis() {
        return this;
    }
}
