package org.ganvas.view.lab;

import java.util.Map;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.ganvas.data.PointBounds;
import org.ganvas.lab.LabPlotContent;
import org.ganvas.lab.LabPlotLayers;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.scatter.ScatterPlotViewport;
import org.ganvas.session.lab.LabResult;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.LabKeys;
import org.ganvas.view.paint.ScatterView;
import org.ganvas.viewmodel.lab.LabAreaViewModel;
import org.ganvas.viewmodel.lab.LabExportViewModel;
import org.ganvas.viewmodel.lab.LabViewModel;
import org.ganvas.viewmodel.text.Messages;

/** Plot of the game: wheel zooms, drag pans, double click fits; a card at the pointer tells everything about its place. FX thread. */
final class LabPlot extends StackPane {

    private static final double WHEEL = 1.0015;
    private static final double KEY_ZOOM = 1.25;
    private static final double KEY_PAN = 0.08;
    private static final double NEAR_PIXELS = 10;
    private static final double CARD_GAP = 14;

    private final LabViewModel model;
    private final LabAreaViewModel area;
    private final ScatterView view = new ScatterView(true);
    private final Label names = CardFactory.styled(new Label(), "lab-layer-names");
    private final Label card = CardFactory.styled(new Label(), "hover-card", "figure");
    private double pressedX;
    private double pressedY;
    private double pointerX = Double.NaN;
    private double pointerY;

    LabPlot(LabViewModel model, LabExportViewModel export) {
        this.model = model;
        area = model.view();
        setId("labPlot");
        getStyleClass().add("lab-plot");
        view.setId("labPoints");
        view.setAccessibleText(Messages.text("lab.plot.title"));
        view.setFocusTraversable(true);
        names.setId("labLayerNames");
        names.setVisible(false);
        Pane over = new Pane(names, card);
        over.setMouseTransparent(true);
        over.setMinSize(0, 0);
        card.setVisible(false);
        card.setManaged(false);
        card.setWrapText(true);
        getChildren().addAll(view, over);
        setMinSize(120, 60);
        view.onViewport(this::follow);
        view.onPalette(model::setPalette);
        ViewBindings.listen(model.plotProperty(), (property, old, now) -> show(now));
        ViewBindings.listen(
                area.shownProperty(),
                (property, old, now) -> show(model.plotProperty().get()));
        show(model.plotProperty().get());
        ViewBindings.listen(model.layers().changesProperty(), (property, old, now) -> nameLayers());
        nameLayers();
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
        view.addEventHandler(ScrollEvent.SCROLL, this::zoom);
        view.addEventHandler(KeyEvent.KEY_PRESSED, keys());
        LabExportMenu.onPlot(view, export);
    }

    /** Names the layers that are on in the plot itself, where their toggles have no room for it. */
    void showNames(boolean on) {
        names.setVisible(on);
    }

    private void nameLayers() {
        names.setText(model.layers().names());
        requestLayout();
    }

    /** At the left, where a wide plot of data in its middle is empty. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double left = view.plotLeft();
        names.resizeRelocate(
                left,
                0,
                Math.min(Math.ceil(names.prefWidth(-1)), Math.max(0, getWidth() - left)),
                names.prefHeight(-1));
    }

    private void follow(ScatterPlotViewport viewport) {
        if (model.plotProperty().get().isOfLatents()) {
            return;
        }
        model.setArea(
                new PointBounds(
                        viewport.left(),
                        viewport.yAt(viewport.height()),
                        viewport.xAt(viewport.width()),
                        viewport.top()),
                Math.max(2, viewport.width()),
                Math.max(2, viewport.height()));
    }

    private void show(LabPlotContent content) {
        view.inOnePaint(() -> change(content));
        if (!Double.isNaN(pointerX)) {
            point(pointerX, pointerY);
        }
    }

    private void change(LabPlotContent content) {
        view.showReal(content.bounds(area.shownProperty().get()), content.real(), content.transform(model.transform()));
        view.showAxisNames(
                content.isOfLatents() ? Messages.text("lab.latent.first.symbol") : "",
                content.isOfLatents() ? Messages.text("lab.latent.second.symbol") : "");
        view.showLayers(LabPlotLayers.under(content), LabPlotLayers.over(content));
        view.showGenerated(content.generated());
        LabResult.Forces forces = content.forces();
        view.showArrows(
                forces == null ? new float[0] : forces.places(),
                forces == null ? new float[0] : forces.directions(),
                content.gain());
        view.showField(content.colours() == null ? null : new FieldPainter.Layer(content.colours(), true, false));
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            area.fit();
        }
    }

    private void drag(MouseEvent event) {
        if (event.isPrimaryButtonDown()) {
            area.pan(view.xAt(pressedX) - view.xAt(event.getX()), view.yAt(pressedY) - view.yAt(event.getY()));
            pressedX = event.getX();
            pressedY = event.getY();
            setCursor(Cursor.MOVE);
        }
    }

    private void zoom(ScrollEvent event) {
        area.zoom(view.xAt(event.getX()), view.yAt(event.getY()), Math.pow(WHEEL, event.getDeltaY()));
        event.consume();
    }

    private EventHandler<KeyEvent> keys() {
        return LabKeys.PLOT.handler(Map.of(
                LabKeys.ZOOM_IN, event -> area.zoom(KEY_ZOOM),
                LabKeys.ZOOM_OUT, event -> area.zoom(1 / KEY_ZOOM),
                LabKeys.MOVE, this::pan,
                LabKeys.WHOLE, event -> area.fit()));
    }

    private void pan(KeyEvent event) {
        PointBounds shown = area.shownProperty().get();
        switch (event.getCode()) {
            case LEFT -> area.pan(-KEY_PAN * shown.width(), 0);
            case RIGHT -> area.pan(KEY_PAN * shown.width(), 0);
            case UP -> area.pan(0, KEY_PAN * shown.height());
            default -> area.pan(0, -KEY_PAN * shown.height());
        }
    }

    private void move(MouseEvent event) {
        if (view.isOnLabel(event)) {
            leave();
        } else {
            point(event.getX(), event.getY());
        }
    }

    private void point(double x, double y) {
        pointerX = x;
        pointerY = y;
        setCursor(Cursor.CROSSHAIR);
        model.setHovered(true);
        if (!model.plotProperty().get().isOfLatents()) {
            model.neurons().explainAtPlace(view.xAt(x), view.yAt(y));
        }
        double radius = Math.abs(view.xAt(NEAR_PIXELS) - view.xAt(0));
        String text = model.place(view.xAt(x), view.yAt(y), radius);
        card.setText(text);
        card.setVisible(!text.isEmpty());
        place(x, y);
    }

    /** Puts the card beside the pointer, on its other side where there is no room, and in any case into the plot. */
    private void place(double x, double y) {
        // Its style is not applied while it is hidden.
        card.applyCss();
        double wide = Math.min(Math.ceil(card.prefWidth(-1)), getWidth());
        double high = Math.ceil(card.prefHeight(wide));
        double left = x + CARD_GAP + wide > getWidth() ? x - CARD_GAP - wide : x + CARD_GAP;
        double top = y + CARD_GAP + high > getHeight() ? y - CARD_GAP - high : y + CARD_GAP;
        card.resizeRelocate(Math.max(0, Math.round(left)), Math.max(0, Math.round(top)), wide, high);
    }

    private void leave() {
        pointerX = Double.NaN;
        card.setVisible(false);
        model.setHovered(false);
    }
}
