package org.ganvas.view.train;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.data.LatentPrior;
import org.ganvas.engine.spec.setting.TrainingSettings;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.session.run.RunRequest;
import org.ganvas.view.control.ComboBoxes;
import org.ganvas.view.control.SeedField;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.LiveTuningViewModel;
import org.ganvas.viewmodel.train.RunSetupViewModel;
import org.ganvas.viewmodel.train.SampleGridViewModel;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Learning rates, batch size, loss and seed, and how samples are displayed. FX thread. */
final class TrainingSettingsCard extends VBox {

    private final RunSetupViewModel setup;
    private final SampleGridViewModel samples;
    private final HBox loss = new HBox(6);
    private final Label lossName = new Label();

    TrainingSettingsCard(
            RunSetupViewModel setup,
            LiveTuningViewModel tuning,
            SampleGridViewModel samples,
            PresentationViewModel presentation) {
        super(12);
        this.setup = setup;
        this.samples = samples;
        VBox training = CardFactory.filled(
                CardFactory.card(Messages.text("training.title")),
                new LearningRateControl("generator", TrainingSettings.GENERATOR_RATE, tuning),
                new LearningRateControl("discriminator", TrainingSettings.DISCRIMINATOR_RATE, tuning),
                CardFactory.row(named("batch"), batch()),
                prior(),
                normal(),
                CardFactory.row(named("loss"), loss()),
                seed(presentation));
        VBox display = CardFactory.filled(
                CardFactory.card(Messages.text("display.title")),
                CardFactory.row(named("grid"), grid()),
                CardFactory.row(named("averaged"), averaged()));
        training.visibleProperty().bind(presentation.shownProperty(PresentationViewModel.Pane.TRAINING));
        training.managedProperty().bind(training.visibleProperty());
        display.visibleProperty().bind(presentation.shownProperty(PresentationViewModel.Pane.DRAWING));
        display.managedProperty().bind(display.visibleProperty());
        getChildren().addAll(training, display);
    }

    private static Label named(String key) {
        return HelpTooltips.about(new Label(Messages.text(key + ".title")), key);
    }

    private ComboBox<Integer> batch() {
        ComboBox<Integer> box = ComboBoxes.of(
                FXCollections.observableArrayList(RunSetupViewModel.BATCHES),
                String::valueOf,
                setup::chooseBatch,
                setup::shownBatch);
        box.setId("batchChoice");
        TextScaling.scalePrefWidth(box, 96);
        HelpTooltips.about(box, "batch");
        ViewBindings.listen(setup.shownProperty(), (property, old, now) -> box.setValue(setup.shownBatch()));
        box.setValue(setup.shownBatch());
        return box;
    }

    private HBox prior() {
        ComboBox<LatentPrior> box = ComboBoxes.of(
                FXCollections.observableArrayList(LatentPrior.values()),
                prior -> Messages.text("prior." + prior.name()),
                setup::choosePrior,
                setup::shownPrior);
        box.setId("priorChoice");
        HelpTooltips.about(box, "prior");
        HBox row = CardFactory.row(named("prior"), box);
        row.managedProperty().bind(row.visibleProperty());
        ViewBindings.listen(setup.shownProperty(), (property, old, now) -> showPrior(box, row));
        showPrior(box, row);
        return row;
    }

    /** A translation has no latents, and an autoencoder's are Gaussian: there is nothing to choose then. */
    private void showPrior(ComboBox<LatentPrior> box, HBox row) {
        box.setValue(setup.shownPrior());
        row.setVisible(setup.shownPrior() != null);
    }

    private HBox normal() {
        ComboBox<Integer> box = ComboBoxes.of(
                FXCollections.observableArrayList(List.of()),
                this::normalName,
                setup::chooseNormal,
                setup::shownNormal);
        box.setId("normalChoice");
        HelpTooltips.about(box, "normal");
        HBox row = CardFactory.row(named("normal"), box);
        row.managedProperty().bind(row.visibleProperty());
        ViewBindings.listen(setup.shownProperty(), (property, old, now) -> showNormal(box, row));
        ViewBindings.listen(setup.infoProperty(), (property, old, now) -> showNormal(box, row));
        showNormal(box, row);
        return row;
    }

    private String normalName(int label) {
        List<String> names = setup.normalClasses();
        return label >= 0 && label < names.size() ? names.get(label) : Messages.text("normal.all");
    }

    private void showNormal(ComboBox<Integer> box, HBox row) {
        int classes = setup.normalClasses().size();
        row.setVisible(classes > 0);
        if (classes > 0 && box.getItems().size() != classes + 1) {
            box.getItems()
                    .setAll(IntStream.range(RunSetupViewModel.ALL_NORMAL, classes)
                            .boxed()
                            .toList());
        }
        box.setValue(setup.shownNormal());
    }

    private HBox seed(PresentationViewModel presentation) {
        SeedField field = new SeedField(1, setup::chooseSeed);
        field.setId("seedField");
        TextScaling.scalePrefWidth(field, 96);
        ViewBindings.listen(setup.shownProperty(), (property, old, now) -> show(field, now));
        show(field, setup.shownProperty().get());
        Label name = new Label(Messages.text("seed.label"));
        HelpTooltips.about(name, "seed");
        HBox row = CardFactory.row(name, HelpTooltips.about(field, "seed"));
        row.visibleProperty().bind(presentation.shownProperty(PresentationViewModel.Pane.SEED));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static void show(SeedField field, @Nullable RunRequest request) {
        if (request != null) {
            field.show(request.seed());
        }
    }

    private HBox loss() {
        lossName.setGraphic(IconFactory.of(Feather.INFO, "muted"));
        lossName.setContentDisplay(ContentDisplay.RIGHT);
        loss.getChildren().add(lossName);
        ViewBindings.listen(setup.shownProperty(), (property, old, now) -> showLoss());
        showLoss();
        return loss;
    }

    private void showLoss() {
        LossSpec spec = setup.shownLoss();
        String text = Messages.text("loss." + spec.name() + ".title");
        if (!text.equals(lossName.getText())) {
            lossName.setText(text);
            HelpTooltips.about(lossName, "loss." + spec.name());
        }
    }

    private SegmentedButton grid() {
        SegmentedButton sizes = SegmentedButtons.of(
                "gridSize", Messages.text("grid.title"), SampleGridViewModel.GRID_SIZES, String::valueOf);
        SegmentedButtons.bind(sizes, samples.gridSizeProperty().asObject(), samples::setGridSize);
        sizes.disableProperty().bind(samples.hasGridProperty().not());
        return DisabledReasons.set(HelpTooltips.about(sizes, "grid"), "grid");
    }

    private ToggleSwitch averaged() {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId("averagedToggle");
        toggle.disableProperty().bind(samples.averagesProperty().not());
        toggle.setSelected(samples.averagedProperty().get());
        toggle.selectedProperty().addListener((property, old, now) -> samples.setAveraged(now));
        ViewBindings.listen(samples.averagedProperty(), (property, old, now) -> toggle.setSelected(now));
        return DisabledReasons.set(HelpTooltips.about(toggle, "averaged"), "averaged");
    }
}
