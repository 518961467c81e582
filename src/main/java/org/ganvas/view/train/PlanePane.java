package org.ganvas.view.train;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.data.PlaneBox;
import org.ganvas.plane.Trace;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.Teach;
import org.ganvas.view.paint.PlaneView;
import org.ganvas.viewmodel.Figures;
import org.ganvas.viewmodel.LatentTrace;
import org.ganvas.viewmodel.LatentViewModel;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.PlaneViewModel;
import org.jspecify.annotations.Nullable;

/** The fixed latents as points over a sample of the data, with the latent in the hand and the walk. FX thread. */
final class PlanePane extends VBox {

    private final PlaneViewModel model;
    private final LatentViewModel latent;
    private final PlaneView view = new PlaneView(true);
    private final Label step = Cards.styled(new Label(), "caption", "figure");

    PlanePane(PlaneViewModel model, LatentViewModel latent) {
        super(8);
        this.model = model;
        this.latent = latent;
        getStyleClass().add("plane-pane");
        view.setId("plane");
        view.setAccessibleText(Messages.text("scatter.title"));
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().addAll(captions(), view);
        Follow.of(model.generatedProperty(), (property, old, now) -> showGenerated(now));
        Follow.of(model.realProperty(), (property, old, now) -> showReal(now));
        Follow.of(latent.traceProperty(), (property, old, now) -> showTrace(now));
        showReal(model.realProperty().get());
        showGenerated(model.generatedProperty().get());
        showTrace(latent.traceProperty().get());
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
        Region sign = Cards.styled(new Region(), "plane-mark", mark);
        HBox caption = new HBox(8, sign, Cards.styled(new Label(Messages.text(key)), "card-title"));
        caption.getChildren().addAll(more);
        caption.setAlignment(Pos.CENTER_LEFT);
        return Teach.about(caption, key);
    }

    private void showReal(@Nullable PictureGrid points) {
        PlaneBox box = model.boxProperty().get();
        if (points != null && box != null) {
            view.showReal(box, points.pixels());
        }
    }

    private void showGenerated(@Nullable PictureGrid points) {
        view.showGenerated(points == null ? new float[0] : points.pixels());
        step.setText(points == null ? "" : Messages.text("samples.step", Figures.count(points.step())));
    }

    private void showTrace(@Nullable LatentTrace trace) {
        view.showTrace(trace == null ? Trace.NONE : new Trace(trace.point(), trace.path()));
    }
}
