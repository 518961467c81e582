package org.ganvas.view.latent;

import javafx.scene.layout.StackPane;
import org.ganvas.data.PointBounds;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.ScatterView;
import org.ganvas.viewmodel.latent.LatentTrails;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.PointsViewModel;
import org.jspecify.annotations.Nullable;

/** Where the generator puts the latent in the hand and the walk, over a sample of the data. FX thread. */
final class LatentScatterView extends StackPane {

    private final ScatterView view = new ScatterView(false);

    LatentScatterView(LatentViewModel latent, PointsViewModel plane) {
        setId("handPlane");
        view.setAccessibleText(Messages.text("latent.point"));
        getChildren().add(view);
        visibleProperty().bind(plane.shownProperty());
        managedProperty().bind(visibleProperty());
        ViewBindings.listen(latent.traceProperty(), (property, old, now) -> show(now));
        ViewBindings.listen(
                plane.realProperty(),
                (property, old, now) -> show(plane.boxProperty().get(), now));
        show(plane.boxProperty().get(), plane.realProperty().get());
        show(latent.traceProperty().get());
    }

    private void show(@Nullable PointBounds box, @Nullable SampleGrid real) {
        if (box != null && real != null) {
            view.showReal(box, real.pixels());
        }
    }

    private void show(@Nullable LatentTrails trace) {
        view.showTrail(trace == null ? LatentTrail.EMPTY : new LatentTrail(trace.point(), trace.path()));
    }
}
