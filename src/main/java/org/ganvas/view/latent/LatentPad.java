package org.ganvas.view.latent;

import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.data.LatentPrior;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointTransform;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.TrainKeys;
import org.ganvas.view.paint.ScatterView;
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.latent.LatentTrails;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.PointsViewModel;
import org.jspecify.annotations.Nullable;

/** Latent space of two dimensions: a drag moves the current latent, among latents drawn from the prior as in training. FX thread. */
final class LatentPad extends VBox {

    private static final int PRIOR_COUNT = 300;
    private static final double STEP = 0.1;

    private final LatentViewModel latent;
    private final ScatterView view = new ScatterView(false);
    private final Label axes = CardFactory.styled(new Label(), "caption", "figure");

    LatentPad(LatentViewModel latent, PointsViewModel points) {
        super(4);
        this.latent = latent;
        setId("latentPad");
        getStyleClass().add("latent-pad");
        axes.setAlignment(Pos.CENTER);
        axes.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().addAll(view, axes);
        view.setCursor(Cursor.CROSSHAIR);
        ViewBindings.listen(latent.priorProperty(), (property, old, now) -> show(now));
        show(latent.priorProperty().get());
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            view.requestFocus();
            moveTo(event);
        });
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moveTo);
        view.getStyleClass().add("scatter-view");
        view.setFocusTraversable(true);
        view.addEventHandler(
                KeyEvent.KEY_PRESSED, TrainKeys.LATENT_PAD.handler(Map.of(TrainKeys.MOVE_LATENT, this::moveBy)));
        HelpTooltips.about(view, "latent.pad");
        visibleProperty().bind(points.shownProperty().and(latent.twoDimensionalProperty()));
        managedProperty().bind(visibleProperty());
        ViewBindings.listen(latent.trailsProperty(), (property, old, now) -> show(now));
        show(latent.trailsProperty().get());
    }

    private void show(LatentPrior prior) {
        float[] points = new float[2 * PRIOR_COUNT];
        prior.fill(new SeededRandomStream(0, SeededRandomStream.Purpose.EXPLORE_LATENT, 0), points);
        double reach = prior.reach();
        view.showReal(new PointBounds(-reach, -reach, reach, reach), points, PointTransform.IDENTITY);
        axes.setText(Messages.text("latent.pad.axes", NumberFormats.setting(reach)));
    }

    private void moveTo(MouseEvent event) {
        latent.moveTo(within(view.xAt(event.getX())), within(view.yAt(event.getY())));
    }

    private void moveBy(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> nudge(0, -STEP);
            case RIGHT -> nudge(0, STEP);
            case DOWN -> nudge(1, -STEP);
            default -> nudge(1, STEP);
        }
    }

    private void nudge(int dimension, double distance) {
        LatentSlider slider = latent.sliders().dimensionsProperty().get().get(dimension);
        latent.sliders().set(slider, within(slider.valueProperty().get() + distance));
    }

    private double within(double value) {
        double reach = latent.priorProperty().get().reach();
        return Math.max(-reach, Math.min(reach, value));
    }

    private void show(@Nullable LatentTrails trails) {
        view.showTrail(trails == null ? LatentTrail.EMPTY : new LatentTrail(trails.latent(), trails.latentPath()));
    }
}
