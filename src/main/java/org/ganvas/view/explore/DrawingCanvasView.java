package org.ganvas.view.explore;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.ganvas.data.ImageShape;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.drop.DropTarget;
import org.ganvas.view.drop.FileOffers;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.view.paint.SampleGridView;
import org.ganvas.viewmodel.explore.DrawingBoardViewModel;
import org.ganvas.viewmodel.explore.DrawingCanvas;
import org.jspecify.annotations.Nullable;

/** The drawing board's canvas; holes have the gradient colour, because the inversion fills them. FX thread. */
public final class DrawingCanvasView extends StackPane {

    /** #CC79A7 in [-1, 1]. */
    private static final float[] HOLE = {0.6f, -0.051f, 0.31f};

    private final DrawingBoardViewModel model;
    private final SimpleObjectProperty<@Nullable SampleGrid> shown = new SimpleObjectProperty<>();
    private final FittedGridView board = new FittedGridView(shown);

    public DrawingCanvasView(DrawingBoardViewModel model) {
        this.model = model;
        setId("drawingCanvasPane");
        getStyleClass().add("drawing-canvas");
        getChildren().add(board);
        SampleGridView view = board.view();
        view.setId("drawingCanvas");
        view.keepPixels();
        view.setCursor(Cursor.CROSSHAIR);
        HelpTooltips.about(view, "explore.drawing");
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> draw(event, true));
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> draw(event, false));
        ViewBindings.listen(model.canvasProperty(), (property, old, now) -> show(now));
        show(model.canvasProperty().get());
    }

    /** Opens an image file that is dropped on a node on the board. */
    static void acceptImages(Node node, DrawingBoardViewModel board) {
        DropTarget.ofFiles(node, dropped -> FileOffers.image(dropped, "drop.board", board::openFile));
    }

    private void show(@Nullable DrawingCanvas canvas) {
        shown.set(canvas == null ? null : coloured(canvas));
    }

    private static SampleGrid coloured(DrawingCanvas canvas) {
        ImageShape grey = canvas.shape();
        int pixelCount = grey.width() * grey.height();
        float[] pixels = new float[3 * pixelCount];
        for (int i = 0; i < pixels.length; i++) {
            int channel = i / pixelCount;
            pixels[i] = canvas.holes()[i % pixelCount]
                    ? HOLE[channel]
                    : canvas.pixels()[(grey.channels() == 1 ? 0 : channel * pixelCount) + i % pixelCount];
        }
        return new SampleGrid(new ImageShape(3, grey.height(), grey.width()), 1, 1, pixels, new int[0], 0);
    }

    private void draw(MouseEvent event, boolean begins) {
        SampleGrid image = shown.get();
        if (image == null || !event.isPrimaryButtonDown()) {
            return;
        }
        double x = event.getX() / board.view().getWidth() * image.shape().width();
        double y = event.getY() / board.view().getHeight() * image.shape().height();
        if (begins) {
            model.beginStroke(x, y);
        } else {
            model.continueStroke(x, y);
        }
        event.consume();
    }
}
