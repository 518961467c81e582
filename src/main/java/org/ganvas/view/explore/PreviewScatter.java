package org.ganvas.view.explore;

import javafx.scene.layout.StackPane;
import org.ganvas.data.PointBounds;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.ScatterView;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.GeneratorSourceViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.PointsViewModel;
import org.jspecify.annotations.Nullable;

/** The preview of a generator of points: the patch over a sample of the data. FX thread. */
final class PreviewScatter extends StackPane {

    private final ScatterView view = new ScatterView(true);
    private final PointsViewModel points;
    private final GeneratorSourceViewModel source;

    PreviewScatter(ExploreViewModel model, GeneratorSourceViewModel source, PointsViewModel points) {
        this.points = points;
        this.source = source;
        setId("previewPoints");
        view.setAccessibleText(Messages.text("explore.points"));
        getChildren().add(view);
        visibleProperty()
                .bind(source.specProperty().map(spec -> spec.image().isPoint()).orElse(false));
        ViewBindings.listen(points.realProperty(), (property, old, now) -> showReal());
        ViewBindings.listen(source.foreignProperty(), (property, old, now) -> showReal());
        showReal();
        ViewBindings.show(model.imageProperty(), this::show);
    }

    private void showReal() {
        PointBounds box = points.boundsProperty().get();
        SampleGrid real = points.realProperty().get();
        if (box != null && real != null) {
            // The data of the run is not that of a generator from a file.
            boolean foreign = source.foreignProperty().get();
            view.showReal(
                    box,
                    foreign ? new float[0] : real.pixels(),
                    foreign ? source.pointTransform() : points.transform());
        }
    }

    private void show(@Nullable SampleGrid patch) {
        if (patch != null && patch.shape().isPoint()) {
            int middle = patch.count() / 2;
            float[] current = {patch.pixels()[2 * middle], patch.pixels()[2 * middle + 1]};
            view.showGenerated(patch.count() == 1 ? new float[0] : patch.pixels());
            view.showTrail(new LatentTrail(current, new float[0]));
        }
    }
}
