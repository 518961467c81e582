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
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.view.chart.ChartCurve;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/**
 * The curves of a chart with their latest values. A click hides a curve or shows it again, a click with Shift shows it
 * alone. FX thread.
 */
final class ChartLegend extends FlowPane {

    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");

    private static final double SAMPLE = 22;

    private final BiConsumer<String, Boolean> clicked;
    private final List<Label> values = new ArrayList<>();
    private List<String> shown = List.of();

    /**
     * @param clicked is given the curve's id and whether it is to be shown alone
     */
    ChartLegend(BiConsumer<String, Boolean> clicked) {
        super(4, 2);
        this.clicked = clicked;
        getStyleClass().add("chart-legend");
    }

    void show(List<ChartCurve> lines, java.util.Set<String> hidden) {
        List<String> ids = lines.stream().map(ChartCurve::id).toList();
        if (!ids.equals(shown)) {
            shown = ids;
            values.clear();
            getChildren().setAll(lines.stream().map(this::item).toList());
        }
        for (int i = 0; i < lines.size(); i++) {
            ScalarCurve curve = lines.get(i).curve();
            double last = curve.size() == 0 ? Double.NaN : curve.smooth()[curve.size() - 1];
            values.get(i).setText(NumberFormats.amount(last));
            getChildren().get(i).pseudoClassStateChanged(HIDDEN, hidden.contains(ids.get(i)));
        }
    }

    /** A piece of the line, with its colour and its dashes. */
    private static javafx.scene.shape.Line sample(String actor) {
        return CardFactory.styled(new javafx.scene.shape.Line(0, 0, SAMPLE, 0), "legend-line", actor);
    }

    private Button item(ChartCurve line) {
        Label value = CardFactory.styled(new Label(NumberFormats.NONE), "figure", "legend-value");
        value.setId("legend" + line.id());
        values.add(value);
        HBox content = new HBox(6, sample(line.actor()), new Label(line.symbol()), value);
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
        String key = line.marked() ? "metric." + line.id() : "scalar." + line.id();
        return Messages.has(key + ".text") ? HelpTooltips.about(item, key) : HelpTooltips.tip(item, line.symbol());
    }
}
