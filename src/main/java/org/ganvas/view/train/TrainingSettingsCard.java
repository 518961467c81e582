package org.ganvas.view.train;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.session.run.RunRequest;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.ComboBoxes;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.RunSetupViewModel;
import org.ganvas.viewmodel.train.TrainingSettingsViewModel;
import org.ganvas.viewmodel.train.TrainingSettingsViewModel.Rates;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What can be turned: rates, batch, loss, and how pictures are drawn. FX thread. */
final class TrainingSettingsCard extends VBox {

    private static final List<Integer> BATCHES = List.of(8, 16, 32, 64, 128, 256);

    private final RunSetupViewModel recipe;
    private final TrainingSettingsViewModel settings;
    private final HBox loss = new HBox(6);
    private final Label lossName = new Label();

    TrainingSettingsCard(RunSetupViewModel recipe, TrainingSettingsViewModel settings, PresentationViewModel lesson) {
        super(12);
        this.recipe = recipe;
        this.settings = settings;
        VBox training = CardFactory.filled(
                CardFactory.card(Messages.text("training.title")),
                rate("rate.generator", "generator", Rates::generator, settings::setGeneratorRate),
                rate("rate.discriminator", "discriminator", Rates::discriminator, settings::setDiscriminatorRate),
                CardFactory.row(named("batch"), batch()),
                CardFactory.row(named("loss"), loss()));
        VBox drawing = CardFactory.filled(
                CardFactory.card(Messages.text("display.title")),
                CardFactory.row(named("grid"), grid()),
                CardFactory.row(named("averaged"), averaged()));
        training.visibleProperty().bind(lesson.shownProperty(PresentationViewModel.Pane.TRAINING));
        training.managedProperty().bind(training.visibleProperty());
        drawing.visibleProperty().bind(lesson.shownProperty(PresentationViewModel.Pane.DRAWING));
        drawing.managedProperty().bind(drawing.visibleProperty());
        getChildren().addAll(training, drawing);
    }

    private static Label named(String key) {
        return HelpTooltips.about(new Label(Messages.text(key + ".title")), key);
    }

    private LearningRateControl rate(String key, String actor, ToDoubleFunction<Rates> which, DoubleConsumer take) {
        ObservableValue<Double> rate = settings.ratesProperty().map(which::applyAsDouble);
        return new LearningRateControl(key, actor, rate, take);
    }

    private ComboBox<Integer> batch() {
        ComboBox<Integer> box = ComboBoxes.of(
                FXCollections.observableArrayList(BATCHES), String::valueOf, recipe::chooseBatch, this::shownBatch);
        box.setId("batchChoice");
        TextScaling.scalePrefWidth(box, 96);
        HelpTooltips.about(box, "batch");
        ViewBindings.listen(recipe.shownProperty(), (property, old, now) -> box.setValue(shownBatch()));
        box.setValue(shownBatch());
        return box;
    }

    private @Nullable Integer shownBatch() {
        RunRequest request = recipe.shownProperty().get();
        return request == null ? null : request.spec().training().batch();
    }

    private HBox loss() {
        lossName.setGraphic(IconFactory.of(Feather.INFO, "muted"));
        lossName.setContentDisplay(ContentDisplay.RIGHT);
        loss.getChildren().add(lossName);
        ViewBindings.listen(recipe.shownProperty(), (property, old, now) -> showLoss(now));
        showLoss(recipe.shownProperty().get());
        return loss;
    }

    private void showLoss(@Nullable RunRequest request) {
        LossSpec spec =
                request == null ? LossSpec.NON_SATURATING : request.spec().loss();
        String text = Messages.text("loss." + spec.name() + ".title");
        if (!text.equals(lossName.getText())) {
            lossName.setText(text);
            HelpTooltips.about(lossName, "loss." + spec.name());
        }
    }

    private SegmentedButton grid() {
        SegmentedButton sizes = SegmentedButtons.of(
                "gridSize", Messages.text("grid.title"), TrainingSettingsViewModel.GRID_SIZES, String::valueOf);
        SegmentedButtons.bind(sizes, settings.gridSizeProperty().asObject(), settings::setGridSize);
        sizes.disableProperty().bind(settings.hasGridProperty().not());
        return HelpTooltips.about(sizes, "grid");
    }

    private ToggleSwitch averaged() {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId("averagedToggle");
        toggle.disableProperty().bind(settings.averagesProperty().not());
        toggle.setSelected(settings.averagedProperty().get());
        toggle.selectedProperty().addListener((property, old, now) -> settings.setAveraged(now));
        ViewBindings.listen(settings.averagedProperty(), (property, old, now) -> toggle.setSelected(now));
        return HelpTooltips.about(toggle, "averaged");
    }
}
