package org.ganvas.view.train;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.ganvas.view.fx.Follow;
import org.ganvas.viewmodel.InsideViewModel;
import org.jspecify.annotations.Nullable;

/** The place below the pictures: the explorer, or the look inside in front of it, built when it is opened. FX thread. */
final class InsideDrawer extends StackPane {

    private final InsideViewModel model;
    private @Nullable InsidePane pane;

    InsideDrawer(Node usual, InsideViewModel model) {
        this.model = model;
        getChildren().add(usual);
        usual.visibleProperty().bind(model.openProperty().not());
        Follow.of(model.openProperty(), (property, old, now) -> show(now));
        show(model.openProperty().get());
    }

    private void show(boolean open) {
        if (open && pane == null) {
            InsidePane built = new InsidePane(model);
            pane = built;
            built.visibleProperty().bind(model.openProperty());
            getChildren().add(built);
        }
    }
}
