package org.ganvas.view.train;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.session.inside.InsideLook;
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.Teach;
import org.ganvas.view.paint.HistogramView;
import org.ganvas.viewmodel.Figures;
import org.ganvas.viewmodel.InsideViewModel;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.Verdicts;
import org.jspecify.annotations.Nullable;

/** How D's logits are distributed over real and generated pictures. FX thread. */
final class InsideVerdicts extends VBox {

    private final InsideViewModel model;
    private final HistogramView histogram = new HistogramView();
    private final Label real = new Label();
    private final Label generated = new Label();
    private final Label low = Cards.styled(new Label(), "caption", "figure");
    private final Label middle = Cards.caption(Messages.text("inspect.logit"));
    private final Label high = Cards.styled(new Label(), "caption", "figure");

    InsideVerdicts(InsideViewModel model) {
        super(4);
        this.model = model;
        histogram.setId("insideLogits");
        histogram.setAccessibleText(Messages.text("inspect.logits.title"));
        Teach.about(histogram, "inspect.logits");
        HBox legend = new HBox(16, item("real", real), item("generator", generated));
        HBox axis = new HBox(low, Cards.space(), middle, Cards.space(), high);
        VBox.setVgrow(histogram, Priority.ALWAYS);
        getChildren().addAll(legend, histogram, axis);
        Follow.of(model.lookProperty(), (property, old, now) -> show(now));
        show(model.lookProperty().get());
    }

    private static HBox item(String actor, Label label) {
        HBox item = new HBox(6, Cards.dot(actor), label);
        item.setAlignment(Pos.CENTER_LEFT);
        return item;
    }

    private void show(@Nullable InsideLook look) {
        if (look == null) {
            histogram.show(List.of());
            return;
        }
        if (look.realLogits().length == 0) {
            histogram.show(List.of());
            real.setText(Messages.text("inspect.encoder"));
            Stream.of(generated, low, high).forEach(label -> label.setText(""));
            return;
        }
        Verdicts verdicts = model.verdictsOf(look);
        histogram.show(List.of(
                new HistogramView.Bars("real", verdicts.histogram(look.realLogits())),
                new HistogramView.Bars("generator", verdicts.histogram(look.generatedLogits()))));
        real.setText(sentence("inspect.real", look.realLogits(), verdicts));
        generated.setText(sentence("inspect.generated", look.generatedLogits(), verdicts));
        low.setText(Figures.amount(verdicts.low()));
        high.setText(Figures.amount(verdicts.high()));
    }

    /** Where no answer means "real", the mean is said instead. */
    private static String sentence(String key, float[] logits, Verdicts verdicts) {
        return verdicts.probabilities()
                ? Messages.text(
                        key + ".count", Figures.count(Verdicts.takenForReal(logits)), Figures.count(logits.length))
                : Messages.text(
                        key + ".mean", Figures.amount(verdicts.histogram(logits).mean()));
    }
}
