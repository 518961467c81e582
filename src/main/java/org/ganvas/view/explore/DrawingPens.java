package org.ganvas.view.explore;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.DrawingBoardViewModel;
import org.ganvas.viewmodel.explore.DrawingCanvas;
import org.ganvas.viewmodel.text.Messages;

/**
 * The controls of a drawing board's pen, which follow the board. FX thread.
 *
 * @param kinds a button for each kind of pen
 * @param colour of the ink
 * @param width of the stroke
 */
public record DrawingPens(SegmentedButton kinds, ColorPicker colour, Slider width) {

    private static final double COLOUR_WIDTH = 54;
    private static final double STROKE_WIDTH = 90;

    /**
     * @param id of the buttons; the others have it with {@code Colour} and {@code Width} added
     * @param help key of what the buttons do
     */
    public static DrawingPens of(String id, String help, DrawingBoardViewModel board) {
        SegmentedButton kinds = SegmentedButtons.of(
                id,
                Messages.text("explore.pen"),
                List.of(DrawingCanvas.Pen.values()),
                pen -> Messages.text("explore.pen." + pen.name().toLowerCase(Locale.ROOT)));
        SegmentedButtons.bind(kinds, board.penProperty(), board.penProperty()::set);
        kinds.getButtons().forEach(button -> HelpTooltips.about(button, help));
        ColorPicker colour = new ColorPicker();
        colour.setStyle("-fx-color-label-visible: false;");
        colour.setId(id + "Colour");
        colour.getStyleClass().add("button");
        colour.setPrefWidth(COLOUR_WIDTH);
        colour.setOnAction(event -> board.colourProperty().set(levels(colour.getValue())));
        ViewBindings.listen(board.colourProperty(), (property, old, now) -> colour.setValue(colour(now)));
        colour.setValue(colour(board.colourProperty().get()));
        HelpTooltips.about(colour, "explore.ink");
        Slider width =
                ExploreButtons.slider(id + "Width", 1, 12, 2.5, "explore.pen.width", board.penWidthProperty()::set);
        ExploreButtons.bind(width, board.penWidthProperty(), board.penWidthProperty()::set);
        return new DrawingPens(kinds, colour, width);
    }

    /** All of them in a row, which breaks where there is no room. */
    public FlowPane row() {
        kinds.setMinWidth(Region.USE_PREF_SIZE);
        width.setPrefWidth(STROKE_WIDTH);
        FlowPane row = new FlowPane(6, 4, kinds, colour, width);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static float[] levels(Color colour) {
        return new float[] {
            (float) (2 * colour.getRed() - 1), (float) (2 * colour.getGreen() - 1), (float) (2 * colour.getBlue() - 1)
        };
    }

    private static Color colour(float[] levels) {
        return Color.color((levels[0] + 1) / 2, (levels[1] + 1) / 2, (levels[2] + 1) / 2);
    }
}
