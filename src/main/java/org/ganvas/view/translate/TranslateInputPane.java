package org.ganvas.view.translate;

import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.drop.DropTarget;
import org.ganvas.view.drop.FileOffers;
import org.ganvas.view.explore.DrawingCanvasView;
import org.ganvas.view.explore.DrawingPens;
import org.ganvas.view.explore.ExploreButtons;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.TranslateKeys;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.viewmodel.explore.DrawingBoardViewModel;
import org.ganvas.viewmodel.explore.DrawingCanvas;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.translate.TranslateViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The drawing board with its pens, and where its image may come from. FX thread. */
final class TranslateInputPane extends VBox {

    private static final double CHOICES = 76;
    private static final double CHOICES_SHARE = 0.1;

    private final TranslateViewModel model;
    private final DrawingBoardViewModel board;
    private int chosen;

    TranslateInputPane(TranslateViewModel model) {
        super(8);
        this.model = model;
        board = model.board();
        getStyleClass().add("ganvas-card");
        setId("translateInput");
        DrawingCanvasView canvas = new DrawingCanvasView(board);
        canvas.getStyleClass().add("latent-slot");
        acceptDrops(this, model);
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren()
                .addAll(
                        title(),
                        canvas,
                        pens(),
                        sources(),
                        choices(),
                        new TranslateFavouritesStrip(model.favourites()));
        disableProperty().bind(model.reasonProperty().isNotEmpty());
        DisabledReasons.set(this, "translate.input");
    }

    /** Name of the image on the board: where the preset changes it, it is not the input. */
    private Label title() {
        Label title = CardFactory.styled(new Label(), "card-title");
        title.setId("translateBoardTitle");
        title.textProperty()
                .bind(ViewBindings.map(
                        model.changesProperty(),
                        changes -> Messages.text(changes ? "translate.original" : "translate.input")));
        return HelpTooltips.about(title, "translate.original");
    }

    /** An image dropped on a node goes to the board, and a folder is translated. */
    static void acceptDrops(Node node, TranslateViewModel model) {
        DropTarget.ofFiles(
                node,
                dropped -> FileOffers.imageOrFolder(dropped, "drop.translate", "drop.translate.folder", model::drop));
    }

    private FlowPane pens() {
        DrawingPens pens = DrawingPens.of("translatePen", "translate.pens", board);
        List<ToggleButton> kinds = pens.kinds().getButtons();
        for (DrawingCanvas.Pen pen : DrawingCanvas.Pen.values()) {
            if (!pen.masks()) {
                continue;
            }
            ToggleButton masking = kinds.get(pen.ordinal());
            masking.disableProperty().bind(model.masksProperty().not());
            DisabledReasons.set(masking, "translate.pens");
        }
        ViewBindings.listen(model.masksProperty(), (property, old, now) -> {
            if (!now && board.penProperty().get().masks()) {
                board.penProperty().set(DrawingCanvas.Pen.DRAW);
            }
        });
        return pens.row();
    }

    private FlowPane sources() {
        Button again = ExploreButtons.icon("translateAgain", Feather.SHUFFLE, "translate.again", model::redraw);
        again.disableProperty().bind(model.chanceProperty().not());
        DisabledReasons.set(again, "translate.again");
        Button holes = ExploreButtons.icon(
                "translateHoles", Feather.CHECK_SQUARE, "explore.drawing.unmask", board::closeHoles);
        holes.disableProperty().bind(model.masksProperty().not());
        DisabledReasons.set(holes, "translate.pens");
        FlowPane row = new FlowPane(
                2,
                2,
                ExploreButtons.icon("translateClear", Feather.FILE, "explore.drawing.clear", board::clear),
                ExploreButtons.icon("translateFile", Feather.FOLDER, "explore.drawing.file", board::openFile),
                ExploreButtons.icon(
                        "translatePaste", Feather.CLIPBOARD, "translate.paste", () -> ClipboardImage.paste(board)),
                holes,
                again,
                ExploreButtons.icon("translateKeep", Feather.STAR, "translate.keep", model.favourites()::keep));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Images of the data, chosen by click, or one after the other by Enter. */
    private VBox choices() {
        FittedGridView grid = new FittedGridView(model.choicesProperty()).alignedLeft();
        grid.view().setId("translateChoices");
        HelpTooltips.about(grid.view(), "translate.choices");
        // Tiny images in a large window are hard to tell apart.
        grid.minHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(CHOICES, CHOICES_SHARE * getHeight()), heightProperty()));
        grid.prefHeightProperty().bind(grid.minHeightProperty());
        grid.maxHeightProperty().bind(grid.minHeightProperty());
        grid.view().addEventHandler(MouseEvent.MOUSE_CLICKED, event -> choose(event, grid));
        grid.view().setFocusTraversable(true);
        grid.view()
                .addEventHandler(
                        KeyEvent.KEY_PRESSED,
                        TranslateKeys.CHOICES.handlerIf(Map.of(TranslateKeys.CHOOSE, event -> chooseNext())));
        return new VBox(2, CardFactory.caption(Messages.text("translate.choices")), grid);
    }

    private boolean chooseNext() {
        SampleGrid images = model.choicesProperty().get();
        if (images != null) {
            choose((chosen + 1) % images.count());
        }
        return images != null;
    }

    private void choose(int index) {
        chosen = index;
        model.choose(index);
    }

    private void choose(MouseEvent event, FittedGridView grid) {
        grid.view().requestFocus();
        @Nullable SampleGrid images = model.choicesProperty().get();
        if (images == null) {
            return;
        }
        int column = (int) (event.getX() / grid.view().getWidth() * images.columns());
        int row = (int) (event.getY() / grid.view().getHeight() * images.rows());
        choose(Math.min(images.rows() - 1, row) * images.columns() + Math.min(images.columns() - 1, column));
        event.consume();
    }
}
