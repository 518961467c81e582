package org.ganvas.view.help;

import java.util.List;
import java.util.Objects;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.layout.ResponsivePanes;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.TransportViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Tour of the real controls while the run trains, with a frame around each and a text beside it, walked by its buttons
 * or the arrow keys. The window stays usable meanwhile, and controls that the screen does not show are skipped. FX thread.
 */
final class TourLayer extends Pane {

    private static final double WIDTH = 300;
    private static final double EDGE = 4;

    /** Stop of the tour: selector of the control, key of its text. */
    private record Stop(String selector, String key) {}

    private static final String START = "tour.start";
    private static final String START_BUTTON = "#startButton";

    private static final List<Stop> ALL = List.of(
            new Stop(".samples-card", "tour.gan"),
            new Stop(START_BUTTON, START),
            new Stop("#leftCards", "tour.setup"),
            new Stop(".samples-card", "tour.samples"),
            new Stop("#timeline", "tour.timeline"),
            new Stop(".charts-pane", "tour.charts"),
            new Stop("#doctorCard", "tour.doctor"),
            new Stop("#latentPane", "tour.latent"),
            new Stop(".screen-switch", "tour.explore"),
            new Stop("#menuButton", "tour.help"));

    private final Node window;
    private final ResponsivePanes screen;
    private final TransportViewModel run;
    private final Runnable close;
    private final List<Stop> stops;
    private final Region frame = CardFactory.styled(new Region(), "tour-frame");
    private final Label title = CardFactory.styled(new Label(), "card-title");
    private final Label text = CardFactory.styled(new Label(), "help-tip-text");
    private final Label progress = CardFactory.styled(new Label(), "caption", "figure");
    private final Button back = new Button(Messages.text("tour.back"));
    private final Button next = new Button();
    private final VBox card = CardFactory.styled(new VBox(10), "ganvas-card", "tour-card");
    private int index;

    /**
     * @param window content with the controls
     * @param screen part of it whose panes may be behind tabs
     */
    TourLayer(Node window, ResponsivePanes screen, TransportViewModel run, Runnable close) {
        this.window = window;
        this.screen = screen;
        this.run = run;
        this.close = close;
        stops = ALL.stream()
                .filter(stop -> find(stop.selector()) != null || screen.find(stop.selector()) != null)
                .toList();
        setId("tourLayer");
        setPickOnBounds(false);
        frame.setMouseTransparent(true);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        TextScaling.scalePrefWidth(card, WIDTH);
        card.getChildren().addAll(new VBox(4, title, text), buttons());
        getChildren().addAll(frame, card);
        // The tabs that it opens were not chosen by the user.
        String chosen = screen.chosen();
        parentProperty().addListener((property, old, now) -> {
            if (now == null) {
                screen.restoreChosen(chosen);
            }
        });
        // Before the buttons, among which arrow keys would move the focus.
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private HBox buttons() {
        Button end = new Button(Messages.text("tour.end"));
        end.setId("tourEnd");
        end.getStyleClass().add("flat");
        end.setOnAction(event -> close.run());
        back.setOnAction(event -> showStop(index - 1));
        back.setId("tourBack");
        DisabledReasons.set(back, "tour.back");
        next.setId("tourNext");
        next.getStyleClass().add("accent");
        next.setOnAction(event -> {
            if (startsTraining(index)) {
                run.toggle();
            }
            showStop(index + 1);
        });
        ViewBindings.listen(run.runningProperty(), (property, old, now) -> nameNext());
        ViewBindings.listen(run.toggleableProperty(), (property, old, now) -> nameNext());
        List.of(end, progress, back, next).forEach(control -> control.setMinWidth(Region.USE_PREF_SIZE));
        HBox buttons = new HBox(6, end, CardFactory.space(), progress, back, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    /** Arrow keys walk from stop to stop, and start nothing; Enter is for the button with the focus. */
    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ESCAPE -> close.run();
            case LEFT -> walk(index - 1);
            case RIGHT -> walk(index + 1);
            case HOME -> walk(0);
            case END -> walk(stops.size() - 1);
            case ENTER -> {
                if (event.getTarget() instanceof Button button) {
                    button.fire();
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void walk(int stop) {
        if (stop >= 0 && stop < stops.size()) {
            showStop(stop);
        }
    }

    private @Nullable Node find(String selector) {
        Node node = window.lookup(selector);
        return node != null
                        && node.getScene() != null
                        && node.isVisible()
                        && node.getBoundsInLocal().getWidth() > 0
                ? node
                : null;
    }

    /** Shows a stop; after the last one the tour closes. */
    void showStop(int stop) {
        if (stop >= stops.size()) {
            close.run();
            return;
        }
        index = Math.max(0, stop);
        Node pane = screen.find(stops.get(index).selector());
        if (pane != null) {
            screen.reveal(pane);
        }
        String key = stops.get(index).key();
        title.setText(Messages.text(key + ".title"));
        text.setText(Messages.text(key + ".text"));
        progress.setText(Messages.text("tour.place", index + 1, stops.size()));
        back.setDisable(index == 0);
        nameNext();
        next.setAccessibleText(title.getText() + " " + text.getText());
        next.requestFocus();
        requestLayout();
    }

    /**
     * Whether the button of a stop starts training: that of Start, so that the next ones explain something that moves,
     * and the last one, where it was paused meanwhile.
     */
    private boolean startsTraining(int stop) {
        boolean starts = stops.get(stop).key().equals(START) || stop == stops.size() - 1;
        return starts
                && run.toggleableProperty().get()
                && !run.runningProperty().get();
    }

    private void nameNext() {
        String key = index == stops.size() - 1 ? "tour.done" : "tour.next";
        next.setText(Messages.text(startsTraining(index) ? "tour.train" : key));
    }

    @Override
    protected void layoutChildren() {
        if (stops.isEmpty()) {
            return;
        }
        Node target = Objects.requireNonNullElse(find(stops.get(index).selector()), window);
        Bounds targetBounds = sceneToLocal(visibleBounds(target));
        frame.resizeRelocate(
                targetBounds.getMinX() - EDGE,
                targetBounds.getMinY() - EDGE,
                targetBounds.getWidth() + 2 * EDGE,
                targetBounds.getHeight() + 2 * EDGE);
        double width = Math.max(card.prefWidth(-1), card.minWidth(-1));
        double height = card.prefHeight(width);
        Node start = find(START_BUTTON);
        Bounds place = CardPlacement.beside(
                getLayoutBounds(),
                new BoundingBox(0, 0, width, height),
                targetBounds,
                start == null ? new BoundingBox(0, 0, 0, 0) : sceneToLocal(visibleBounds(start)));
        card.resizeRelocate(place.getMinX(), place.getMinY(), width, height);
    }

    /** What can be seen of a node, in the scene: panes that scroll, and the screen, show a part of it. */
    private Bounds visibleBounds(Node node) {
        Bounds seen = node.localToScene(node.getLayoutBounds());
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane || above == screen) {
                seen = CardPlacement.intersection(seen, above.localToScene(above.getLayoutBounds()));
            }
        }
        return seen;
    }
}
