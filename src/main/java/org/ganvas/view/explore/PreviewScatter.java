package org.ganvas.view.explore;

import javafx.scene.layout.StackPane;
import org.ganvas.data.PointBounds;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.ScatterView;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.PointsViewModel;
import org.jspecify.annotations.Nullable;

/** In place of the big picture where the generator makes points: the patch among a sample of the data. FX thread. */
final class PreviewScatter extends StackPane {

    private final ScatterView view = new ScatterView(true);
    private final PointsViewModel plane;

    PreviewScatter(ExploreViewModel model, PointsViewModel plane) {
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
        ViewBindings.listen(model.pictureProperty(), (property, old, now) -> show(now));
        ViewBindings.listen(plane.realProperty(), (property, old, now) -> showReal());
        showReal();
    }

    private void showReal() {
        PointBounds box = plane.boxProperty().get();
        SampleGrid real = plane.realProperty().get();
        if (box != null && real != null) {
            view.showReal(box, real.pixels());
        }
    }

    private void show(@Nullable SampleGrid patch) {
        if (patch != null && patch.shape().isPoint()) {
            int middle = patch.count() / 2;
            float[] hand = {patch.pixels()[2 * middle], patch.pixels()[2 * middle + 1]};
            view.showGenerated(patch.count() == 1 ? new float[0] : patch.pixels());
            view.showTrail(new LatentTrail(hand, new float[0]));
        }
    }
}
