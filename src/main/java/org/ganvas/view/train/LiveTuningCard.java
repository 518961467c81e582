package org.ganvas.view.train;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.setting.RegularizerSettings;
import org.ganvas.engine.spec.setting.Setting;
import org.ganvas.engine.spec.setting.TrainingSettings;
import org.ganvas.view.control.NumberField;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.LiveTuningViewModel;
import org.jspecify.annotations.Nullable;

/** Settings that change while a run trains, and what a change that needs a new start would cost. FX thread. */
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
        CardFactory.text(refusal, model.refusalProperty().get());
        Label cost = CardFactory.styled(new Label(), "caption");
        cost.setId("freshCost");
        cost.setWrapText(true);
        cost.setMinHeight(USE_PREF_SIZE);
        cost.textProperty().bind(model.costProperty());
        getChildren()
                .add(CardFactory.filled(
                        CardFactory.card(Messages.text("tuning.title")),
                        row("tuning.updates", updates()),
                        row(RegularizerSettings.FIRST_PENALTY),
                        row(RegularizerSettings.NOISE),
                        row(RegularizerSettings.SMOOTHING),
                        row(RegularizerSettings.AUGMENTATION),
                        row(RegularizerSettings.DIFFUSION),
                        row(RegularizerSettings.PATH_LENGTH),
                        row(TrainingSettings.EMA_DECAY),
                        refusal,
                        cost));
    }

    private HBox row(Setting<? extends Number> setting) {
        String key = "tuning." + setting.key();
        return row(key, field(setting.key(), setting, key));
    }

    private static HBox row(String key, Node control) {
        return CardFactory.row(HelpTooltips.about(new Label(Messages.text(key + ".title")), key), control);
    }

    private HBox updates() {
        NumberField ofD = field("updatesD", TrainingSettings.DISCRIMINATOR_UPDATES, "tuning.updates");
        NumberField ofG = field("updatesG", TrainingSettings.GENERATOR_UPDATES, "tuning.updates");
        TextScaling.scalePrefWidth(ofD, 44);
        TextScaling.scalePrefWidth(ofG, 44);
        HBox both = new HBox(4, ofD, new Label(":"), ofG);
        both.setAlignment(Pos.CENTER_RIGHT);
        return both;
    }

    private NumberField field(String id, Setting<? extends Number> setting, String key) {
        NumberField field = new NumberField(NumberFormats::setting, number -> model.set(setting, number));
        field.setId(id + "Field");
        TextScaling.scalePrefWidth(field, 76);
        DisabledReasons.set(
                HelpTooltips.about(field, key),
                ViewBindings.map(
                        model.specProperty(), spec -> spec == null ? "run.none.disabled" : "tuning.average.disabled"));
        ViewBindings.listen(model.specProperty(), (property, old, now) -> show(field, setting, now));
        show(field, setting, model.specProperty().get());
        return field;
    }

    private static void show(NumberField field, Setting<? extends Number> setting, @Nullable GanSpec spec) {
        field.setDisable(spec == null || !setting.isLive(spec));
        if (spec != null) {
            field.show(setting.get(spec).doubleValue());
        }
    }
}
