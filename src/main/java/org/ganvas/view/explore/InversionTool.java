package org.ganvas.view.explore;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.view.paint.ImageMenu;
import org.ganvas.viewmodel.explore.DrawingBoardViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.InversionViewModel;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.SamplesViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** GAN inversion: the drawing board, the pens, real images to copy, and the search for a latent. FX thread. */
final class InversionTool extends VBox {

    private static final double REAL = 58;
    private static final int MAX_REAL = 14;

    private final ExploreViewModel model;
    private final DrawingBoardViewModel drawingBoard;
    private final InversionViewModel inversion;
    private final LatentSlidersViewModel sliders;

    InversionTool(
            ExploreViewModel model,
            DrawingBoardViewModel drawingBoard,
            InversionViewModel inversion,
            LatentSlidersViewModel sliders,
            SamplesViewModel samples) {
        super(8);
        this.model = model;
        this.drawingBoard = drawingBoard;
        this.inversion = inversion;
        this.sliders = sliders;
        setId("inversionTool");
        // Else the images, which grow with the pane, would keep it from becoming narrow again.
        setMinWidth(2 * SquarePair.MIN_SIDE + SquarePair.GAP);
        Region boards = boards();
        VBox.setVgrow(boards, Priority.ALWAYS);
        FlowPane pens = DrawingPens.of("pen", "explore.pens", drawingBoard).row();
        pens.getChildren().add(sources());
        Label help = CardFactory.styled(new Label(Messages.text("explore.find.help")), "prose", "tool-help");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(help, boards, pens, real(samples), run(), outcome());
        DrawingCanvasView.acceptImages(this, drawingBoard);
        disableProperty().bind(drawingBoard.canvasProperty().isNull());
        DisabledReasons.set(this, drawingBoard.obstacleProperty());
    }

    private Region boards() {
        DrawingCanvasView board = new DrawingCanvasView(drawingBoard);
        FittedGridView found = new FittedGridView(inversion.imageProperty());
        found.view().setId("inversionImage");
        found.setAccessibleText(Messages.text("explore.found"));
        board.getStyleClass().add("latent-slot");
        found.getStyleClass().add("latent-slot");
        ImageMenu.install(found.view(), inversion.imageProperty()::get, model.imageFiles());
        return new SquarePair(
                CardFactory.caption(Messages.text("explore.board")),
                board,
                CardFactory.caption(Messages.text("explore.found")),
                found);
    }

    private HBox sources() {
        HBox row = new HBox(
                2,
                ExploreButtons.icon("canvasClear", Feather.FILE, "explore.drawing.clear", drawingBoard::clear),
                ExploreButtons.icon(
                        "canvasCloseHoles", Feather.CHECK_SQUARE, "explore.drawing.unmask", drawingBoard::closeHoles),
                ExploreButtons.icon("canvasFile", Feather.FOLDER, "explore.drawing.file", drawingBoard::openFile),
                ExploreButtons.icon(
                        "canvasFromLatent", Feather.DOWNLOAD, "explore.drawing.current", model::copyToDrawingBoard));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private VBox real(SamplesViewModel samples) {
        SimpleObjectProperty<@Nullable SampleGrid> some = new SimpleObjectProperty<>();
        ViewBindings.listen(samples.realProperty(), (property, old, now) -> some.set(first(now)));
        some.set(first(samples.realProperty().get()));
        FittedGridView grid = new FittedGridView(some).alignedLeft();
        grid.view().setId("inversionReal");
        grid.view().setAccessibleText(Messages.text("explore.real"));
        grid.setMinHeight(REAL);
        grid.setPrefHeight(REAL);
        GridInteraction.install(grid.view(), model.imageActions(some::get, index -> null));
        VBox own = new VBox(2, CardFactory.caption(Messages.text("explore.real")), grid);
        ExploreButtons.showWhen(own, model.models().source().foreignProperty().not());
        Label none = CardFactory.caption(Messages.text("explore.real.foreign"));
        none.setId("inversionForeign");
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        ExploreButtons.showWhen(none, model.models().source().foreignProperty());
        return new VBox(own, none);
    }

    private static @Nullable SampleGrid first(@Nullable SampleGrid all) {
        if (all == null) {
            return null;
        }
        int count = Math.min(all.count(), MAX_REAL) / 2 * 2;
        if (count == 0) {
            return null;
        }
        return all.slice(0, 2, count / 2);
    }

    private VBox run() {
        Button start =
                ExploreButtons.text("searchStart", Messages.text("explore.search.start"), inversion::search, "accent");
        HelpTooltips.about(start, "explore.search");
        Button cancel = ExploreButtons.text("searchCancel", Messages.text("explore.cancel"), inversion::cancel);
        ProgressBar progress = new ProgressBar();
        progress.setId("searchProgress");
        progress.setAccessibleText(Messages.text("explore.search.title"));
        progress.progressProperty().bind(inversion.progressProperty());
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        ExploreButtons.showWhen(start, inversion.busyProperty().not());
        ExploreButtons.showWhen(cancel, inversion.busyProperty());
        ExploreButtons.showWhen(progress, inversion.busyProperty());
        CheckBox anyClass = new CheckBox(Messages.text("explore.anyClass.label"));
        anyClass.setId("anyClass");
        anyClass.selectedProperty().bindBidirectional(inversion.anyClassProperty());
        HelpTooltips.about(anyClass, "explore.anyClass");
        ExploreButtons.showWhen(
                anyClass,
                sliders.classesProperty().map(classes -> !classes.isEmpty()).orElse(false));
        // In a narrow pane, only the progress bar shrinks.
        progress.setMinWidth(0);
        List.of(start, cancel, anyClass).forEach(control -> control.setMinWidth(USE_PREF_SIZE));
        HBox row = new HBox(8, start, progress, cancel, anyClass);
        row.setAlignment(Pos.CENTER_LEFT);
        Label waiting = CardFactory.caption("");
        waiting.setId("searchWaiting");
        waiting.setWrapText(true);
        waiting.textProperty().bind(inversion.waitingProperty());
        ExploreButtons.showWhen(waiting, inversion.waitingProperty().isNotEmpty());
        return new VBox(4, row, waiting);
    }

    private HBox outcome() {
        Label error = CardFactory.styled(new Label(), "figure");
        error.setId("searchError");
        error.setWrapText(true);
        error.setMinHeight(USE_PREF_SIZE);
        error.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> outcome(
                                inversion.errorProperty().get(),
                                inversion.busyProperty().get()),
                        inversion.errorProperty(),
                        inversion.busyProperty()));
        HelpTooltips.about(error, "explore.error");
        Button take = ExploreButtons.text("searchExplore", Messages.text("explore.search.use"), inversion::openResult);
        take.disableProperty().bind(inversion.imageProperty().isNull());
        DisabledReasons.set(take, "explore.search.use");
        take.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, error, CardFactory.space(), take);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** The error of the best latent so far, or that there is none yet. */
    static String outcome(double error, boolean busy) {
        if (Double.isNaN(error)) {
            return Messages.text(busy ? "explore.search.searching" : "explore.search.none");
        }
        return Messages.text("explore.search.error", NumberFormats.error(error));
    }
}
