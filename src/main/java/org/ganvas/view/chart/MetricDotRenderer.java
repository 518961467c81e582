package org.ganvas.view.chart;

import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import javafx.scene.canvas.GraphicsContext;

/** Renderer of evaluations as dots. FX thread. */
final class MetricDotRenderer extends AbstractRendererXY<MetricDotRenderer> {

    private static final double SIZE = 5;

    @Override
    protected void render(GraphicsContext context, DataSet dataSet, DataSetNode style) {
        context.setFill(style.getLineColor());
        for (int i = 0; i < dataSet.getDataCount(); i++) {
            double x = xAxis.getDisplayPosition(dataSet.get(DataSet.DIM_X, i));
            double y = yAxis.getDisplayPosition(dataSet.get(DataSet.DIM_Y, i));
            if (Double.isFinite(y)) {
                context.fillOval(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE);
            }
        }
    }

    @Override
    protected MetricDotRenderer getThis() {
        return this;
    }
}
