package org.ganvas.view.train;

import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ganvas.view.control.ComboBoxes;
import org.ganvas.view.control.NumberField;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.StopRuleViewModel;
import org.ganvas.viewmodel.train.StopRuleViewModel.Kind;

/** Stop rule: after steps, after minutes, or at a value of a metric; and the period of evaluation. FX thread. */
final class StopRuleCard extends VBox {

    private final StopRuleViewModel model;
    private final ComboBox<Kind> kind;
    private final ComboBox<String> metric;
    private final NumberField value;
    private final HBox bound;

    StopRuleCard(StopRuleViewModel model) {
        super(8);
        this.model = model;
        setId("stopCard");
        kind = ComboBoxes.of(
                FXCollections.observableArrayList(Kind.values()),
                one -> Messages.text("stop." + one.name()),
                model::chooseKind,
                () -> model.choiceProperty().get().kind());
        kind.setId("stopKind");
        metric = ComboBoxes.of(
                model.metrics(),
                id -> id.isEmpty() ? "" : Messages.text("metric." + id + ".title"),
                model::chooseMetric,
                () -> model.choiceProperty().get().metric());
        metric.setId("stopMetric");
        value = new NumberField(NumberFormats::setting, model::setValue);
        value.setId("stopValue");
        TextScaling.scalePrefWidth(value, 86);
        HelpTooltips.about(kind, "stop");
        HelpTooltips.about(metric, "stop");
        HelpTooltips.about(value, "stop");
        bound = CardFactory.row(new Label(Messages.text("stop.value")), value);
        Label every = new Label(Messages.text("evaluation.title"));
        HelpTooltips.about(every, "evaluation");
        getChildren()
                .add(CardFactory.filled(
                        CardFactory.card(Messages.text("stop.title")),
                        kind,
                        metric,
                        bound,
                        CardFactory.row(every, period(model))));
        ViewBindings.listen(model.choiceProperty(), (property, old, now) -> show(now));
        show(model.choiceProperty().get());
    }

    private static ComboBox<Integer> period(StopRuleViewModel model) {
        ComboBox<Integer> box = ComboBoxes.of(
                FXCollections.observableArrayList(StopRuleViewModel.PERIODS),
                seconds -> seconds == 0
                        ? Messages.text("evaluation.never")
                        : Messages.text("evaluation.seconds", Integer.toString(seconds)),
                model::choosePeriod,
                () -> model.periodProperty().get());
        box.setId("measuringPeriod");
        TextScaling.scalePrefWidth(box, 96);
        ViewBindings.listen(model.periodProperty(), (property, old, now) -> box.setValue(now));
        box.setValue(model.periodProperty().get());
        return HelpTooltips.about(box, "evaluation");
    }

    private void show(StopRuleViewModel.Choice choice) {
        boolean byMetric = choice.kind().compareTo(Kind.AT_LEAST) >= 0;
        kind.setValue(choice.kind());
        metric.setValue(choice.metric());
        metric.setVisible(byMetric);
        metric.setManaged(byMetric);
        bound.setVisible(choice.kind() != Kind.NEVER);
        bound.setManaged(choice.kind() != Kind.NEVER);
        value.show(choice.value());
    }
}
