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
import org.ganvas.data.Histogram;
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

/** Weights and activations of every layer, a row each. FX thread. */
final class LayerHistogramsPane extends StackPane {

    private static final double NAME = 132;
    private static final double HIGH = 34;

    private final VBox rows = new VBox(8);
    private final List<Row> made = new ArrayList<>();

    LayerHistogramsPane(InspectionViewModel model) {
        ScrollPane scroll = ScrollPanes.direct(new ScrollPane(rows));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("left-pane");
        HBox heads = new HBox(
                10,
                wide(CardFactory.caption(Messages.text("inspect.layer")), NAME),
                head("inspect.weights"),
                head("inspect.activations"));
        VBox all = new VBox(4, heads, scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(all);
        ViewBindings.of(model.resultProperty(), (property, old, now) -> show(now));
        show(model.resultProperty().get());
    }

    private static Label wide(Label label, double width) {
        label.setMinWidth(width);
        label.setMaxWidth(width);
        return label;
    }

    private static Label head(String key) {
        Label label = HelpTooltips.about(CardFactory.caption(Messages.text(key + ".title")), key);
        label.setPrefWidth(100);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private void show(@Nullable InspectionResult look) {
        List<LayerStatistics> layers = look == null ? List.of() : look.layers();
        while (made.size() < layers.size()) {
            made.add(new Row());
        }
        if (rows.getChildren().size() != layers.size()) {
            rows.getChildren().setAll(made.subList(0, layers.size()));
        }
        for (int i = 0; i < layers.size(); i++) {
            made.get(i).show(layers.get(i), look != null && look.player() == Player.GENERATOR);
        }
    }

    /** One layer. */
    private static final class Row extends HBox {
        private final Label name = wide(new Label(), NAME);
        private final Cell weights = new Cell();
        private final Cell activations = new Cell();

        private Row() {
            super(10);
            setAlignment(Pos.CENTER_LEFT);
            name.getStyleClass().add("layer-name");
            getChildren().addAll(name, weights, activations);
        }

        private void show(LayerStatistics layer, boolean ofGenerator) {
            String actor = ofGenerator ? "generator" : "discriminator";
            name.setText(layer.name());
            weights.show(layer.weights(), actor, layer.hasWeights());
            activations.show(layer.activations(), actor, true);
        }
    }

    /** One histogram with its range. */
    private static final class Cell extends VBox {
        private final HistogramView histogram = new HistogramView();
        private final Label range = CardFactory.styled(new Label(), "caption", "figure");

        private Cell() {
            super(1);
            histogram.setMinHeight(HIGH);
            histogram.setPrefSize(100, HIGH);
            getChildren().addAll(histogram, range);
            HBox.setHgrow(this, Priority.ALWAYS);
            setPrefWidth(100);
        }

        private void show(Histogram of, String actor, boolean any) {
            histogram.show(any ? List.of(new HistogramView.Bars(actor, of)) : List.of());
            range.setText(
                    any
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
