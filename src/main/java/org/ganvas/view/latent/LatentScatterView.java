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

/** The generator's points of the current latent and the walk, over a sample of the data. FX thread. */
final class LatentScatterView extends StackPane {

    private final ScatterView view = new ScatterView(false);

    LatentScatterView(LatentViewModel latent, PointsViewModel points) {
        setId("latentScatter");
        view.setAccessibleText(Messages.text("latent.point"));
        getChildren().add(view);
        visibleProperty().bind(points.shownProperty());
        managedProperty().bind(visibleProperty());
        ViewBindings.listen(latent.trailsProperty(), (property, old, now) -> show(now));
        ViewBindings.listen(points.realProperty(), (property, old, now) -> showReal(points));
        showReal(points);
        show(latent.trailsProperty().get());
    }

    private void showReal(PointsViewModel points) {
        PointBounds box = points.boundsProperty().get();
        SampleGrid real = points.realProperty().get();
        if (box != null && real != null) {
            view.showReal(box, real.pixels(), points.transform());
        }
    }

    private void show(@Nullable LatentTrails trails) {
        view.showTrail(trails == null ? LatentTrail.EMPTY : new LatentTrail(trails.point(), trails.path()));
    }
}
