package org.ganvas.view.translate;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.explore.DrawingCanvasView;
import org.ganvas.view.explore.ExploreButtons;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.ViewBindings;
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

    private final TranslateViewModel model;
    private final DrawingBoardViewModel board;

    TranslateInputPane(TranslateViewModel model) {
        super(8);
        this.model = model;
        board = model.board();
        getStyleClass().add("ganvas-card");
        setId("translateInput");
        DrawingCanvasView canvas = new DrawingCanvasView(board);
        canvas.getStyleClass().add("latent-slot");
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren()
                .addAll(
                        CardFactory.styled(new Label(Messages.text("translate.input")), "card-title"),
                        canvas,
                        pens(),
                        sources(),
                        choices());
        disableProperty().bind(model.reasonProperty().isNotEmpty());
    }

    private FlowPane pens() {
        SegmentedButton pens = SegmentedButtons.of(
                "translatePen",
                Messages.text("explore.pen"),
                List.of(DrawingCanvas.Pen.values()),
                pen -> Messages.text("explore.pen." + pen.name().toLowerCase(Locale.ROOT)));
        SegmentedButtons.bind(pens, board.penProperty(), board.penProperty()::set);
        for (ToggleButton button : pens.getButtons()) {
            HelpTooltips.about(button, "translate.pens");
            if (button != pens.getButtons().get(0)) {
                button.disableProperty().bind(model.masksProperty().not());
            }
        }
        ViewBindings.listen(model.masksProperty(), (property, old, now) -> {
            if (!now) {
                board.penProperty().set(DrawingCanvas.Pen.DRAW);
            }
        });
        ColorPicker colours = new ColorPicker(Color.WHITE);
        colours.setStyle("-fx-color-label-visible: false;");
        colours.setId("translateColour");
        colours.getStyleClass().add("button");
        colours.setPrefWidth(54);
        colours.setOnAction(event -> board.colourProperty().set(numbers(colours.getValue())));
        HelpTooltips.about(colours, "explore.ink");
        Slider width = ExploreButtons.slider(
                "translatePenWidth", 1, 12, 2.5, "explore.pen.width", board.penWidthProperty()::set);
        ExploreButtons.bind(width, board.penWidthProperty(), board.penWidthProperty()::set);
        width.setPrefWidth(90);
        FlowPane row = new FlowPane(6, 4, pens, colours, eraser(colours), width);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Draws in the colour of empty paper. */
    private Button eraser(ColorPicker colours) {
        return ExploreButtons.icon("translateEraser", Feather.DELETE, "translate.eraser", () -> {
            board.penProperty().set(DrawingCanvas.Pen.DRAW);
            colours.setValue(Color.BLACK);
            board.colourProperty().set(numbers(Color.BLACK));
        });
    }

    private static float[] numbers(Color colour) {
        return new float[] {
            (float) (2 * colour.getRed() - 1), (float) (2 * colour.getGreen() - 1), (float) (2 * colour.getBlue() - 1)
        };
    }

    private FlowPane sources() {
        Button again = ExploreButtons.icon("translateAgain", Feather.SHUFFLE, "translate.again", model::redraw);
        again.disableProperty().bind(model.chanceProperty().not());
        Button holes = ExploreButtons.icon(
                "translateHoles", Feather.CHECK_SQUARE, "explore.drawing.unmask", board::closeHoles);
        holes.disableProperty().bind(model.masksProperty().not());
        FlowPane row = new FlowPane(
                2,
                2,
                ExploreButtons.icon("translateClear", Feather.FILE, "explore.drawing.clear", board::clear),
                ExploreButtons.icon("translateFill", Feather.DROPLET, "translate.fill", board::fill),
                ExploreButtons.icon("translateFile", Feather.FOLDER, "explore.drawing.file", board::openFile),
                ExploreButtons.icon(
                        "translatePaste", Feather.CLIPBOARD, "translate.paste", () -> ClipboardImage.paste(board)),
                holes,
                again);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Images of the data, chosen by click or by the arrow keys and Enter. */
    private VBox choices() {
        FittedGridView grid = new FittedGridView(model.choicesProperty());
        grid.view().setId("translateChoices");
        HelpTooltips.about(grid.view(), "translate.choices");
        grid.setMinHeight(CHOICES);
        grid.setPrefHeight(CHOICES);
        grid.setMaxHeight(CHOICES);
        grid.view().addEventHandler(MouseEvent.MOUSE_CLICKED, event -> choose(event, grid));
        grid.view().setFocusTraversable(true);
        int[] next = {0};
        grid.view().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            SampleGrid images = model.choicesProperty().get();
            boolean chooses = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
            if (images != null && chooses) {
                model.choose(next[0] % images.count());
                next[0]++;
                event.consume();
            }
        });
        return new VBox(2, CardFactory.caption(Messages.text("translate.choices")), grid);
    }

    private void choose(MouseEvent event, FittedGridView grid) {
        @Nullable SampleGrid images = model.choicesProperty().get();
        if (images == null) {
            return;
        }
        int column = (int) (event.getX() / grid.view().getWidth() * images.columns());
        int row = (int) (event.getY() / grid.view().getHeight() * images.rows());
        model.choose(Math.min(images.rows() - 1, row) * images.columns() + Math.min(images.columns() - 1, column));
        event.consume();
    }
}
