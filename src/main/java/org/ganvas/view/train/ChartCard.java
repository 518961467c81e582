package org.ganvas.view.train;

import java.util.List;
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
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.view.chart.ChartCurve;
import org.ganvas.view.chart.ChartNavigationListener;
import org.ganvas.view.chart.ChartState;
import org.ganvas.view.chart.CurveChart;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.viewmodel.chart.ChartKind;
import org.ganvas.viewmodel.chart.ChartSettings;
import org.ganvas.viewmodel.chart.CurvesViewModel;
import org.ganvas.viewmodel.chart.CurvesViewModel.Curves;
import org.ganvas.viewmodel.text.Messages;

/** One chart with its head: a title that chooses another, the axis, the legend. FX thread. */
final class ChartCard extends VBox {

    private final ChartKind kind;
    private final CurvesViewModel model;
    private final ChartSettings settings;
    private final CurveChart chart;
    private final ChartLegend legend;
    private final MenuButton title;
    private final HBox rest = new HBox(6);
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
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(head(), legend, plot);
        setMinHeight(150);
    }

    private MenuButton titleMenu() {
        MenuButton menu =
                CardFactory.styled(new MenuButton(Messages.text(kind.key() + ".title")), "chart-title", "flat");
        menu.setId("chartTitle" + kind.name());
        menu.setOnShowing(event -> menu.getItems().setAll(choices()));
        return HelpTooltips.about(menu, kind.key());
    }

    /** The other charts, of which one can be had here instead. */
    private List<MenuItem> choices() {
        LossSpec loss = model.lossProperty().get();
        return List.of(ChartKind.values()).stream()
                .filter(other -> other != kind && (loss == null || other.suits(loss)))
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
        // Half a word says less than none; the dashes have their tip.
        words.visibleProperty().bind(rest.widthProperty().map(width -> width.doubleValue() + 1 >= rest.prefWidth(-1)));
        rest.getChildren().addAll(dash, words);
        rest.setAlignment(Pos.CENTER_LEFT);
        if (explained) {
            HelpTooltips.about(rest, kind.key() + ".reference");
        }
        CardFactory.styled(logarithmic, "chart-log");
        logarithmic.setId("chartLog" + kind.name());
        logarithmic.setOnAction(event -> settings.toggleLogarithmic(kind));
        HelpTooltips.about(logarithmic, "chart.log");
        logarithmic.setMinWidth(USE_PREF_SIZE);
        title.setMinWidth(USE_PREF_SIZE);
        rest.setMinWidth(0);
        HBox head = new HBox(8, title, CardFactory.space(), rest, logarithmic);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void clicked(String id, boolean alone) {
        if (alone) {
            List<String> all = ChartLines.of(
                            kind,
                            model.curvesProperty().get(),
                            model.lossProperty().get())
                    .stream()
                    .map(ChartCurve::id)
                    .toList();
            settings.isolate(id, all);
        } else {
            settings.toggleCurve(id);
        }
    }

    void setMenu(ContextMenu menu) {
        chart.setOnContextMenuRequested(event -> menu.show(chart, event.getScreenX(), event.getScreenY()));
    }

    void show(Curves curves) {
        LossSpec loss = model.lossProperty().get();
        List<ChartCurve> lines = ChartLines.of(kind, curves, loss);
        boolean powers = settings.logarithmic().contains(kind.name());
        legend.show(lines, settings.hidden());
        logarithmic.setSelected(powers);
        rest.setVisible(lines.stream().anyMatch(line -> line.reference().length > 0));
        sayIfEmpty(lines);
        List<ChartCurve> visible = lines.stream()
                .filter(line -> !settings.hidden().contains(line.id()))
                .toList();
        boolean probabilities = kind == ChartKind.SCORES && loss != null && loss.judgesByProbability();
        ChartState.Style look = new ChartState.Style(
                powers, probabilities, settings.rawProperty().get());
        chart.show(new ChartState(visible, curves.window(), curves.scale(), curves.changes(), look));
    }

    /** A chart that never has anything to show says why. */
    private void sayIfEmpty(List<ChartCurve> lines) {
        boolean nothing = lines.stream().allMatch(line -> line.curve().size() == 0);
        String key = kind.key() + ".empty";
        empty.setVisible(nothing && Messages.has(key));
        if (empty.isVisible()) {
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
