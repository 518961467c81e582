package org.ganvas.view.inspect;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.train.InspectionViewModel;
import org.jspecify.annotations.Nullable;

/** The place below the pictures: the explorer, or the look inside in front of it, built when it is opened. FX thread. */
public final class InspectionDrawer extends StackPane {

    private final InspectionViewModel model;
    private @Nullable InspectionPane pane;

    public InspectionDrawer(Node usual, InspectionViewModel model) {
        this.model = model;
        getChildren().add(usual);
        usual.visibleProperty().bind(model.openProperty().not());
        ViewBindings.of(model.openProperty(), (property, old, now) -> show(now));
        show(model.openProperty().get());
    }

    private void show(boolean open) {
        if (open && pane == null) {
            InspectionPane built = new InspectionPane(model);
            pane = built;
            built.visibleProperty().bind(model.openProperty());
            getChildren().add(built);
        }
    }
}
