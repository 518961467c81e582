package org.ganvas.view.train;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.view.chart.ChartNavigationListener;
import org.ganvas.view.chart.ChartState;
import org.ganvas.view.chart.CurveChart;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.NaturalScrollPane;
import org.ganvas.viewmodel.chart.ChartCurve;
import org.ganvas.viewmodel.chart.ChartKind;
import org.ganvas.viewmodel.chart.ChartSettings;
import org.ganvas.viewmodel.chart.CurvesViewModel;
import org.ganvas.viewmodel.chart.CurvesViewModel.Curves;
import org.ganvas.viewmodel.text.Messages;

/** One chart with its title, through which another is chosen, its axis switch and its legend. FX thread. */
final class ChartCard extends VBox {

    /** Share of the card that the legend takes at most. */
    private static final double LEGEND_SHARE = 0.42;

    private final ChartKind kind;
    private final CurvesViewModel model;
    private final ChartSettings settings;
    private final CurveChart chart;
    private final ChartLegend legend;
    private final MenuButton title;
    private final HBox reference = new HBox(6);
    private final ToggleButton logarithmic = new ToggleButton(Messages.text("chart.logarithmic"));
    private final Label empty = CardFactory.styled(new Label(), "prose", "chart-empty");

    ChartCard(ChartKind kind, CurvesViewModel model, ChartNavigationListener navigator) {
        super(4);
        this.kind = kind;
        this.model = model;
        settings = model.settings();
        getStyleClass().addAll("ganvas-card", "chart-card");
        setId("chart" + kind.name());
        chart = new CurveChart(navigator);
        chart.setAccessibleText(Messages.text(kind.key() + ".title"));
        legend = new ChartLegend(this::clicked);
        title = titleMenu();
        StackPane plot = new StackPane(chart, empty);
        empty.setMouseTransparent(true);
        empty.setWrapText(true);
        if (kind == ChartKind.MEASURES) {
            empty.textProperty().bind(model.evaluation().textProperty());
        }
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(head(), new LegendPane(), plot);
        setMinHeight(150);
    }

    /** The legend at its full height, or scrolled where it would take more than a share of the card from the plot. */
    private final class LegendPane extends NaturalScrollPane {

        LegendPane() {
            super(legend);
            getStyleClass().add("legend-scroll");
            setMaxHeight(USE_PREF_SIZE);
            // The lines of the legend begin where the title does; their buttons are a little wider.
            VBox.setMargin(this, new Insets(0, 0, 0, -5));
            // A scroll pane without a height shows a bar.
            visibleProperty().bind(Bindings.isNotEmpty(legend.getChildren()));
            managedProperty().bind(visibleProperty());
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.min(super.computePrefHeight(width), LEGEND_SHARE * ChartCard.this.getHeight());
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }

    private MenuButton titleMenu() {
        MenuButton menu =
                CardFactory.styled(new MenuButton(Messages.text(kind.key() + ".title")), "chart-title", "flat");
        menu.setId("chartTitle" + kind.name());
        menu.setOnShowing(event -> menu.getItems().setAll(choices()));
        return HelpTooltips.about(menu, kind.key());
    }

    /** The other charts that suit the run, to be shown in this place. */
    private List<MenuItem> choices() {
        return List.of(ChartKind.values()).stream()
                .filter(other -> other != kind && model.suits(other))
                .map(this::choice)
                .toList();
    }

    private MenuItem choice(ChartKind other) {
        MenuItem item = new MenuItem(Messages.text(other.key() + ".title"));
        item.setOnAction(event -> settings.swap(kind, other));
        return item;
    }

    private HBox head() {
        Region dash = CardFactory.styled(new Region(), "rest-dash");
        boolean explained = Messages.has(kind.key() + ".reference");
        Label words =
                CardFactory.styled(new Label(explained ? Messages.text(kind.key() + ".reference") : ""), "caption");
        reference.getChildren().addAll(dash, words);
        reference.setAlignment(Pos.CENTER_LEFT);
        if (explained) {
            HelpTooltips.about(reference, kind.key() + ".reference");
        }
        CardFactory.styled(logarithmic, "chart-log");
        logarithmic.setId("chartLog" + kind.name());
        logarithmic.setOnAction(event -> settings.toggleLogarithmic(kind));
        HelpTooltips.about(logarithmic, "chart.log");
        logarithmic.setMinWidth(USE_PREF_SIZE);
        title.setMinWidth(USE_PREF_SIZE);
        FittingRow head = new FittingRow(8, title, CardFactory.space(), reference, logarithmic);
        // The dashes alone have a tooltip.
        head.concedeHidden(words);
        head.concedeSpacing(3);
        return head;
    }

    private void clicked(String id, boolean alone) {
        if (alone) {
            settings.isolate(
                    id, model.curvesOf(kind).stream().map(ChartCurve::id).toList());
        } else {
            settings.toggleCurve(id);
        }
    }

    void setMenu(ContextMenu menu) {
        chart.setOnContextMenuRequested(event -> menu.show(chart, event.getScreenX(), event.getScreenY()));
    }

    void show(Curves curves) {
        GanSpec spec = model.specProperty().get();
        List<ChartCurve> lines = model.curvesOf(kind);
        boolean logarithmicAxis = settings.logarithmic().contains(kind.name());
        legend.show(lines, settings.hidden(), curves.lookedAt().step());
        logarithmic.setSelected(logarithmicAxis);
        reference.setVisible(lines.stream().anyMatch(line -> line.reference().length > 0));
        explainIfEmpty(lines);
        List<ChartCurve> visible = lines.stream()
                .filter(line -> !settings.hidden().contains(line.id()))
                .toList();
        boolean probabilities =
                kind == ChartKind.SCORES && spec != null && spec.loss().hasProbabilities();
        ChartState.Style look = new ChartState.Style(
                logarithmicAxis, probabilities, settings.rawProperty().get());
        chart.show(new ChartState(visible, curves.window(), curves.scale(), curves.changes(), look));
    }

    /** Explains why there are no curves, for charts that have a text for it. */
    private void explainIfEmpty(List<ChartCurve> lines) {
        boolean noPoints = lines.stream().allMatch(line -> line.curve().size() == 0);
        String key = kind.key() + ".empty";
        empty.setVisible(noPoints && (kind == ChartKind.MEASURES || Messages.has(key)));
        if (empty.isVisible() && kind != ChartKind.MEASURES) {
            empty.setText(Messages.text(key));
        }
    }

    ChartKind kind() {
        return kind;
    }

    CurveChart chart() {
        return chart;
    }
}
