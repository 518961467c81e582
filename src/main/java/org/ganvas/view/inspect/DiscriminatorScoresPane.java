package org.ganvas.view.inspect;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.HistogramView;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.DiscriminatorScores;
import org.ganvas.viewmodel.train.InspectionViewModel;
import org.jspecify.annotations.Nullable;

/** Histograms of D's logits for real and generated samples. FX thread. */
final class DiscriminatorScoresPane extends VBox {

    private final InspectionViewModel model;
    private final HistogramView histogram = new HistogramView();
    private final Label real = new Label();
    private final Label generated = new Label();
    private final Label low = CardFactory.styled(new Label(), "caption", "figure");
    private final Label middle = CardFactory.caption(Messages.text("inspect.logit"));
    private final Label high = CardFactory.styled(new Label(), "caption", "figure");

    DiscriminatorScoresPane(InspectionViewModel model) {
        super(4);
        this.model = model;
        histogram.setId("inspectLogits");
        histogram.setAccessibleText(Messages.text("inspect.logits.title"));
        HelpTooltips.about(histogram, "inspect.logits");
        FlowPane legend = new FlowPane(16, 2, item("real", real), item("generator", generated));
        legend.setMinHeight(USE_PREF_SIZE);
        HBox axis = new HBox(low, CardFactory.space(), middle, CardFactory.space(), high);
        VBox.setVgrow(histogram, Priority.ALWAYS);
        getChildren().addAll(legend, histogram, axis);
        ViewBindings.listen(model.resultProperty(), (property, old, now) -> show(now));
        show(model.resultProperty().get());
    }

    private static HBox item(String actor, Label label) {
        HBox item = new HBox(6, CardFactory.dot(actor), label);
        item.setAlignment(Pos.CENTER_LEFT);
        return item;
    }

    private void show(@Nullable InspectionResult result) {
        if (result == null) {
            histogram.show(List.of());
            return;
        }
        if (result.realLogits().length == 0) {
            histogram.show(List.of());
            real.setText(Messages.text("inspect.encoder"));
            Stream.of(generated, low, high).forEach(label -> label.setText(""));
            return;
        }
        DiscriminatorScores scores = model.scoresOf(result);
        histogram.show(List.of(
                new HistogramView.Bars("real", scores.histogram(result.realLogits())),
                new HistogramView.Bars("generator", scores.histogram(result.generatedLogits()))));
        real.setText(sentence("inspect.real", result.realLogits(), scores));
        generated.setText(sentence("inspect.generated", result.generatedLogits(), scores));
        low.setText(NumberFormats.amount(scores.low()));
        high.setText(NumberFormats.amount(scores.high()));
    }

    /** Count of samples classified as real; the mean where the logits are no probabilities. */
    private static String sentence(String key, float[] logits, DiscriminatorScores scores) {
        return scores.probabilities()
                ? Messages.text(
                        key + ".count",
                        NumberFormats.count(DiscriminatorScores.countRealScores(logits)),
                        NumberFormats.count(logits.length))
                : Messages.text(
                        key + ".mean",
                        NumberFormats.amount(scores.histogram(logits).mean()));
    }
}
