package org.ganvas.view.explore;

import java.io.File;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.GeneratorSourceViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.kordamp.ikonli.feather.Feather;

/** Whose generator is explored. FX thread. */
final class GeneratorSourceBar extends HBox {

    private static final int MOST_MOMENTS = 40;

    private final GeneratorSourceViewModel source;
    private final MenuButton choice = new MenuButton();
    private final Menu moments = new Menu(Messages.text("explore.source.checkpoints"), IconFactory.of(Feather.CLOCK));

    GeneratorSourceBar(GeneratorSourceViewModel source) {
        super(8);
        this.source = source;
        setAlignment(Pos.CENTER_LEFT);
        setId("sourceBar");
        getStyleClass().add("source-bar");
        choice.setId("sourceChoice");
        choice.getStyleClass().add("small");
        choice.getItems()
                .setAll(
                        item("sourceLive", "explore.source.live", Feather.ACTIVITY, source::followLive),
                        item("sourceHold", "explore.source.freeze", Feather.PAUSE, source::hold),
                        moments,
                        new SeparatorMenuItem(),
                        item("sourceFile", "explore.source.file", Feather.FOLDER, source::openFile));
        HelpTooltips.about(choice, "explore.source");
        ViewBindings.listen(source.sourceProperty(), (property, old, now) -> name(now));
        name(source.sourceProperty().get());
        moments.setId("sourceMoments");
        ViewBindings.listen(source.momentsProperty(), (property, old, now) -> list(now));
        list(source.momentsProperty().get());
        setOnDragOver(this::over);
        setOnDragDropped(this::dropped);
        getChildren()
                .addAll(
                        CardFactory.caption(Messages.text("explore.source.label")),
                        choice,
                        CardFactory.space(),
                        weights());
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
        }
    }

    /** Dropped here, a file is explored; dropped elsewhere it becomes the run. */
    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        files.stream().findFirst().ifPresent(file -> source.openFile(file.toPath()));
    }

    private static MenuItem item(String id, String key, Feather icon, Runnable work) {
        MenuItem item = new MenuItem(Messages.text(key), IconFactory.of(icon));
        item.setId(id);
        item.setOnAction(event -> work.run());
        return item;
    }

    private void name(GeneratorSource now) {
        boolean frozen = now instanceof GeneratorSource.Frozen;
        choice.setText(now instanceof GeneratorSource.Frozen held ? held.name() : Messages.text("explore.source.live"));
        choice.setGraphic(IconFactory.of(frozen ? Feather.PAUSE : Feather.ACTIVITY));
    }

    private void list(List<Checkpoint> all) {
        List<MenuItem> items = all.stream()
                .filter(Checkpoint::complete)
                .skip(Math.max(0, all.stream().filter(Checkpoint::complete).count() - MOST_MOMENTS))
                .map(this::item)
                .toList();
        moments.getItems().setAll(items);
        moments.setDisable(items.isEmpty());
    }

    private MenuItem item(Checkpoint moment) {
        String step = Messages.text("explore.source.step", NumberFormats.count(moment.step()));
        MenuItem item = new MenuItem(moment.isMarked() ? moment.mark() + "  " + step : step);
        item.setOnAction(event -> source.hold(moment));
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
