package org.ganvas.view.explore;

import java.io.File;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.ganvas.data.ImageShape;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.view.paint.GridView;
import org.ganvas.viewmodel.explore.DrawingBoardViewModel;
import org.ganvas.viewmodel.explore.DrawingCanvas;
import org.jspecify.annotations.Nullable;

/** The drawing board; holes have the gradient's colour, because a search will fill them. FX thread. */
final class DrawingCanvasView extends StackPane {

    /** #CC79A7 in [-1, 1]. */
    private static final float[] HOLE = {0.6f, -0.051f, 0.31f};

    private final DrawingBoardViewModel model;
    private final SimpleObjectProperty<@Nullable SampleGrid> shown = new SimpleObjectProperty<>();
    private final FittedGridView board = new FittedGridView(shown);

    DrawingCanvasView(DrawingBoardViewModel model) {
        this.model = model;
        setId("sheetView");
        getStyleClass().add("sheet");
        getChildren().add(board);
        GridView view = board.view();
        view.setId("sheet");
        view.setCursor(Cursor.CROSSHAIR);
        HelpTooltips.about(view, "explore.drawing");
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> draw(event, true));
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> draw(event, false));
        setOnDragOver(this::over);
        setOnDragDropped(this::dropped);
        ViewBindings.listen(model.sheetProperty(), (property, old, now) -> show(now));
        show(model.sheetProperty().get());
    }

    private void show(@Nullable DrawingCanvas sheet) {
        shown.set(sheet == null ? null : coloured(sheet));
    }

    private static SampleGrid coloured(DrawingCanvas sheet) {
        ImageShape grey = sheet.shape();
        int plane = grey.width() * grey.height();
        float[] pixels = new float[3 * plane];
        for (int i = 0; i < pixels.length; i++) {
            int channel = i / plane;
            pixels[i] = sheet.holes()[i % plane]
                    ? HOLE[channel]
                    : sheet.pixels()[(grey.channels() == 1 ? 0 : channel * plane) + i % plane];
        }
        return new SampleGrid(new ImageShape(3, grey.height(), grey.width()), 1, 1, pixels, new int[0], 0);
    }

    private void draw(MouseEvent event, boolean down) {
        SampleGrid picture = shown.get();
        if (picture == null || !event.isPrimaryButtonDown()) {
            return;
        }
        double x = event.getX() / board.view().getWidth() * picture.shape().width();
        double y = event.getY() / board.view().getHeight() * picture.shape().height();
        if (down) {
            model.press(x, y);
        } else {
            model.drag(x, y);
        }
        event.consume();
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        files.stream().findFirst().ifPresent(file -> model.openFile(file.toPath()));
    }
}
