package org.ganvas.view.explore;

import javafx.scene.layout.StackPane;
import org.ganvas.data.PlaneBox;
import org.ganvas.plane.Trace;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.paint.PlaneView;
import org.ganvas.viewmodel.ExploreViewModel;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.PlaneViewModel;
import org.jspecify.annotations.Nullable;

/** In place of the big picture where the generator makes points: the patch among a sample of the data. FX thread. */
final class StagePoints extends StackPane {

    private final PlaneView view = new PlaneView(true);
    private final PlaneViewModel plane;

    StagePoints(ExploreViewModel model, PlaneViewModel plane) {
        this.plane = plane;
        setId("stagePoints");
        view.setAccessibleText(Messages.text("explore.points"));
        getChildren().add(view);
        visibleProperty()
                .bind(model.parts()
                        .source()
                        .specProperty()
                        .map(spec -> spec.image().isPoint())
                        .orElse(false));
        Follow.of(model.pictureProperty(), (property, old, now) -> show(now));
        Follow.of(plane.realProperty(), (property, old, now) -> showReal());
        showReal();
    }

    private void showReal() {
        PlaneBox box = plane.boxProperty().get();
        PictureGrid real = plane.realProperty().get();
        if (box != null && real != null) {
            view.showReal(box, real.pixels());
        }
    }

    private void show(@Nullable PictureGrid patch) {
        if (patch != null && patch.shape().isPoint()) {
            int middle = patch.count() / 2;
            float[] hand = {patch.pixels()[2 * middle], patch.pixels()[2 * middle + 1]};
            view.showGenerated(patch.count() == 1 ? new float[0] : patch.pixels());
            view.showTrace(new Trace(hand, new float[0]));
        }
    }
}
