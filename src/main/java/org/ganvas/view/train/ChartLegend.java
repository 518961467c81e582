package org.ganvas.view.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.viewmodel.chart.ChartCurve;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/**
 * Legend of a chart with the latest values, or those of the step that is looked at, which it names. A click hides a curve
 * or shows it again, a click with Shift shows it alone. FX thread.
 */
final class ChartLegend extends FlowPane {

    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");

    private static final double SAMPLE = 22;

    private final BiConsumer<String, Boolean> clicked;
    private final List<Label> values = new ArrayList<>();
    private final Label step = CardFactory.styled(new Label(), "legend-step", "figure");
    private final List<Button> items = new ArrayList<>();
    private List<String> shown = List.of();

    /**
     * @param clicked receives the curve's id and whether it is to be shown alone
     */
    ChartLegend(BiConsumer<String, Boolean> clicked) {
        super(4, 2);
        this.clicked = clicked;
        getStyleClass().add("chart-legend");
        step.setId("legendStep");
        HelpTooltips.about(step, "chart.legend.step");
    }

    /**
     * @param lookedAt step of the past whose values are shown; NaN for the latest
     */
    void show(List<ChartCurve> lines, java.util.Set<String> hidden, double lookedAt) {
        List<String> ids = lines.stream().map(ChartCurve::id).toList();
        if (!ids.equals(shown)) {
            shown = ids;
            values.clear();
            items.clear();
            lines.forEach(line -> items.add(item(line)));
            getChildren().setAll(items);
        }
        for (int i = 0; i < lines.size(); i++) {
            values.get(i).setText(NumberFormats.amount(lines.get(i).value()));
            items.get(i).pseudoClassStateChanged(HIDDEN, hidden.contains(ids.get(i)));
        }
        showStep(lines.isEmpty() ? Double.NaN : lookedAt);
    }

    private void showStep(double lookedAt) {
        boolean past = !Double.isNaN(lookedAt);
        if (past) {
            step.setText(Messages.text("chart.legend.step", NumberFormats.count(Math.round(lookedAt))));
        }
        if (past && !getChildren().contains(step)) {
            getChildren().add(0, step);
        } else if (!past) {
            getChildren().remove(step);
        }
    }

    /** Line in the colour of a curve. */
    private static javafx.scene.shape.Line lineSample(String actor) {
        return CardFactory.styled(new javafx.scene.shape.Line(0, 0, SAMPLE, 0), "legend-line", actor);
    }

    private Button item(ChartCurve line) {
        Label value = CardFactory.styled(new Label(NumberFormats.NONE), "figure", "legend-value");
        value.setId("legend" + line.id());
        values.add(value);
        HBox content = new HBox(6, lineSample(line.colour()), new Label(line.symbol()), value);
        content.setAlignment(Pos.CENTER_LEFT);
        Button item = CardFactory.styled(new Button(), "legend-item", "flat");
        item.setId("legendItem" + line.id());
        item.setGraphic(content);
        item.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        boolean[] alone = new boolean[1];
        item.addEventFilter(javafx.scene.input.MouseEvent.MOUSE_RELEASED, event -> alone[0] = event.isShiftDown());
        item.setOnAction(event -> {
            clicked.accept(line.id(), alone[0]);
            alone[0] = false;
        });
        String key = line.points() ? "metric." + line.id() : "scalar." + line.id();
        return Messages.has(key + ".text") ? HelpTooltips.about(item, key) : HelpTooltips.tip(item, line.symbol());
    }
}
