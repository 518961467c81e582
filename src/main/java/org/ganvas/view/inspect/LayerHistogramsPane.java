package org.ganvas.view.inspect;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.data.ValueHistogram;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.LayerStatistics;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ScrollPanes;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.HistogramView;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.InspectionViewModel;
import org.jspecify.annotations.Nullable;

/** Histograms of weights and activations, one row a layer. FX thread. */
final class LayerHistogramsPane extends StackPane {

    private static final double NAME_WIDTH = 132;
    private static final double HISTOGRAM_HEIGHT = 34;

    private final VBox rows = new VBox(8);
    private final List<Row> rowPool = new ArrayList<>();

    LayerHistogramsPane(InspectionViewModel model) {
        ScrollPane scroll = ScrollPanes.withoutCache(new ScrollPane(rows));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("left-pane");
        HBox heads = new HBox(
                10,
                withWidth(CardFactory.caption(Messages.text("inspect.layer")), NAME_WIDTH),
                columnHeader("inspect.weights"),
                columnHeader("inspect.activations"));
        VBox all = new VBox(4, heads, scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(all);
        ViewBindings.listen(model.resultProperty(), (property, old, now) -> show(now));
        show(model.resultProperty().get());
    }

    private static Label withWidth(Label label, double width) {
        label.setMinWidth(width);
        label.setMaxWidth(width);
        return label;
    }

    private static Label columnHeader(String key) {
        Label label = HelpTooltips.about(CardFactory.caption(Messages.text(key + ".title")), key);
        label.setPrefWidth(100);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private void show(@Nullable InspectionResult result) {
        List<LayerStatistics> layers = result == null ? List.of() : result.layers();
        while (rowPool.size() < layers.size()) {
            rowPool.add(new Row());
        }
        if (rows.getChildren().size() != layers.size()) {
            rows.getChildren().setAll(rowPool.subList(0, layers.size()));
        }
        for (int i = 0; i < layers.size(); i++) {
            rowPool.get(i).show(layers.get(i), result != null && result.player() == Player.GENERATOR);
        }
    }

    /** Row of one layer. */
    private static final class Row extends HBox {
        private final Label name = withWidth(new Label(), NAME_WIDTH);
        private final Cell weights = new Cell();
        private final Cell activations = new Cell();

        private Row() {
            super(10);
            setAlignment(Pos.CENTER_LEFT);
            name.getStyleClass().add("layer-name");
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            getChildren().addAll(name, weights, activations);
        }

        private void show(LayerStatistics layer, boolean ofGenerator) {
            String actor = ofGenerator ? "generator" : "discriminator";
            name.setText(layer.name());
            weights.show(layer.weights(), actor, layer.hasWeights());
            activations.show(layer.activations(), actor, true);
        }
    }

    /** Histogram with its range, mean and standard deviation. */
    private static final class Cell extends VBox {
        private final HistogramView histogram = new HistogramView();
        private final Label range = CardFactory.styled(new Label(), "caption", "figure");

        private Cell() {
            super(1);
            range.setWrapText(true);
            range.setMinHeight(USE_PREF_SIZE);
            histogram.setMinHeight(HISTOGRAM_HEIGHT);
            histogram.setPrefSize(100, HISTOGRAM_HEIGHT);
            getChildren().addAll(histogram, range);
            HBox.setHgrow(this, Priority.ALWAYS);
            setPrefWidth(100);
        }

        private void show(ValueHistogram of, String actor, boolean present) {
            histogram.show(present ? List.of(new HistogramView.Bars(actor, of)) : List.of());
            range.setText(
                    present
                            ? Messages.text(
                                    "inspect.range",
                                    NumberFormats.amount(of.low()),
                                    NumberFormats.amount(of.high()),
                                    NumberFormats.amount(of.mean()),
                                    NumberFormats.amount(of.deviation()))
                            : Messages.text("inspect.noWeights"));
        }
    }
}
