package org.ganvas.view.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.ganvas.session.run.SettingChange;
import org.ganvas.view.fx.CardFactory;

/**
 * What stands over the curves and moves without drawing them again: the line of the timeline, the line under the pointer
 * with its card, and a flag wherever a setting was changed. FX thread.
 */
final class ChartOverlay extends Pane {

    private static final double AWAY = 12;

    /** Flags nearer than this become one. */
    private static final double APART = 5;

    private final Supplier<PlotArea> area;
    private final Region cursorLine = CardFactory.styled(new Region(), "cursor-line");
    private final Region hoverLine = CardFactory.styled(new Region(), "hover-line");
    private final ChartHoverCard card = new ChartHoverCard();
    private final Pane flags = new Pane();
    private double cursor = Double.NaN;
    private double hovered = Double.NaN;
    private boolean withCard;

    ChartOverlay(Supplier<PlotArea> area) {
        this.area = area;
        setMouseTransparent(true);
        setPickOnBounds(false);
        getChildren().addAll(flags, cursorLine, hoverLine, card);
        getChildren().forEach(child -> child.setManaged(false));
    }

    void setCursorStep(double step) {
        cursor = step;
        place();
    }

    /**
     * Points at a step.
     *
     * @param card whether to say the values there too
     */
    void hover(double step, boolean card) {
        hovered = step;
        withCard = card;
        place();
    }

    /** Puts everything where it belongs now. */
    void place() {
        PlotArea plot = area.get();
        line(cursorLine, cursor, plot);
        line(hoverLine, hovered, plot);
        List<Double> places = placeFlags(plot);
        flags.setVisible(!places.isEmpty());
        boolean says = hoverLine.isVisible()
                && withCard
                && plot.frame().lines().stream().anyMatch(line -> line.curve().size() > 0);
        card.setVisible(says);
        if (says) {
            placeCard(plot);
        }
    }

    private static void line(Region line, double step, PlotArea plot) {
        boolean shown = Double.isFinite(step) && plot.width() > 0 && plot.shows(step);
        line.setVisible(shown);
        if (shown) {
            line.resizeRelocate(Math.round(plot.placeOf(step)), plot.y(), 1, plot.height());
        }
    }

    private void placeCard(PlotArea plot) {
        card.show(plot.frame(), hovered, changesNear(plot));
        double x = plot.placeOf(hovered);
        card.applyCss();
        double width = card.prefWidth(-1);
        double left = x + AWAY + width > getWidth() ? x - AWAY - width : x + AWAY;
        card.resizeRelocate(Math.max(0, left), plot.y() + 4, width, card.prefHeight(width));
    }

    private List<SettingChange> changesNear(PlotArea plot) {
        double x = plot.placeOf(hovered);
        return plot.frame().changes().stream()
                .filter(change -> Math.abs(plot.placeOf(change.step()) - x) <= APART + 1)
                .limit(4)
                .toList();
    }

    private List<Double> placeFlags(PlotArea plot) {
        List<Double> places = new ArrayList<>();
        for (SettingChange change : plot.frame().changes()) {
            double place = Math.round(plot.placeOf(change.step()));
            boolean near = !places.isEmpty() && place - places.get(places.size() - 1) < APART;
            if (plot.width() > 0 && plot.shows(change.step()) && !near) {
                places.add(place);
            }
        }
        while (flags.getChildren().size() < places.size()) {
            flags.getChildren().add(new SettingChangeFlag());
        }
        for (int i = 0; i < flags.getChildren().size(); i++) {
            Region flag = (Region) flags.getChildren().get(i);
            flag.setVisible(i < places.size());
            if (i < places.size()) {
                flag.resizeRelocate(places.get(i), plot.y(), SettingChangeFlag.WIDTH, plot.height());
            }
        }
        return places;
    }
}
