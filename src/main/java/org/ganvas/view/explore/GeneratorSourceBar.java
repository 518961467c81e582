package org.ganvas.view.explore;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.view.drop.DropTarget;
import org.ganvas.view.drop.FileOffers;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.GeneratorSourceViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.kordamp.ikonli.feather.Feather;

/** Choice of the generator that is explored. FX thread. */
final class GeneratorSourceBar extends FittingRow {

    private static final int MAX_CHECKPOINTS = 40;

    private final GeneratorSourceViewModel source;
    private final MenuButton choice = new MenuButton();
    private final Menu checkpoints =
            new Menu(Messages.text("explore.source.checkpoints"), IconFactory.of(Feather.GIT_COMMIT));

    GeneratorSourceBar(GeneratorSourceViewModel source) {
        super(8);
        this.source = source;
        setId("sourceBar");
        getStyleClass().add("source-bar");
        choice.setId("sourceChoice");
        choice.getStyleClass().add("small");
        choice.getItems()
                .setAll(
                        item("sourceLive", "explore.source.live", Feather.ACTIVITY, source::followLive),
                        item("sourceHold", "explore.source.freeze", Feather.PAUSE, source::freeze),
                        checkpoints,
                        new SeparatorMenuItem(),
                        item("sourceFile", "explore.source.file", Feather.FOLDER, source::openFile));
        HelpTooltips.about(choice, "explore.source", choice.textProperty());
        ViewBindings.listen(source.sourceProperty(), (property, old, now) -> showName(now));
        showName(source.sourceProperty().get());
        checkpoints.setId("sourceCheckpoints");
        DisabledReasons.set(checkpoints, "explore.source.checkpoints");
        ViewBindings.listen(source.checkpointsProperty(), (property, old, now) -> list(now));
        list(source.checkpointsProperty().get());
        // Elsewhere in the window, a dropped file is opened as the run.
        DropTarget.ofFiles(
                this,
                dropped -> dropped.ending(".ganvas", ".zip")
                        .map(file -> FileOffers.of("drop.source", file, source::openFile)));
        Label caption = CardFactory.caption(Messages.text("explore.source.label"));
        HelpTooltips.share(caption, choice);
        concedeHidden(caption);
        getChildren().addAll(caption, choice, CardFactory.space(), weights());
    }

    private static MenuItem item(String id, String key, Feather icon, Runnable work) {
        MenuItem item = new MenuItem(Messages.text(key), IconFactory.of(icon));
        item.setId(id);
        item.setOnAction(event -> work.run());
        return item;
    }

    private void showName(GeneratorSource now) {
        boolean frozen = now instanceof GeneratorSource.Frozen;
        choice.setText(
                now instanceof GeneratorSource.Frozen checkpoint
                        ? checkpoint.name()
                        : Messages.text("explore.source.live"));
        choice.setGraphic(IconFactory.of(frozen ? Feather.PAUSE : Feather.ACTIVITY));
    }

    private void list(List<Checkpoint> all) {
        List<MenuItem> items = all.stream()
                .filter(Checkpoint::complete)
                .skip(Math.max(0, all.stream().filter(Checkpoint::complete).count() - MAX_CHECKPOINTS))
                .map(this::item)
                .toList();
        checkpoints.getItems().setAll(items);
        checkpoints.setDisable(items.isEmpty());
    }

    private MenuItem item(Checkpoint checkpoint) {
        String step = Messages.text("explore.source.step", NumberFormats.count(checkpoint.step()));
        MenuItem item = new MenuItem(checkpoint.isMarked() ? checkpoint.mark() + "  " + step : step);
        item.setOnAction(event -> source.freeze(checkpoint));
        return item;
    }

    private SegmentedButton weights() {
        SegmentedButton weights = SegmentedButtons.of(
                "exploreWeights",
                Messages.text("explore.weights"),
                List.of(true, false),
                averaged -> Messages.text(averaged ? "explore.weights.averaged" : "explore.weights.raw"));
        SegmentedButtons.bind(weights, source.averagedProperty(), source.averagedProperty()::set);
        for (ToggleButton button : weights.getButtons()) {
            HelpTooltips.about(button, Boolean.TRUE.equals(button.getUserData()) ? "explore.averaged" : "explore.raw");
        }
        weights.visibleProperty()
                .bind(source.specProperty()
                        .map(spec -> spec.training().averagesWeights())
                        .orElse(false));
        weights.managedProperty().bind(weights.visibleProperty());
        return weights;
    }
}
