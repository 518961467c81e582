package org.ganvas.view.train;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.RegularizerWeights;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.NumberField;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.LiveTuningViewModel;
import org.jspecify.annotations.Nullable;

/** What keeps the players in balance, turned while they play; and what only a new start can change. FX thread. */
final class LiveTuningCard extends VBox {

    private final LiveTuningViewModel model;

    LiveTuningCard(LiveTuningViewModel model) {
        super(8);
        this.model = model;
        setId("balanceCard");
        Label refusal = CardFactory.styled(new Label(), "caption", "refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(USE_PREF_SIZE);
        ViewBindings.listen(model.refusalProperty(), (property, old, now) -> CardFactory.text(refusal, now));
        CardFactory.text(refusal, "");
        Label cost = CardFactory.styled(new Label(), "caption");
        cost.setId("freshCost");
        cost.setWrapText(true);
        cost.setMinHeight(USE_PREF_SIZE);
        cost.textProperty().bind(model.costProperty());
        NumberField average = field("average", spec -> spec.training().emaDecay(), model::setDecay);
        ViewBindings.listen(model.specProperty(), (property, old, now) -> average.setDisable(without(now)));
        average.setDisable(without(model.specProperty().get()));
        getChildren()
                .add(CardFactory.filled(
                        CardFactory.card(Messages.text("tuning.title")),
                        row("tuning.updates", updates()),
                        row("tuning.penalty", field("penalty", RegularizerWeights::penalty, model::setPenalty)),
                        row("tuning.noise", field("noise", RegularizerWeights::noise, model::setNoise)),
                        row("tuning.smoothing", field("smoothing", RegularizerWeights::smoothing, model::setSmoothing)),
                        row(
                                "tuning.augmentation",
                                field("augmentation", RegularizerWeights::augmentation, model::setAugmentation)),
                        row("tuning.average", average),
                        refusal,
                        cost));
    }

    private static boolean without(@Nullable GanSpec spec) {
        return spec == null || !spec.training().averagesWeights();
    }

    private static HBox row(String key, javafx.scene.Node control) {
        return CardFactory.row(HelpTooltips.about(new Label(Messages.text(key + ".title")), key), control);
    }

    private HBox updates() {
        NumberField ofD = field(
                "updatesD",
                spec -> spec.training().discriminatorSteps(),
                value -> model.setUpdates((int) value, updatesOfG()));
        NumberField ofG = field(
                "updatesG",
                spec -> spec.training().generatorSteps(),
                value -> model.setUpdates(updatesOfD(), (int) value));
        TextScaling.scalePrefWidth(ofD, 44);
        TextScaling.scalePrefWidth(ofG, 44);
        Label between = new Label(":");
        HBox both = new HBox(4, ofD, between, ofG);
        both.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        return both;
    }

    private int updatesOfD() {
        return Optional.ofNullable(model.specProperty().get())
                .map(spec -> spec.training().discriminatorSteps())
                .orElse(1);
    }

    private int updatesOfG() {
        return Optional.ofNullable(model.specProperty().get())
                .map(spec -> spec.training().generatorSteps())
                .orElse(1);
    }

    private NumberField field(String id, ToDoubleFunction<GanSpec> value, DoubleConsumer take) {
        NumberField field = new NumberField(NumberFormats::setting, take);
        field.setId(id + "Field");
        TextScaling.scalePrefWidth(field, 76);
        String key = "tuning." + (id.startsWith("updates") ? "updates" : id);
        HelpTooltips.about(field, key);
        ViewBindings.listen(model.specProperty(), (property, old, now) -> show(field, value, now));
        show(field, value, model.specProperty().get());
        return field;
    }

    private static void show(NumberField field, ToDoubleFunction<GanSpec> value, @Nullable GanSpec spec) {
        if (spec != null) {
            field.show(value.applyAsDouble(spec));
        }
    }
}
