package org.ganvas.view.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.growth.StageBands;
import org.ganvas.view.keys.TrainKeys;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.timeline.CheckpointList;
import org.ganvas.viewmodel.timeline.TimelineViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The run from its first step to the present as a bar: a line for each checkpoint, a flag for each mark, and a head that
 * is dragged. Its scale changes with the checkpoints and not with every step, so that it is rarely laid out. FX thread.
 */
final class TimelineBar extends Region {

    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");
    private static final double EDGE = 7;
    private static final double LEAST_BETWEEN = 2.5;
    private static final double HEAD = 3;

    /** Within so many pixels a complete checkpoint attracts the head. */
    private static final double REACH = 4;

    private static final double FLAG = 8;

    /** Checkpoints that a key for a page moves on. */
    private static final int FAR = 10;

    private final TimelineViewModel model;
    private final Region track = CardFactory.styled(new Region(), "timeline-track");
    private final Region played = CardFactory.styled(new Region(), "timeline-played");
    private final Path imageLines = CardFactory.styled(new Path(), "timeline-images");
    private final Path completeLines = CardFactory.styled(new Path(), "timeline-complete");
    private final StageBands bands = new StageBands();
    private final Region head = CardFactory.styled(new Region(), "timeline-head");
    private final List<Node> flags = new ArrayList<>();
    private CheckpointList checkpoints = CheckpointList.NONE;
    private double end = 1;

    TimelineBar(TimelineViewModel model) {
        this.model = model;
        setId("timelineBar");
        getStyleClass().add("timeline-bar");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        HelpTooltips.about(this, "timeline");
        getChildren().addAll(bands, track, played, imageLines, completeLines, head);
        getChildren().forEach(child -> child.setMouseTransparent(true));
        ViewBindings.listen(model.checkpointsProperty(), (property, old, now) -> requestLayout());
        ViewBindings.listen(model.stagesProperty(), (property, old, now) -> requestLayout());
        ViewBindings.listen(model.selectedProperty(), (property, old, now) -> placeHead());
        ViewBindings.listen(model.liveStepProperty(), (property, old, now) -> {
            if (now.longValue() < old.longValue()) {
                requestLayout();
            }
        });
        setOnMousePressed(this::press);
        setOnMouseDragged(event -> scrub(event.getX()));
        setOnKeyPressed(keys());
    }

    private void press(MouseEvent event) {
        requestFocus();
        scrub(event.getX());
    }

    private void scrub(double x) {
        model.scrub(stepAt(x), REACH * end / Math.max(1, getWidth() - 2 * EDGE));
    }

    private EventHandler<KeyEvent> keys() {
        return TrainKeys.TIMELINE.handler(Map.of(
                TrainKeys.BACK, event -> model.move(-1),
                TrainKeys.FORTH, event -> model.move(1),
                TrainKeys.FAR_BACK, event -> model.move(-FAR),
                TrainKeys.FAR_FORTH, event -> model.move(FAR),
                TrainKeys.FIRST, event -> model.selectFirst(),
                TrainKeys.LIVE, event -> model.showLive()));
    }

    private double stepAt(double x) {
        double share = (x - EDGE) / Math.max(1, getWidth() - 2 * EDGE);
        return Math.max(0, Math.min(1, share)) * end;
    }

    private double xOf(double step) {
        return EDGE + Math.min(1, step / end) * Math.max(1, getWidth() - 2 * EDGE);
    }

    @Override
    protected void layoutChildren() {
        checkpoints = model.checkpointsProperty().get();
        end = Math.max(1, model.endProperty().get());
        bands.resizeRelocate(0, 0, getWidth(), StageBands.HEIGHT);
        bands.show(model.stagesProperty().get(), this::xOf, end);
        double middle = middle();
        track.resizeRelocate(EDGE, middle - 2, getWidth() - 2 * EDGE, 4);
        lines(imageLines, checkpoints.all(), middle - 5, middle + 5);
        lines(
                completeLines,
                checkpoints.all().stream().filter(Checkpoint::complete).toList(),
                middle - 9,
                middle + 9);
        placeFlags();
        placeHead();
    }

    /** Lines at least a few pixels apart: where checkpoints are closer, only the first has one. */
    private void lines(Path path, List<Checkpoint> all, double top, double bottom) {
        List<PathElement> elements = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Checkpoint checkpoint : all) {
            double x = Math.floor(xOf(checkpoint.step())) + 0.5;
            if (x - last >= LEAST_BETWEEN) {
                elements.add(new MoveTo(x, top));
                elements.add(new LineTo(x, bottom));
                last = x;
            }
        }
        path.getElements().setAll(elements);
    }

    private void placeFlags() {
        List<Checkpoint> marked =
                checkpoints.all().stream().filter(Checkpoint::isMarked).toList();
        while (flags.size() > marked.size()) {
            getChildren().remove(flags.remove(flags.size() - 1));
        }
        for (int i = 0; i < marked.size(); i++) {
            if (i == flags.size()) {
                Region flag = CardFactory.styled(new Region(), "timeline-flag");
                flags.add(flag);
                getChildren().add(flag);
            }
            show((Region) flags.get(i), marked.get(i));
        }
    }

    private void show(Region flag, Checkpoint checkpoint) {
        String name = Messages.text("timeline.mark.flag", checkpoint.mark(), NumberFormats.count(checkpoint.step()));
        if (!name.equals(flag.getUserData())) {
            flag.setUserData(name);
            HelpTooltips.tip(flag, name);
        }
        flag.setOnMousePressed(event -> {
            model.scrub(checkpoint.step());
            event.consume();
        });
        flag.resizeRelocate(Math.floor(xOf(checkpoint.step())), top() + 1, FLAG, FLAG + 2);
    }

    /** Place of the present: the end, unless the run went back and its later checkpoints still exist. */
    private double xOfPresent() {
        long live = model.liveStepProperty().get();
        return live < model.endProperty().get() ? xOf(live) : getWidth() - EDGE;
    }

    /** Space for the bands of a run that grows. */
    private double top() {
        return model.stagesProperty().get() == null ? 0 : StageBands.HEIGHT;
    }

    private double middle() {
        return snapPositionY((top() + getHeight()) / 2);
    }

    private void placeHead() {
        Checkpoint shown = model.selectedProperty().get();
        double x = shown == null ? xOfPresent() : xOf(shown.step());
        double middle = middle();
        head.resizeRelocate(Math.round(x - HEAD), top() + 2, 2 * HEAD, Math.max(0, getHeight() - top() - 4));
        played.resizeRelocate(EDGE, middle - 2, Math.max(0, x - EDGE), 4);
        head.pseudoClassStateChanged(LIVE, shown == null);
        played.pseudoClassStateChanged(LIVE, shown == null);
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        Checkpoint shown = model.selectedProperty().get();
        return switch (attribute) {
            case VALUE -> shown == null ? end : (double) shown.step();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> end;
            case ORIENTATION -> Orientation.HORIZONTAL;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    protected double computeMinWidth(double height) {
        return 120;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 30 + top();
    }
}
