package org.ganvas.view.explore;

import javafx.scene.layout.StackPane;
import org.ganvas.data.PlaneBox;
import org.ganvas.plane.Trace;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.paint.PlaneView;
import org.ganvas.viewmodel.LatentTrace;
import org.ganvas.viewmodel.LatentViewModel;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.PlaneViewModel;
import org.jspecify.annotations.Nullable;

/** Where the generator puts the latent in the hand and the walk, over a sample of the data. FX thread. */
final class HandPlane extends StackPane {

    private final PlaneView view = new PlaneView(false);

    HandPlane(LatentViewModel latent, PlaneViewModel plane) {
        setId("handPlane");
        view.setAccessibleText(Messages.text("latent.point"));
        getChildren().add(view);
        visibleProperty().bind(plane.shownProperty());
        managedProperty().bind(visibleProperty());
        Follow.of(latent.traceProperty(), (property, old, now) -> show(now));
        Follow.of(
                plane.realProperty(),
                (property, old, now) -> show(plane.boxProperty().get(), now));
        show(plane.boxProperty().get(), plane.realProperty().get());
        show(latent.traceProperty().get());
    }

    private void show(@Nullable PlaneBox box, @Nullable PictureGrid real) {
        if (box != null && real != null) {
            view.showReal(box, real.pixels());
        }
    }

    private void show(@Nullable LatentTrace trace) {
        view.showTrace(trace == null ? Trace.NONE : new Trace(trace.point(), trace.path()));
    }
}
