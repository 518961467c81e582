package org.ganvas.view.help;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A short way round the real controls, with a frame around each and a few words beside it. What lies below works all the
 * while, and what a room does not show is passed over. FX thread.
 */
final class TourLayer extends Pane {

    private static final double WIDTH = 300;
    private static final double GAP = 12;
    private static final double EDGE = 4;

    /** A stop: where in the window, and which words. */
    private record Stop(String selector, String key) {}

    private static final List<Stop> ALL = List.of(
            new Stop("#startButton", "tour.start"),
            new Stop("#leftCards", "tour.setup"),
            new Stop(".pictures-card", "tour.samples"),
            new Stop("#latentPane", "tour.latent"),
            new Stop(".charts-pane", "tour.charts"),
            new Stop("#menuButton", "tour.help"));

    private final Node window;
    private final Runnable close;
    private final List<Stop> stops;
    private final Region frame = CardFactory.styled(new Region(), "tour-frame");
    private final Label title = CardFactory.styled(new Label(), "card-title");
    private final Label text = CardFactory.styled(new Label(), "teach-text");
    private final Label place = CardFactory.styled(new Label(), "caption", "figure");
    private final Button back = new Button(Messages.text("tour.back"));
    private final Button next = new Button();
    private final VBox card = CardFactory.styled(new VBox(10), "ganvas-card", "tour-card");
    private int at;

    /**
     * @param window where the controls are
     */
    TourLayer(Node window, Runnable close) {
        this.window = window;
        this.close = close;
        stops = ALL.stream().filter(stop -> find(stop) != null).toList();
        setId("tourLayer");
        setPickOnBounds(false);
        frame.setMouseTransparent(true);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        card.setPrefWidth(TextScaling.of(WIDTH));
        card.getChildren().addAll(new VBox(4, title, text), buttons());
        getChildren().addAll(frame, card);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private HBox buttons() {
        Button end = new Button(Messages.text("tour.end"));
        end.setId("tourEnd");
        end.getStyleClass().add("flat");
        end.setOnAction(event -> close.run());
        back.setOnAction(event -> go(at - 1));
        back.setId("tourBack");
        next.setId("tourNext");
        next.getStyleClass().add("accent");
        next.setOnAction(event -> go(at + 1));
        HBox buttons = new HBox(6, end, CardFactory.space(), place, back, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close.run();
        }
    }

    private @Nullable Node find(Stop stop) {
        Node node = window.lookup(stop.selector());
        return node != null
                        && node.getScene() != null
                        && node.isVisible()
                        && node.getBoundsInLocal().getWidth() > 0
                ? node
                : null;
    }

    /** Goes to a stop; behind the last one the tour is over. */
    void go(int stop) {
        if (stop >= stops.size()) {
            close.run();
            return;
        }
        at = Math.max(0, stop);
        String key = stops.get(at).key();
        title.setText(Messages.text(key + ".title"));
        text.setText(Messages.text(key + ".text"));
        place.setText(Messages.text("tour.place", at + 1, stops.size()));
        back.setDisable(at == 0);
        next.setText(Messages.text(at == stops.size() - 1 ? "tour.done" : "tour.next"));
        next.setAccessibleText(title.getText() + " " + text.getText());
        next.requestFocus();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (stops.isEmpty()) {
            return;
        }
        Node target = Objects.requireNonNullElse(find(stops.get(at)), window);
        Bounds there = sceneToLocal(target.localToScene(target.getLayoutBounds()));
        frame.resizeRelocate(
                there.getMinX() - EDGE,
                there.getMinY() - EDGE,
                there.getWidth() + 2 * EDGE,
                there.getHeight() + 2 * EDGE);
        double width = card.prefWidth(-1);
        double height = card.prefHeight(width);
        double x = beside(there.getMinX(), there.getMaxX(), width, getWidth());
        boolean aside = x >= there.getMaxX() || x + width <= there.getMinX();
        double y = aside ? there.getMinY() : beside(there.getMinY(), there.getMaxY(), height, getHeight());
        card.resizeRelocate(within(x, width, getWidth()), within(y, height, getHeight()), width, height);
    }

    /** Behind something where there is room, else before it, else at its beginning. */
    private static double beside(double from, double to, double size, double room) {
        if (to + GAP + size <= room) {
            return to + GAP;
        }
        return from - GAP - size >= 0 ? from - GAP - size : from;
    }

    private static double within(double value, double size, double room) {
        return Math.max(GAP, Math.min(room - size - GAP, value));
    }
}
