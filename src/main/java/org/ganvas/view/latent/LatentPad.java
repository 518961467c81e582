package org.ganvas.view.latent;

import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.data.PointBounds;
import org.ganvas.data.RandomStream;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.ScatterView;
import org.ganvas.viewmodel.latent.LatentTrails;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.PointsViewModel;
import org.jspecify.annotations.Nullable;

/** Latent space itself, where it has two dimensions: drag to move the latent, among others as training draws them. */
final class LatentPad extends VBox {

    private static final double SIGMAS = 3;
    private static final int OTHERS = 300;
    private static final double STEP = 0.1;

    private final LatentViewModel latent;
    private final ScatterView view = new ScatterView(false);

    LatentPad(LatentViewModel latent, PointsViewModel plane) {
        super(4);
        this.latent = latent;
        setId("latentPad");
        getStyleClass().add("latent-pad");
        Label axes = CardFactory.styled(new Label(Messages.text("latent.pad.axes")), "caption", "figure");
        axes.setAlignment(Pos.CENTER);
        axes.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().addAll(view, axes);
        view.setCursor(Cursor.CROSSHAIR);
        view.showReal(new PointBounds(-SIGMAS, -SIGMAS, SIGMAS, SIGMAS), others());
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::moveTo);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moveTo);
        view.getStyleClass().add("scatter-view");
        view.setFocusTraversable(true);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::moveBy);
        HelpTooltips.about(view, "latent.pad");
        visibleProperty().bind(plane.shownProperty().and(latent.flatProperty()));
        managedProperty().bind(visibleProperty());
        ViewBindings.listen(latent.traceProperty(), (property, old, now) -> show(now));
        show(latent.traceProperty().get());
    }

    private static float[] others() {
        float[] points = new float[2 * OTHERS];
        new RandomStream(0, RandomStream.Purpose.EXPLORE_LATENT, 0).fillGaussian(points, 1);
        return points;
    }

    private void moveTo(MouseEvent event) {
        latent.setCoordinate(0, within(view.xAt(event.getX())));
        latent.setCoordinate(1, within(view.yAt(event.getY())));
    }

    private void moveBy(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> nudge(0, -STEP);
            case RIGHT -> nudge(0, STEP);
            case DOWN -> nudge(1, -STEP);
            case UP -> nudge(1, STEP);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void nudge(int coordinate, double sigmas) {
        double before = latent.coordinatesProperty().get().get(coordinate).get();
        latent.setCoordinate(coordinate, within(before + sigmas));
    }

    private static double within(double sigmas) {
        return Math.max(-SIGMAS, Math.min(SIGMAS, sigmas));
    }

    private void show(@Nullable LatentTrails trace) {
        view.showTrail(trace == null ? LatentTrail.EMPTY : new LatentTrail(trace.latent(), trace.latentPath()));
    }
}
