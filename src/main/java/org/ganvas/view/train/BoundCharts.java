package org.ganvas.view.train;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.Metric;
import org.ganvas.view.chart.CurveChart;
import org.ganvas.view.chart.Series;
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Teach;
import org.ganvas.viewmodel.CurvesViewModel.Curves;
import org.ganvas.viewmodel.Figures;
import org.ganvas.viewmodel.Messages;

/** The curves of an autoencoder, which has no players: what a picture costs, and the part of it that is latent. FX thread. */
final class BoundCharts {

    private final List<Series> costs = List.of(
            series(Metric.NEGATIVE_BOUND, "discriminator", "chart.bound.total"),
            series(Metric.RECONSTRUCTION, "generator", "chart.bound.reconstruction"));
    private final List<Series> divergence =
            List.of(series(Metric.DIVERGENCE, "discriminator", "chart.bound.divergence"));
    private final CurveChart costChart = new CurveChart(costs);
    private final CurveChart divergenceChart = new CurveChart(divergence);
    private final List<Label> values = new ArrayList<>();
    private final List<VBox> cards;

    BoundCharts() {
        costChart.setId("costChart");
        costChart.setRest(Double.NaN, Double.NaN);
        divergenceChart.setId("divergenceChart");
        divergenceChart.setRest(Double.NaN);
        cards = List.of(card("chart.bound", costChart, costs), card("chart.divergence", divergenceChart, divergence));
    }

    private static Series series(Metric metric, String actor, String key) {
        return new Series(metric, actor, Messages.text(key + ".symbol"));
    }

    private VBox card(String key, CurveChart chart, List<Series> series) {
        FlowPane legend = new FlowPane(12, 4);
        series.forEach(one -> legend.getChildren().add(legendItem(one)));
        Label title = Teach.about(Cards.styled(new Label(Messages.text(key + ".title")), "card-title"), key);
        VBox card = Cards.styled(new VBox(title, legend, chart), "ganvas-card");
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private HBox legendItem(Series series) {
        Label value = Cards.styled(new Label(Figures.NONE), "figure", "legend-value");
        value.setId("legend" + series.metric().name());
        values.add(value);
        HBox item = new HBox(6, Cards.dot(series.actor()), new Label(series.symbol()), value);
        item.setAlignment(Pos.CENTER_LEFT);
        return Teach.about(item, "metric." + series.metric().name());
    }

    /** Both cards, the greater part of the cost first. */
    List<VBox> cards() {
        return cards;
    }

    void show(Curves curves) {
        costChart.show(curves);
        divergenceChart.show(curves);
        List<Series> all = List.of(costs.get(0), costs.get(1), divergence.get(0));
        for (int i = 0; i < all.size(); i++) {
            values.get(i).setText(Figures.value(curves.latest(all.get(i).metric())));
        }
    }

    void dispose() {
        costChart.dispose();
        divergenceChart.dispose();
    }
}
