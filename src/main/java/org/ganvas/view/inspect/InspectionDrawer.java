package org.ganvas.view.inspect;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.SampleImageFiles;
import org.ganvas.viewmodel.train.InspectionViewModel;
import org.jspecify.annotations.Nullable;

/** Area below the samples: the latent pane, or the inspection pane over it, built when first opened. FX thread. */
public final class InspectionDrawer extends StackPane {

    private final InspectionViewModel model;
    private final SampleImageFiles files;
    private @Nullable InspectionPane pane;

    public InspectionDrawer(Node latentPane, InspectionViewModel model, SampleImageFiles files) {
        this.model = model;
        this.files = files;
        getChildren().add(latentPane);
        latentPane.visibleProperty().bind(model.openProperty().not());
        ViewBindings.listen(model.openProperty(), (property, old, now) -> show(now));
        show(model.openProperty().get());
    }

    private void show(boolean open) {
        if (open && pane == null) {
            InspectionPane built = new InspectionPane(model, files);
            pane = built;
            built.visibleProperty().bind(model.openProperty());
            getChildren().add(built);
        }
    }
}
