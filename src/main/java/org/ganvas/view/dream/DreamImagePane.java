package org.ganvas.view.dream;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.ganvas.session.dream.DreamStep;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.drop.DropTarget;
import org.ganvas.view.drop.FileOffers;
import org.ganvas.view.explore.ExploreButtons;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.view.paint.ImageMenu;
import org.ganvas.viewmodel.dream.DreamGoal;
import org.ganvas.viewmodel.dream.DreamImages;
import org.ganvas.viewmodel.dream.DreamImages.Role;
import org.ganvas.viewmodel.dream.DreamViewModel;
import org.ganvas.viewmodel.explore.SampleImageFiles;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The live result, the image or images that it is made of, and the work's start, stop and film. FX thread. */
final class DreamImagePane extends VBox {

    /** Opacity of the image that is still to be changed. */
    private static final double PALE = 0.35;

    private static final double THUMB = 92;
    private static final double LEAST_RESULT = 80;

    private final DreamViewModel model;
    private final SampleImageFiles files;

    /**
     * @param progress of the features that the work waits for
     */
    DreamImagePane(DreamViewModel model, SampleImageFiles files, Node progress) {
        super(8);
        this.model = model;
        this.files = files;
        setId("dreamImagePane");
        getStyleClass().add("ganvas-card");
        VBox result = result();
        VBox.setVgrow(result, Priority.ALWAYS);
        HBox style = source(Role.STYLE, "dream.style");
        ExploreButtons.showWhen(
                style, ViewBindings.map(model.settingsProperty(), settings -> settings.goal() == DreamGoal.STYLE));
        HBox sources = new HBox(16, source(Role.CONTENT, "dream.content"), style);
        getChildren().addAll(result, progress, run(), outcome(), sources);
    }

    /** The result; before there is one the image that will be changed, pale. */
    private VBox result() {
        SimpleObjectProperty<@Nullable SampleGrid> shown = new SimpleObjectProperty<>();
        FittedGridView image = new FittedGridView(shown);
        Runnable update = () -> {
            SampleGrid result = model.work().imageProperty().get();
            boolean noise = model.settingsProperty().get().course().noise();
            SampleGrid source =
                    noise ? null : model.images().imageProperty(Role.CONTENT).get();
            shown.set(result == null ? source : result);
            image.view().setOpacity(result == null ? PALE : 1);
        };
        ViewBindings.listen(model.work().imageProperty(), (property, old, now) -> update.run());
        ViewBindings.listen(model.settingsProperty(), (property, old, now) -> update.run());
        ViewBindings.listen(model.images().imageProperty(Role.CONTENT), (property, old, now) -> update.run());
        update.run();
        image.view().setId("dreamResult");
        HelpTooltips.about(image.view(), "dream.result");
        image.setMinSize(LEAST_RESULT, LEAST_RESULT);
        ImageMenu.install(image.view(), model.work().imageProperty()::get, files);
        Label empty = CardFactory.caption("");
        empty.setId("dreamEmpty");
        empty.setWrapText(true);
        empty.setTextAlignment(TextAlignment.CENTER);
        // Where the work cannot start, what is missing, instead of the advice to start it.
        empty.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text(
                                model.readyProperty().get()
                                                || model.work().busyProperty().get()
                                        ? "dream.result.empty"
                                        : model.obstacleProperty().get()),
                        model.readyProperty(),
                        model.work().busyProperty(),
                        model.obstacleProperty()));
        ExploreButtons.showWhen(empty, model.work().imageProperty().isNull());
        empty.setMaxWidth(Double.MAX_VALUE);
        empty.setAlignment(Pos.CENTER);
        VBox result = new VBox(8, image, empty);
        VBox.setVgrow(image, Priority.ALWAYS);
        result.setAlignment(Pos.CENTER);
        return result;
    }

    private HBox source(Role role, String key) {
        String id = role.name().toLowerCase(Locale.ROOT);
        DreamImages images = model.images();
        SimpleObjectProperty<@Nullable SampleGrid> shown = new SimpleObjectProperty<>();
        ViewBindings.listen(images.imageProperty(role), (property, old, now) -> shown.set(now));
        shown.set(images.imageProperty(role).get());
        FittedGridView image = new FittedGridView(shown);
        image.view().setId("dream-" + id);
        HelpTooltips.about(image.view(), key);
        TextScaling.scaleMinWidth(image, THUMB);
        TextScaling.scalePrefWidth(image, THUMB);
        image.setMinHeight(THUMB);
        image.setPrefHeight(THUMB);
        image.getStyleClass().add("latent-slot");
        ImageMenu.install(image.view(), shown::get, files);
        // In one row where the pane is wide, so that large text does not push them out of a low window.
        FlowPane buttons = new FlowPane(
                2,
                2,
                ExploreButtons.icon(id + "File", Feather.FOLDER, "dream.image.file", () -> images.openFile(role)),
                ExploreButtons.icon(id + "Sample", Feather.CPU, "dream.image.sample", () -> images.takeSample(role)),
                ExploreButtons.icon(id + "Real", Feather.DATABASE, "dream.image.real", () -> images.takeReal(role)),
                ExploreButtons.icon(id + "Board", Feather.EDIT_2, "dream.image.board", () -> images.takeDrawing(role)),
                ExploreButtons.icon(
                        id + "Pattern", Feather.GRID, "dream.image.pattern", () -> images.takePattern(role)));
        VBox side = new VBox(2, CardFactory.caption(Messages.text(key + ".title")), buttons);
        HBox.setHgrow(side, Priority.ALWAYS);
        HBox row = new HBox(8, image, side);
        HBox.setHgrow(row, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        DropTarget.ofFiles(
                row, dropped -> FileOffers.image(dropped, "drop.dream." + id, file -> images.openFile(role, file)));
        return row;
    }

    private HBox run() {
        Button start = new Button(Messages.text("dream.start.title"), IconFactory.of(Feather.PLAY));
        start.setId("dreamStart");
        start.getStyleClass().add("accent");
        start.setOnAction(event -> model.start());
        start.disableProperty().bind(model.readyProperty().not());
        DisabledReasons.set(HelpTooltips.about(start, "dream.start"), model.obstacleProperty());
        Button cancel = new Button(Messages.text("dream.cancel.title"), IconFactory.of(Feather.SQUARE));
        cancel.setId("dreamCancel");
        cancel.setOnAction(event -> model.work().cancel());
        HelpTooltips.about(cancel, "dream.cancel");
        ProgressBar progress = new ProgressBar();
        progress.setId("dreamProgress");
        progress.setAccessibleText(Messages.text("dream.working"));
        progress.progressProperty().bind(model.work().progressProperty());
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setMinWidth(0);
        HBox.setHgrow(progress, Priority.ALWAYS);
        ExploreButtons.showWhen(start, model.work().busyProperty().not());
        ExploreButtons.showWhen(cancel, model.work().busyProperty());
        progress.visibleProperty().bind(model.work().busyProperty());
        Button again =
                ExploreButtons.icon("dreamAgain", Feather.CORNER_DOWN_LEFT, "dream.again", model::continueWithResult);
        DisabledReasons.set(again, "dream.again");
        again.disableProperty()
                .bind(model.work().imageProperty().isNull().or(model.work().busyProperty()));
        start.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        FittingRow row = new FittingRow(8, start, cancel, progress, again, save(), film());
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private MenuButton save() {
        MenuButton menu = new MenuButton("", IconFactory.of(Feather.DOWNLOAD), new MenuItem());
        menu.setId("dreamSave");
        menu.setAccessibleText(Messages.text("dream.save.title"));
        DisabledReasons.set(HelpTooltips.about(menu, "dream.save"), "dream.save");
        menu.disableProperty().bind(model.work().imageProperty().isNull());
        menu.setOnShowing(event -> {
            SampleGrid result = model.work().imageProperty().get();
            if (result != null) {
                menu.getItems().setAll(ImageMenu.items(result, files));
            }
        });
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private HBox film() {
        MenuButton menu = new MenuButton(Messages.text("dream.film.title"), IconFactory.of(Feather.FILM));
        menu.setId("dreamFilm");
        DisabledReasons.set(HelpTooltips.about(menu, "dream.film"), "dream.film");
        menu.getItems()
                .addAll(
                        item("dreamFilmGif", "dream.film.gif", model::exportGif),
                        item("dreamFilmApng", "dream.film.apng", model::exportApng),
                        item("dreamFilmMp4", "dream.film.mp4", model::exportMp4));
        menu.disableProperty().bind(model.work().filmProperty().isNull());
        menu.setMinWidth(USE_PREF_SIZE);
        ProgressBar written = new ProgressBar();
        written.setAccessibleText(Messages.text("dream.film.title"));
        written.setPrefWidth(60);
        written.progressProperty().bind(model.filmExport().progressProperty());
        Button stop =
                ExploreButtons.icon("dreamFilmCancel", Feather.X, "dream.film.cancel", model.filmExport()::cancel);
        ExploreButtons.showWhen(menu, model.filmExport().busyProperty().not());
        ExploreButtons.showWhen(written, model.filmExport().busyProperty());
        ExploreButtons.showWhen(stop, model.filmExport().busyProperty());
        HBox row = new HBox(4, menu, written, stop);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static MenuItem item(String id, String key, Runnable work) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setId(id);
        item.setOnAction(event -> work.run());
        return item;
    }

    /** Step, and the figures of the first and the last one. */
    private Label outcome() {
        Label figures = CardFactory.styled(new Label(), "caption", "figure");
        figures.setId("dreamFigures");
        figures.setWrapText(true);
        figures.setMinHeight(USE_PREF_SIZE);
        Runnable show = () -> figures.setText(text());
        ViewBindings.listen(model.work().lastStepProperty(), (property, old, now) -> show.run());
        show.run();
        return figures;
    }

    private String text() {
        DreamStep first = model.work().firstStepProperty().get();
        DreamStep last = model.work().lastStepProperty().get();
        if (first == null || last == null) {
            return "";
        }
        String step =
                Messages.text("dream.step", NumberFormats.count(last.number()), NumberFormats.count(last.total()));
        String change = last.style() > 0 || last.content() > 0
                ? Messages.text(
                        "dream.losses",
                        NumberFormats.amount(first.content()),
                        NumberFormats.amount(last.content()),
                        NumberFormats.amount(first.style()),
                        NumberFormats.amount(last.style()))
                : Messages.text(
                        "dream.energy",
                        NumberFormats.amount(first.objective()),
                        NumberFormats.amount(last.objective()));
        return step + "  ·  " + change;
    }
}
