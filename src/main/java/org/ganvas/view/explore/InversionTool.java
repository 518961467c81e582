package org.ganvas.view.explore;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.viewmodel.explore.DrawingBoardViewModel;
import org.ganvas.viewmodel.explore.DrawingCanvas;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.InversionViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.SamplesViewModel;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Find this picture: the board, the pens, real pictures to take, and the search. FX thread. */
final class InversionTool extends VBox {

    private static final double BOARD = 108;
    private static final double MOST = 232;
    private static final double GAP = 12;
    private static final double REAL = 58;
    private static final int REAL_COUNT = 14;

    private final ExploreViewModel model;
    private final DrawingBoardViewModel sheet;
    private final InversionViewModel search;

    InversionTool(ExploreViewModel model, SamplesViewModel pictures, NavigationViewModel rooms) {
        super(8);
        this.model = model;
        sheet = model.parts().sheet();
        search = model.parts().inversion();
        setId("findTool");
        // Else what has grown with the pane would keep it from becoming narrow again.
        setMinWidth(2 * BOARD + GAP);
        getChildren().addAll(boards(), pens(), sources(), real(pictures, rooms), run(), outcome());
        disableProperty().bind(sheet.sheetProperty().isNull());
    }

    private HBox boards() {
        DrawingCanvasView board = new DrawingCanvasView(sheet);
        FittedGridView found = new FittedGridView(search.pictureProperty());
        found.view().setId("foundPicture");
        found.setAccessibleText(Messages.text("explore.found"));
        VBox left = titled("explore.board", board);
        VBox right = titled("explore.found", found);
        HBox row = new HBox(GAP, left, right);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private VBox titled(String key, Region picture) {
        // Two side by side, as large as the pane allows.
        picture.prefWidthProperty()
                .bind(widthProperty().map(width -> Math.max(BOARD, Math.min(MOST, (width.doubleValue() - GAP) / 2))));
        picture.prefHeightProperty().bind(picture.prefWidthProperty());
        picture.minWidthProperty().bind(picture.prefWidthProperty());
        picture.maxWidthProperty().bind(picture.prefWidthProperty());
        picture.minHeightProperty().bind(picture.prefWidthProperty());
        picture.maxHeightProperty().bind(picture.prefWidthProperty());
        picture.getStyleClass().add("well");
        return new VBox(2, CardFactory.caption(Messages.text(key)), picture);
    }

    private HBox pens() {
        SegmentedButton pens = SegmentedButtons.of(
                "pen",
                Messages.text("explore.pen"),
                List.of(DrawingCanvas.Pen.values()),
                pen -> Messages.text("explore.pen." + pen.name().toLowerCase(Locale.ROOT)));
        SegmentedButtons.bind(pens, sheet.penProperty(), sheet.penProperty()::set);
        pens.getButtons().forEach(button -> HelpTooltips.about(button, "explore.pens"));
        ColorPicker ink = new ColorPicker(Color.WHITE);
        ink.setId("ink");
        ink.getStyleClass().add("button");
        ink.setPrefWidth(54);
        ink.setOnAction(event -> sheet.inkProperty().set(numbers(ink.getValue())));
        HelpTooltips.about(ink, "explore.ink");
        Slider width = ExploreButtons.slider("penWidth", 1, 12, 2.5, "explore.pen.width", sheet.widthProperty()::set);
        ExploreButtons.bind(width, sheet.widthProperty(), sheet.widthProperty()::set);
        width.setMinWidth(36);
        HBox.setHgrow(width, Priority.ALWAYS);
        pens.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(6, pens, ink, width);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static float[] numbers(Color colour) {
        return new float[] {
            (float) (2 * colour.getRed() - 1), (float) (2 * colour.getGreen() - 1), (float) (2 * colour.getBlue() - 1)
        };
    }

    private HBox sources() {
        HBox row = new HBox(
                2,
                ExploreButtons.icon("sheetClear", Feather.FILE, "explore.drawing.clear", sheet::clear),
                ExploreButtons.icon("sheetMend", Feather.CHECK_SQUARE, "explore.drawing.unmask", sheet::mend),
                ExploreButtons.icon("sheetFile", Feather.FOLDER, "explore.drawing.file", sheet::openFile),
                ExploreButtons.icon("sheetHand", Feather.DOWNLOAD, "explore.drawing.current", this::takeHand));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Takes over the picture in the hand, to cut holes into it. */
    private void takeHand() {
        SampleGrid patch = model.pictureProperty().get();
        if (patch != null) {
            sheet.take(patch, patch.count() / 2);
        }
    }

    private VBox real(SamplesViewModel pictures, NavigationViewModel rooms) {
        SimpleObjectProperty<@Nullable SampleGrid> some = new SimpleObjectProperty<>();
        ViewBindings.listen(pictures.realProperty(), (property, old, now) -> some.set(first(now)));
        some.set(first(pictures.realProperty().get()));
        FittedGridView grid = new FittedGridView(some);
        grid.view().setId("findReal");
        grid.view().setAccessibleText(Messages.text("explore.real"));
        grid.setMinHeight(REAL);
        grid.setPrefHeight(REAL);
        GridInteraction.install(grid.view(), new ImageActions(model, rooms, some::get, index -> null, true));
        return new VBox(2, CardFactory.caption(Messages.text("explore.real")), grid);
    }

    private static @Nullable SampleGrid first(@Nullable SampleGrid all) {
        if (all == null) {
            return null;
        }
        int count = Math.min(all.count(), REAL_COUNT) / 2 * 2;
        if (count == 0) {
            return null;
        }
        float[] pixels = new float[count * all.shape().size()];
        System.arraycopy(all.pixels(), 0, pixels, 0, pixels.length);
        return new SampleGrid(all.shape(), 2, count / 2, pixels, new int[0], 0);
    }

    private HBox run() {
        Button start =
                ExploreButtons.words("searchStart", Messages.text("explore.search.start"), search::search, "accent");
        HelpTooltips.about(start, "explore.search");
        Button cancel = ExploreButtons.words("searchCancel", Messages.text("explore.cancel"), search::cancel);
        ProgressBar progress = new ProgressBar();
        progress.setId("searchProgress");
        progress.setAccessibleText(Messages.text("explore.search.title"));
        progress.progressProperty().bind(search.progressProperty());
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        LatentSlidersPane.show(start, search.busyProperty().not());
        LatentSlidersPane.show(cancel, search.busyProperty());
        LatentSlidersPane.show(progress, search.busyProperty());
        CheckBox anyClass = new CheckBox(Messages.text("explore.anyClass.label"));
        anyClass.setId("anyClass");
        anyClass.selectedProperty().bindBidirectional(search.anyClassProperty());
        HelpTooltips.about(anyClass, "explore.anyClass");
        LatentSlidersPane.show(
                anyClass,
                model.parts()
                        .sliders()
                        .classesProperty()
                        .map(classes -> !classes.isEmpty())
                        .orElse(false));
        // Where it is narrow, only the progress gives way.
        progress.setMinWidth(0);
        List.of(start, cancel, anyClass).forEach(control -> control.setMinWidth(USE_PREF_SIZE));
        HBox row = new HBox(8, start, progress, cancel, anyClass);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox outcome() {
        Label error = CardFactory.styled(new Label(), "figure");
        error.setId("searchError");
        error.textProperty()
                .bind(search.errorProperty()
                        .map(value -> Double.isNaN(value.doubleValue())
                                ? Messages.text("explore.search.none")
                                : Messages.text("explore.search.error", NumberFormats.error(value.doubleValue()))));
        HelpTooltips.about(error, "explore.error");
        Button take = ExploreButtons.words("searchExplore", Messages.text("explore.search.use"), search::explore);
        take.disableProperty().bind(search.pictureProperty().isNull());
        HBox row = new HBox(8, error, CardFactory.space(), take);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
