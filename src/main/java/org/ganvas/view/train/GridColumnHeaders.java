package org.ganvas.view.train;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.paint.SampleGridFit;

/** Class names over the columns of a grid. FX thread. */
final class GridColumnHeaders extends Pane {

    private List<String> shown = List.of();

    void show(List<String> names, SampleGridFit fit, double screenScale) {
        if (!names.equals(shown)) {
            shown = names;
            getChildren().setAll(names.stream().map(GridColumnHeaders::head).toList());
        }
        double side = fit.scale().side(fit.shape().width()) / screenScale;
        double step = side + fit.scale().gap() / screenScale;
        for (int i = 0; i < getChildren().size(); i++) {
            getChildren().get(i).resizeRelocate(i * step, 0, side, getHeight());
        }
    }

    private static Label head(String name) {
        Label label = CardFactory.styled(new Label(name), "column-head");
        label.setAlignment(Pos.CENTER);
        // Dots would leave no letter of a name above a narrow column.
        label.setEllipsisString("");
        label.setTooltip(new Tooltip(name));
        return label;
    }

    @Override
    protected void layoutChildren() {
        // Laid out by show(), which knows the grid below.
    }
}
