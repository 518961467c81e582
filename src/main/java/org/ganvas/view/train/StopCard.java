package org.ganvas.view.train;

import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Choice;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.NumberField;
import org.ganvas.view.fx.Teach;
import org.ganvas.view.fx.TextSize;
import org.ganvas.viewmodel.Figures;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.StopViewModel;
import org.ganvas.viewmodel.StopViewModel.Kind;

/** When training pauses by itself: after steps, after minutes, or when a measure says so. FX thread. */
final class StopCard extends VBox {

    private final StopViewModel model;
    private final ComboBox<Kind> kind;
    private final ComboBox<String> measure;
    private final NumberField value;
    private final HBox bound;

    StopCard(StopViewModel model) {
        super(8);
        this.model = model;
        setId("stopCard");
        kind = Choice.of(
                FXCollections.observableArrayList(Kind.values()),
                one -> Messages.text("stop." + one.name()),
                model::chooseKind,
                () -> model.choiceProperty().get().kind());
        kind.setId("stopKind");
        measure = Choice.of(
                model.measures(),
                id -> id.isEmpty() ? "" : Messages.text("metric." + id + ".title"),
                model::chooseMeasure,
                () -> model.choiceProperty().get().measure());
        measure.setId("stopMeasure");
        value = new NumberField(Figures::setting, model::setValue);
        value.setId("stopValue");
        TextSize.prefer(value, 86);
        bound = Cards.row(new Label(Messages.text("stop.value")), value);
        Teach.about(kind, "stop");
        Teach.about(measure, "stop");
        Teach.about(value, "stop");
        Label every = new Label(Messages.text("evaluation.title"));
        Teach.about(every, "evaluation");
        getChildren()
                .add(Cards.filled(
                        Cards.card(Messages.text("stop.title")),
                        kind,
                        measure,
                        bound,
                        Cards.row(every, period(model))));
        Follow.of(model.choiceProperty(), (property, old, now) -> show(now));
        show(model.choiceProperty().get());
    }

    private static ComboBox<Integer> period(StopViewModel model) {
        ComboBox<Integer> box = Choice.of(
                FXCollections.observableArrayList(StopViewModel.PERIODS),
                seconds -> seconds == 0
                        ? Messages.text("evaluation.never")
                        : Messages.text("evaluation.seconds", Integer.toString(seconds)),
                model::choosePeriod,
                () -> model.periodProperty().get());
        box.setId("measuringPeriod");
        TextSize.prefer(box, 96);
        Follow.of(model.periodProperty(), (property, old, now) -> box.setValue(now));
        box.setValue(model.periodProperty().get());
        return Teach.about(box, "evaluation");
    }

    private void show(StopViewModel.Choice choice) {
        boolean byMeasure = choice.kind().compareTo(Kind.AT_LEAST) >= 0;
        kind.setValue(choice.kind());
        measure.setValue(choice.measure());
        measure.setVisible(byMeasure);
        measure.setManaged(byMeasure);
        bound.setVisible(choice.kind() != Kind.NEVER);
        bound.setManaged(choice.kind() != Kind.NEVER);
        value.show(choice.value());
    }
}
