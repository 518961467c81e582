package org.ganvas.view.train;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.data.PointBounds;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.ScatterView;
import org.ganvas.viewmodel.latent.LatentTrails;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.PointsViewModel;
import org.jspecify.annotations.Nullable;

/** Points of the fixed latents over a sample of the data, with the current latent and the walk. FX thread. */
final class PointsPane extends VBox {

    private final PointsViewModel model;
    private final LatentViewModel latent;
    private final ScatterView view = new ScatterView(true);
    private final Label step = CardFactory.styled(new Label(), "caption", "figure");

    PointsPane(PointsViewModel model, LatentViewModel latent) {
        super(8);
        this.model = model;
        this.latent = latent;
        getStyleClass().add("points-pane");
        view.setId("points");
        view.setAccessibleText(Messages.text("scatter.title"));
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().addAll(captions(), view);
        ViewBindings.listen(model.generatedProperty(), (property, old, now) -> showGenerated(now));
        ViewBindings.listen(model.realProperty(), (property, old, now) -> showReal(now));
        ViewBindings.listen(latent.trailsProperty(), (property, old, now) -> showTrail(now));
        showReal(model.realProperty().get());
        showGenerated(model.generatedProperty().get());
        showTrail(latent.trailsProperty().get());
        setMinSize(160, 120);
    }

    private HBox captions() {
        HBox captions = new HBox(
                20,
                caption("generated", "scatter.generated", step),
                caption("real", "scatter.real"),
                caption("hand", "scatter.latent"));
        captions.setAlignment(Pos.CENTER_LEFT);
        return captions;
    }

    private static HBox caption(String mark, String key, Label... more) {
        Region symbol = CardFactory.styled(new Region(), "scatter-mark", mark);
        HBox caption = new HBox(8, symbol, CardFactory.styled(new Label(Messages.text(key)), "card-title"));
        caption.getChildren().addAll(more);
        caption.setAlignment(Pos.CENTER_LEFT);
        return HelpTooltips.about(caption, key);
    }

    private void showReal(@Nullable SampleGrid points) {
        PointBounds bounds = model.boundsProperty().get();
        if (points != null && bounds != null) {
            view.showReal(bounds, points.pixels());
        }
    }

    private void showGenerated(@Nullable SampleGrid points) {
        view.showGenerated(points == null ? new float[0] : points.pixels());
        step.setText(points == null ? "" : Messages.text("samples.step", NumberFormats.count(points.step())));
    }

    private void showTrail(@Nullable LatentTrails trace) {
        view.showTrail(trace == null ? LatentTrail.EMPTY : new LatentTrail(trace.point(), trace.path()));
    }
}
