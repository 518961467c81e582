package org.ganvas.view.lab;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.engine.spec.training.DataMotionSpec;
import org.ganvas.view.control.ComboBoxes;
import org.ganvas.view.control.NumberField;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.lab.DataMotionViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** How the data moves while networks train on it: kind, size and steps of a round. FX thread. */
final class DataMotionPane extends VBox {

    private static final double FIELD = 78;

    private final DataMotionViewModel model;
    private final ComboBox<DataMotionSpec.Kind> kind;
    private final Slider amplitude = new Slider(0, DataMotionSpec.MOST, 0);
    private final NumberField size;
    private final NumberField period;
    private boolean showing;

    DataMotionPane(DataMotionViewModel model) {
        super(8);
        this.model = model;
        setId("dataMotion");
        getStyleClass().add("ganvas-card");
        kind = ComboBoxes.of(
                FXCollections.observableArrayList(List.of(DataMotionSpec.Kind.values())),
                each -> Messages.text("lab.motion.kind." + each),
                model::setKind,
                () -> model.motionProperty().get().kind());
        kind.setId("motionKind");
        HelpTooltips.about(kind, "lab.motion.kind");
        amplitude.setId("motionAmplitude");
        amplitude.setMinWidth(0);
        amplitude.setBlockIncrement(0.05);
        HBox.setHgrow(amplitude, Priority.ALWAYS);
        HelpTooltips.about(amplitude, "lab.motion.amplitude");
        amplitude.valueProperty().addListener((property, old, now) -> {
            if (!showing) {
                model.setAmplitude(now.doubleValue());
            }
        });
        size = field("motionSize", "lab.motion.amplitude", NumberFormats::setting, model::setAmplitude);
        period = field("motionPeriod", "lab.motion.period", NumberFormats::setting, model::setPeriod);
        HBox both = new HBox(6, amplitude, size);
        HBox sizes = CardFactory.row(new Label(Messages.text("lab.motion.amplitude.title")), both);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox periods = CardFactory.row(new Label(Messages.text("lab.motion.period.title")), period);
        BooleanBinding still = Bindings.createBooleanBinding(
                () -> model.motionProperty().get().kind() == DataMotionSpec.Kind.STILL, model.motionProperty());
        periods.disableProperty().bind(still);
        sizes.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> still.get() || model.motionProperty().get().kind() == DataMotionSpec.Kind.ROTATION,
                        model.motionProperty()));
        DisabledReasons.set(periods, "lab.motion.still");
        DisabledReasons.set(
                sizes,
                ViewBindings.map(
                        model.motionProperty(),
                        motion -> motion.kind() == DataMotionSpec.Kind.ROTATION
                                ? "lab.motion.rotation.disabled"
                                : "lab.motion.still.disabled"));
        VBox controls =
                new VBox(8, CardFactory.row(new Label(Messages.text("lab.motion.kind.title")), kind), sizes, periods);
        ViewBindings.listen(model.obstacleProperty(), (property, old, now) -> controls.setDisable(!now.isEmpty()));
        controls.setDisable(!model.obstacleProperty().get().isEmpty());
        DisabledReasons.set(controls, model.obstacleProperty());
        Label sentence = CardFactory.styled(new Label(), "prose");
        sentence.setId("motionSentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(controls, sentence);
        ViewBindings.listen(model.sentenceProperty(), (property, old, now) -> CardFactory.text(sentence, now));
        CardFactory.text(sentence, model.sentenceProperty().get());
        ViewBindings.listen(model.motionProperty(), (property, old, now) -> show(now));
        show(model.motionProperty().get());
    }

    private static NumberField field(String id, String key, DoubleFunction<String> format, DoubleConsumer set) {
        NumberField field = new NumberField(format, set);
        field.setId(id);
        TextScaling.scalePrefWidth(field, FIELD);
        field.setMinWidth(Region.USE_PREF_SIZE);
        return HelpTooltips.about(field, key);
    }

    private void show(DataMotionSpec motion) {
        showing = true;
        kind.setValue(motion.kind());
        amplitude.setValue(motion.amplitude());
        size.show(motion.amplitude());
        period.show(motion.period());
        showing = false;
    }
}
