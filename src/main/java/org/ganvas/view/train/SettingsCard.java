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
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Choice;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.Icons;
import org.ganvas.view.fx.Segments;
import org.ganvas.view.fx.Teach;
import org.ganvas.view.fx.TextSize;
import org.ganvas.viewmodel.ClassModeViewModel;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.RecipeViewModel;
import org.ganvas.viewmodel.SettingsViewModel;
import org.ganvas.viewmodel.SettingsViewModel.Rates;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What can be turned: rates, batch, loss, and how pictures are drawn. FX thread. */
final class SettingsCard extends VBox {

    private static final List<Integer> BATCHES = List.of(8, 16, 32, 64, 128, 256);

    private final RecipeViewModel recipe;
    private final SettingsViewModel settings;
    private final HBox loss = new HBox(6);
    private final Label lossName = new Label();

    SettingsCard(RecipeViewModel recipe, SettingsViewModel settings, ClassModeViewModel lesson) {
        super(12);
        this.recipe = recipe;
        this.settings = settings;
        VBox training = Cards.filled(
                Cards.card(Messages.text("training.title")),
                rate("rate.generator", "generator", Rates::generator, settings::setGeneratorRate),
                rate("rate.discriminator", "discriminator", Rates::discriminator, settings::setDiscriminatorRate),
                Cards.row(named("batch"), batch()),
                Cards.row(named("loss"), loss()));
        VBox drawing = Cards.filled(
                Cards.card(Messages.text("display.title")),
                Cards.row(named("grid"), grid()),
                Cards.row(named("averaged"), averaged()));
        training.visibleProperty().bind(lesson.shownProperty(ClassModeViewModel.Pane.TRAINING));
        training.managedProperty().bind(training.visibleProperty());
        drawing.visibleProperty().bind(lesson.shownProperty(ClassModeViewModel.Pane.DRAWING));
        drawing.managedProperty().bind(drawing.visibleProperty());
        getChildren().addAll(training, drawing);
    }

    private static Label named(String key) {
        return Teach.about(new Label(Messages.text(key + ".title")), key);
    }

    private RateControl rate(String key, String actor, ToDoubleFunction<Rates> which, DoubleConsumer take) {
        ObservableValue<Double> rate = settings.ratesProperty().map(which::applyAsDouble);
        return new RateControl(key, actor, rate, take);
    }

    private ComboBox<Integer> batch() {
        ComboBox<Integer> box = Choice.of(
                FXCollections.observableArrayList(BATCHES), String::valueOf, recipe::chooseBatch, this::shownBatch);
        box.setId("batchChoice");
        TextSize.prefer(box, 96);
        Teach.about(box, "batch");
        Follow.of(recipe.shownProperty(), (property, old, now) -> box.setValue(shownBatch()));
        box.setValue(shownBatch());
        return box;
    }

    private @Nullable Integer shownBatch() {
        RunRequest request = recipe.shownProperty().get();
        return request == null ? null : request.spec().training().batch();
    }

    private HBox loss() {
        lossName.setGraphic(Icons.of(Feather.INFO, "muted"));
        lossName.setContentDisplay(ContentDisplay.RIGHT);
        loss.getChildren().add(lossName);
        Follow.of(recipe.shownProperty(), (property, old, now) -> showLoss(now));
        showLoss(recipe.shownProperty().get());
        return loss;
    }

    private void showLoss(@Nullable RunRequest request) {
        LossSpec spec =
                request == null ? LossSpec.NON_SATURATING : request.spec().loss();
        String text = Messages.text("loss." + spec.name() + ".title");
        if (!text.equals(lossName.getText())) {
            lossName.setText(text);
            Teach.about(lossName, "loss." + spec.name());
        }
    }

    private SegmentedButton grid() {
        SegmentedButton sizes =
                Segments.of("gridSize", Messages.text("grid.title"), SettingsViewModel.GRID_SIZES, String::valueOf);
        Segments.bind(sizes, settings.gridSizeProperty().asObject(), settings::setGridSize);
        sizes.disableProperty().bind(settings.hasGridProperty().not());
        return Teach.about(sizes, "grid");
    }

    private ToggleSwitch averaged() {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId("averagedToggle");
        toggle.disableProperty().bind(settings.averagesProperty().not());
        toggle.setSelected(settings.averagedProperty().get());
        toggle.selectedProperty().addListener((property, old, now) -> settings.setAveraged(now));
        Follow.of(settings.averagedProperty(), (property, old, now) -> toggle.setSelected(now));
        return Teach.about(toggle, "averaged");
    }
}
