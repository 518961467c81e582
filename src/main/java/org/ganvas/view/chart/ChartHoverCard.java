package org.ganvas.view.chart;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.SettingChange;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.viewmodel.chart.ChartCurve;
import org.ganvas.viewmodel.text.ChangeNames;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** Hover card: the values of all visible curves at one step, and the settings changed there. FX thread. */
final class ChartHoverCard extends VBox {

    ChartHoverCard() {
        super(2);
        getStyleClass().add("hover-card");
    }

    /**
     * Fills the card.
     *
     * @param step under the pointer
     * @param changes of settings at that step
     */
    void show(ChartState frame, double step, List<SettingChange> changes) {
        long at = Math.round(Math.max(0, Math.min(frame.window().last(), step)));
        getChildren()
                .setAll(CardFactory.styled(
                        new Label(Messages.text(
                                "chart.position",
                                NumberFormats.count(at),
                                NumberFormats.shortCount(at * frame.scale().batch()),
                                NumberFormats.duration(frame.scale().secondsAt(at)))),
                        "hover-step",
                        "figure"));
        for (ChartCurve line : frame.lines()) {
            int point = pointAt(line, at);
            if (point >= 0) {
                getChildren().add(row(line, point));
            }
        }
        for (SettingChange change : changes) {
            Label sentence = CardFactory.styled(new Label(text(change)), "hover-change");
            // A narrow chart has no room for it in one line.
            sentence.setWrapText(true);
            sentence.setMinHeight(USE_PREF_SIZE);
            getChildren().add(sentence);
        }
    }

    private static HBox row(ChartCurve line, int point) {
        ScalarCurve curve = line.curve();
        Label value = CardFactory.styled(new Label(NumberFormats.amount(curve.smooth()[point])), "figure");
        value.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(6, CardFactory.dot(line.colour()), new Label(line.symbol()), CardFactory.space(), value);
        if (line.reference().length == curve.size() && line.points()) {
            String floor = Messages.text("chart.floor", NumberFormats.amount(line.reference()[point]));
            Label real = CardFactory.styled(new Label(floor), "hover-step");
            real.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(real);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Index of the bucket of a step, the last one beyond the end; for evaluations the last one up to the step. */
    static int pointAt(ChartCurve line, double step) {
        double[] steps = line.curve().steps();
        int found = Arrays.binarySearch(steps, step);
        if (line.points()) {
            return found >= 0 ? found : -found - 2;
        }
        return Math.min(steps.length - 1, found >= 0 ? found : -found - 1);
    }

    private static String text(SettingChange change) {
        return ChangeNames.sentence(change.key(), change.before(), change.after());
    }
}
