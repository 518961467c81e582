package org.ganvas.view.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.ganvas.session.run.SettingChange;
import org.ganvas.view.fx.CardFactory;

/**
 * Overlay of a chart, which moves without redrawing the curves: timeline cursor, hover line with its card, and flags at
 * changes of settings. FX thread.
 */
final class ChartOverlay extends Pane {

    private static final double CARD_DISTANCE = 12;

    /** Distance in layout units below which flags merge. */
    private static final double MIN_FLAG_DISTANCE = 5;

    private final Supplier<ChartPlotArea> area;
    private final Region cursorLine = CardFactory.styled(new Region(), "cursor-line");
    private final Region hoverLine = CardFactory.styled(new Region(), "hover-line");
    private final ChartHoverCard card = new ChartHoverCard();
    private final Pane flags = new Pane();
    private double cursor = Double.NaN;
    private double hovered = Double.NaN;
    private boolean withCard;

    ChartOverlay(Supplier<ChartPlotArea> area) {
        this.area = area;
        setMouseTransparent(true);
        setPickOnBounds(false);
        getChildren().addAll(flags, cursorLine, hoverLine, card);
        getChildren().forEach(child -> child.setManaged(false));
    }

    void setCursorStep(double step) {
        cursor = step;
        layoutOverlay();
    }

    /**
     * Shows the hover line.
     *
     * @param card whether to show the card with the values
     */
    void hover(double step, boolean card) {
        hovered = step;
        withCard = card;
        layoutOverlay();
    }

    /** Places all parts for the current plot area. */
    void layoutOverlay() {
        ChartPlotArea plot = area.get();
        line(cursorLine, cursor, plot);
        line(hoverLine, hovered, plot);
        List<Double> xs = placeFlags(plot);
        flags.setVisible(!xs.isEmpty());
        boolean cardShown = hoverLine.isVisible()
                && withCard
                && plot.state().lines().stream().anyMatch(line -> line.curve().size() > 0);
        card.setVisible(cardShown);
        if (cardShown) {
            placeCard(plot);
        }
    }

    private static void line(Region line, double step, ChartPlotArea plot) {
        boolean shown = Double.isFinite(step) && plot.width() > 0 && plot.isVisible(step);
        line.setVisible(shown);
        if (shown) {
            line.resizeRelocate(Math.round(plot.xOf(step)), plot.y(), 1, plot.height());
        }
    }

    private void placeCard(ChartPlotArea plot) {
        card.show(plot.state(), hovered, changesNear(plot));
        double x = plot.xOf(hovered);
        card.applyCss();
        double width = Math.min(card.prefWidth(-1), getWidth());
        double left = x + CARD_DISTANCE + width > getWidth() ? x - CARD_DISTANCE - width : x + CARD_DISTANCE;
        card.resizeRelocate(Math.max(0, left), plot.y() + 4, width, card.prefHeight(width));
    }

    private List<SettingChange> changesNear(ChartPlotArea plot) {
        double x = plot.xOf(hovered);
        return plot.state().changes().stream()
                .filter(change -> Math.abs(plot.xOf(change.step()) - x) <= MIN_FLAG_DISTANCE + 1)
                .limit(4)
                .toList();
    }

    private List<Double> placeFlags(ChartPlotArea plot) {
        List<Double> xs = new ArrayList<>();
        for (SettingChange change : plot.state().changes()) {
            double x = Math.round(plot.xOf(change.step()));
            boolean near = !xs.isEmpty() && x - xs.get(xs.size() - 1) < MIN_FLAG_DISTANCE;
            if (plot.width() > 0 && plot.isVisible(change.step()) && !near) {
                xs.add(x);
            }
        }
        while (flags.getChildren().size() < xs.size()) {
            flags.getChildren().add(new SettingChangeFlag());
        }
        for (int i = 0; i < flags.getChildren().size(); i++) {
            Region flag = (Region) flags.getChildren().get(i);
            flag.setVisible(i < xs.size());
            if (i < xs.size()) {
                flag.resizeRelocate(xs.get(i), plot.y(), SettingChangeFlag.WIDTH, plot.height());
            }
        }
        return xs;
    }
}
