package org.ganvas.view.train;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.session.run.Metric;
import org.ganvas.view.chart.CurveChart;
import org.ganvas.view.chart.Series;
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Teach;
import org.ganvas.viewmodel.CurvesViewModel;
import org.ganvas.viewmodel.CurvesViewModel.Curves;
import org.ganvas.viewmodel.Figures;
import org.ganvas.viewmodel.Messages;
import org.jspecify.annotations.Nullable;

/** The curves: both losses with their equilibrium, and what D thinks of real and generated pictures. FX thread. */
final class ChartsPane extends VBox {

    private static final double HALF = 0.5;
    private static final String SCORES = "chart.scores";

    private final List<Series> losses = List.of(
            series(Metric.DISCRIMINATOR_LOSS, "discriminator", "chart.loss.discriminator"),
            series(Metric.GENERATOR_LOSS, "generator", "chart.loss.generator"));
    private final List<Series> scores = List.of(
            series(Metric.REAL_SCORE, "real", "chart.score.real"),
            series(Metric.FAKE_SCORE, "generator", "chart.score.fake"));
    private final CurveChart lossChart = new CurveChart(losses);
    private final CurveChart scoreChart = new CurveChart(scores);
    private final List<Runnable> legends = new ArrayList<>();
    private final CurvesViewModel model;
    private final List<VBox> game;
    private @Nullable BoundCharts bound;

    ChartsPane(CurvesViewModel model) {
        super(12);
        this.model = model;
        getStyleClass().add("charts-pane");
        lossChart.setId("lossChart");
        scoreChart.setId("scoreChart");
        game = List.of(card("chart.losses", lossChart, losses), card(SCORES, scoreChart, scores));
        getChildren().setAll(game);
        model.lossProperty().addListener((property, old, now) -> showRest(now));
        model.curvesProperty().addListener((property, old, now) -> show(now));
        showRest(model.lossProperty().get());
        show(model.curvesProperty().get());
    }

    private static Series series(Metric metric, String actor, String key) {
        return new Series(metric, actor, Messages.text(key + ".symbol"));
    }

    private VBox card(String key, CurveChart chart, List<Series> series) {
        FlowPane legend = new FlowPane(12, 4);
        for (Series one : series) {
            legend.getChildren().add(legendItem(one));
        }
        Label rest = new Label(Messages.text(key + ".rest"));
        Region dash = Cards.styled(new Region(), "rest-dash");
        HBox restItem = new HBox(6, dash, Cards.styled(rest, "caption"));
        restItem.setAlignment(Pos.CENTER_LEFT);
        if (key.equals(SCORES)) {
            restItem.visibleProperty().bind(model.lossProperty().map(loss -> loss.answerEquilibrium() == HALF));
        }
        Label title = Teach.about(Cards.styled(new Label(Messages.text(key + ".title")), "card-title"), key);
        HBox head = new HBox(8, title, Cards.space(), Teach.about(restItem, key + ".rest"));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = Cards.styled(new VBox(head, legend, chart), "ganvas-card");
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private HBox legendItem(Series series) {
        Label value = Cards.styled(new Label(Figures.NONE), "figure", "legend-value");
        value.setId("legend" + series.metric().name());
        HBox item = new HBox(6, Cards.dot(series.actor()), new Label(series.symbol()), value);
        item.setAlignment(Pos.CENTER_LEFT);
        legends.add(
                () -> value.setText(Figures.value(model.curvesProperty().get().latest(series.metric()))));
        return Teach.about(item, "metric." + series.metric().name());
    }

    private void showRest(@Nullable LossSpec loss) {
        List<VBox> cards = loss != null && loss.encodes() ? boundCharts().cards() : game;
        if (!getChildren().equals(cards)) {
            getChildren().setAll(cards);
        }
        if (loss != null) {
            lossChart.setRest(loss.discriminatorEquilibrium(), loss.generatorEquilibrium());
            scoreChart.setRest(loss.answerEquilibrium(), Double.NaN);
            scoreChart.setProbabilities(loss.judgesByProbability());
        }
    }

    /** Built when first needed, because charts are slow to build and few runs are autoencoders. */
    private BoundCharts boundCharts() {
        BoundCharts charts = bound;
        if (charts == null) {
            charts = new BoundCharts();
            bound = charts;
            charts.show(model.curvesProperty().get());
        }
        return charts;
    }

    private void show(Curves curves) {
        lossChart.show(curves);
        scoreChart.show(curves);
        if (bound != null) {
            bound.show(curves);
        }
        legends.forEach(Runnable::run);
    }

    void dispose() {
        lossChart.dispose();
        scoreChart.dispose();
        if (bound != null) {
            bound.dispose();
        }
    }
}
