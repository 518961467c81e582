package org.ganvas.view.chart;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.Change;
import org.ganvas.session.run.Curve;
import org.ganvas.view.fx.Cards;
import org.ganvas.viewmodel.Figures;
import org.ganvas.viewmodel.Messages;

/** Every visible curve's value at one step, and what was changed there. FX thread. */
final class HoverCard extends VBox {

    HoverCard() {
        super(2);
        getStyleClass().add("hover-card");
    }

    /**
     * Shows.
     *
     * @param step under the pointer
     * @param changes made there
     */
    void show(ChartFrame frame, double step, List<Change> changes) {
        long at = Math.round(Math.max(0, Math.min(frame.window().last(), step)));
        getChildren()
                .setAll(Cards.styled(
                        new Label(Messages.text(
                                "chart.position",
                                Figures.count(at),
                                Figures.shortCount(at * frame.scale().batch()),
                                Figures.duration(frame.scale().secondsAt(at)))),
                        "hover-step",
                        "figure"));
        for (Line line : frame.lines()) {
            int point = pointAt(line, at);
            if (point >= 0) {
                getChildren().add(row(line, point));
            }
        }
        for (Change change : changes) {
            getChildren().add(Cards.styled(new Label(text(change)), "hover-change"));
        }
    }

    private static HBox row(Line line, int point) {
        Curve curve = line.curve();
        Label value = Cards.styled(new Label(Figures.amount(curve.smooth()[point])), "figure");
        HBox row = new HBox(6, Cards.dot(line.actor()), new Label(line.symbol()), Cards.space(), value);
        if (line.rest().length == curve.size() && line.dots()) {
            String floor = Messages.text("chart.floor", Figures.amount(line.rest()[point]));
            row.getChildren().add(Cards.styled(new Label(floor), "hover-step"));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** The bucket that a step fell into, the last one beyond the end; of measurements the last one before it. */
    static int pointAt(Line line, double step) {
        double[] steps = line.curve().steps();
        int found = Arrays.binarySearch(steps, step);
        if (line.dots()) {
            return found >= 0 ? found : -found - 2;
        }
        return Math.min(steps.length - 1, found >= 0 ? found : -found - 1);
    }

    private static String text(Change change) {
        String key = "change." + change.key();
        String name = Messages.has(key) ? Messages.text(key) : change.key();
        return Messages.text("chart.change", name, change.before(), change.after());
    }
}
