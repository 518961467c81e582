package org.ganvas.view.train;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.data.PointBounds;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.scatter.ScatterPlotViewport;
import org.ganvas.session.inspect.PointField;
import org.ganvas.session.inspect.PointFieldRequest;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.ScatterView;
import org.ganvas.viewmodel.latent.LatentTrails;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.PointFieldViewModel;
import org.ganvas.viewmodel.train.PointsViewModel;
import org.jspecify.annotations.Nullable;

/** Points of the fixed latents over a sample of the data, with the current latent and the walk. FX thread. */
final class PointsPane extends VBox {

    /** Pixels of the screen between two points of the lattice of D. */
    private static final double PIXELS_PER_POINT = 6;

    private static final int MAX_LATTICE = 400;

    /** Of the button that lies over the right end of the captions. */
    private static final double BESIDE = 36;

    private final PointsViewModel model;
    private final PointFieldViewModel field;
    private final LatentViewModel latent;
    private final ScatterView view = new ScatterView(true);
    private final Label place = CardFactory.styled(new Label(), "caption", "figure");
    private final Label today = CardFactory.caption(Messages.text("scatter.real.today"));
    private final Label step = CardFactory.styled(new Label(), "caption", "figure");

    PointsPane(PointsViewModel model, PointFieldViewModel field, LatentViewModel latent) {
        super(8);
        this.model = model;
        this.field = field;
        this.latent = latent;
        getStyleClass().add("points-pane");
        view.setId("points");
        view.setAccessibleText(Messages.text("scatter.title"));
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().addAll(captions(), view, new PointFieldBar(field));
        ViewBindings.listen(model.generatedProperty(), (property, old, now) -> showGenerated(now));
        ViewBindings.listen(model.realProperty(), (property, old, now) -> showReal(now));
        ViewBindings.listen(latent.trailsProperty(), (property, old, now) -> showTrail(now));
        ViewBindings.listen(field.shownProperty(), (property, old, now) -> showField(now));
        ViewBindings.listen(
                field.surfaceProperty(),
                (property, old, now) -> showField(field.shownProperty().get()));
        ViewBindings.listen(
                field.contourProperty(),
                (property, old, now) -> showField(field.shownProperty().get()));
        ViewBindings.listen(visibleProperty(), (property, old, now) -> view.requestLayout());
        view.onViewport(viewport -> field.setLattice(isVisible() ? lattice(viewport) : null));
        view.setOnMouseMoved(event -> place.setText(field.answerAt(view.xAt(event.getX()), view.yAt(event.getY()))));
        view.setOnMouseExited(event -> place.setText(""));
        showField(field.shownProperty().get());
        showReal(model.realProperty().get());
        showGenerated(model.generatedProperty().get());
        showTrail(latent.trailsProperty().get());
        setMinSize(160, 120);
    }

    private HBox captions() {
        HBox latentCaption = caption("hand", "scatter.latent");
        HBox walk = caption("walk", "scatter.walk");
        FittingRow captions = new FittingRow(
                20,
                caption("generated", "scatter.generated", step),
                caption("real", "scatter.real", today),
                latentCaption,
                walk,
                place);
        HBox.setHgrow(place, Priority.ALWAYS);
        captions.setPadding(new Insets(0, BESIDE, 0, 0));
        captions.concedeSpacing(10);
        captions.concedeHidden(walk);
        captions.concedeHidden(latentCaption);
        captions.concedeHidden(step);
        place.setId("fieldPlace");
        place.setMinWidth(0);
        today.setId("realOfToday");
        today.visibleProperty().bind(model.realOfTodayProperty());
        today.managedProperty().bind(today.visibleProperty());
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
            view.showReal(bounds, points.pixels(), model.transform());
        }
    }

    private void showGenerated(@Nullable SampleGrid points) {
        view.showGenerated(points == null ? new float[0] : points.pixels());
        step.setText(points == null ? "" : Messages.text("samples.step", NumberFormats.count(points.step())));
    }

    /** Lattice over the whole plot, a point every few pixels. */
    private static PointFieldRequest lattice(ScatterPlotViewport viewport) {
        PointBounds bounds = new PointBounds(
                viewport.left(), viewport.yAt(viewport.height()), viewport.xAt(viewport.width()), viewport.top());
        return new PointFieldRequest(bounds, latticePoints(viewport.width()), latticePoints(viewport.height()), 0);
    }

    private static int latticePoints(int pixels) {
        return Math.max(2, Math.min(MAX_LATTICE, (int) Math.ceil(pixels / PIXELS_PER_POINT) + 1));
    }

    private void showField(PointFieldViewModel.@Nullable Shown now) {
        if (now == null) {
            view.showField(null);
            view.showArrows(new float[0], new float[0], 0);
            return;
        }
        PointField answer = now.field();
        view.showField(new FieldPainter.Layer(
                new FieldPainter.Field(
                        answer.request().bounds(),
                        answer.request().columns(),
                        answer.request().rows(),
                        answer.logits(),
                        answer.neutral(),
                        now.scale()),
                field.surfaceProperty().get(),
                field.contourProperty().get()));
        view.showArrows(answer.places(), answer.forces(), now.gain());
    }

    private void showTrail(@Nullable LatentTrails trace) {
        view.showTrail(trace == null ? LatentTrail.EMPTY : new LatentTrail(trace.point(), trace.path()));
    }
}
