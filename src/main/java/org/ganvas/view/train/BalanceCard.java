package org.ganvas.view.train;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Strengths;
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.NumberField;
import org.ganvas.view.fx.Teach;
import org.ganvas.view.fx.TextSize;
import org.ganvas.viewmodel.BalanceViewModel;
import org.ganvas.viewmodel.Figures;
import org.ganvas.viewmodel.Messages;
import org.jspecify.annotations.Nullable;

/** What keeps the players in balance, turned while they play; and what only a new start can change. FX thread. */
final class BalanceCard extends VBox {

    private final BalanceViewModel model;

    BalanceCard(BalanceViewModel model) {
        super(8);
        this.model = model;
        setId("balanceCard");
        Label refusal = Cards.styled(new Label(), "caption", "refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(USE_PREF_SIZE);
        Follow.of(model.refusalProperty(), (property, old, now) -> Cards.text(refusal, now));
        Cards.text(refusal, "");
        Label cost = Cards.styled(new Label(), "caption");
        cost.setId("freshCost");
        cost.setWrapText(true);
        cost.setMinHeight(USE_PREF_SIZE);
        cost.textProperty().bind(model.costProperty());
        NumberField average = field("average", spec -> spec.training().emaDecay(), model::setDecay);
        Follow.of(model.specProperty(), (property, old, now) -> average.setDisable(without(now)));
        average.setDisable(without(model.specProperty().get()));
        getChildren()
                .add(Cards.filled(
                        Cards.card(Messages.text("tuning.title")),
                        row("tuning.updates", updates()),
                        row("tuning.penalty", field("penalty", Strengths::penalty, model::setPenalty)),
                        row("tuning.noise", field("noise", Strengths::noise, model::setNoise)),
                        row("tuning.smoothing", field("smoothing", Strengths::smoothing, model::setSmoothing)),
                        row(
                                "tuning.augmentation",
                                field("augmentation", Strengths::augmentation, model::setAugmentation)),
                        row("tuning.average", average),
                        refusal,
                        cost));
    }

    private static boolean without(@Nullable GanSpec spec) {
        return spec == null || !spec.training().averagesWeights();
    }

    private static HBox row(String key, javafx.scene.Node control) {
        return Cards.row(Teach.about(new Label(Messages.text(key + ".title")), key), control);
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
        TextSize.prefer(ofD, 44);
        TextSize.prefer(ofG, 44);
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
        NumberField field = new NumberField(Figures::setting, take);
        field.setId(id + "Field");
        TextSize.prefer(field, 76);
        String key = "tuning." + (id.startsWith("updates") ? "updates" : id);
        Teach.about(field, key);
        Follow.of(model.specProperty(), (property, old, now) -> show(field, value, now));
        show(field, value, model.specProperty().get());
        return field;
    }

    private static void show(NumberField field, ToDoubleFunction<GanSpec> value, @Nullable GanSpec spec) {
        if (spec != null) {
            field.show(value.applyAsDouble(spec));
        }
    }
}
