package org.ganvas.view.board;

import javafx.scene.Cursor;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.ganvas.data.drawing.DrawingTool;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.scatter.PathPainter;
import org.ganvas.scatter.PlotLayer;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.ScatterView;
import org.ganvas.viewmodel.board.BoardContent;
import org.ganvas.viewmodel.board.PointBoardViewModel;

/** The area that is drawn on, by pointer or keys: arrows move, Enter begins and ends a stroke, letters choose tools. FX thread. */
final class PointBoardView extends StackPane {

    private static final double SIDE = 260;
    private static final double LARGER = 1.15;

    private final PointBoardViewModel model;
    private final ScatterView plot = new ScatterView(true);

    PointBoardView(PointBoardViewModel model) {
        this.model = model;
        plot.setId("boardPlot");
        plot.setFocusTraversable(true);
        TextScaling.scaleMinHeight(plot, SIDE);
        TextScaling.scalePrefHeight(plot, SIDE);
        HelpTooltips.about(plot, "lab.board.plot");
        getChildren().add(plot);
        setMinSize(120, 60);
        plot.setCursor(Cursor.CROSSHAIR);
        plot.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        plot.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        plot.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> model.draw(plot.xAt(event.getX()), plot.yAt(event.getY())));
        plot.addEventHandler(MouseEvent.MOUSE_EXITED, event -> model.leave());
        plot.addEventHandler(ScrollEvent.SCROLL, this::resize);
        plot.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        plot.focusedProperty().addListener((property, old, now) -> {
            if (!now) {
                model.cancel();
            }
        });
        ViewBindings.listen(model.contentProperty(), (property, old, now) -> show(now));
        show(model.contentProperty().get());
    }

    /** The key that chooses a tool. */
    static KeyCode keyOf(DrawingTool tool) {
        return switch (tool) {
            case BRUSH -> KeyCode.B;
            case SPRAY -> KeyCode.P;
            case LINE -> KeyCode.L;
            case RING -> KeyCode.R;
            case BLOB -> KeyCode.O;
            case ERASER -> KeyCode.E;
        };
    }

    private void show(BoardContent content) {
        plot.inOnePaint(() -> {
            plot.showReal(content.bounds(), content.points());
            PlotLayer outline = (viewport, palette, unit, target) ->
                    PathPainter.paintOutlines(viewport, palette, content.outlines(), unit, target);
            plot.showLayers(PlotLayer.NONE, outline);
            plot.showField(new FieldPainter.Layer(content.density(), true, false));
        });
    }

    private void press(MouseEvent event) {
        plot.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            model.begin(plot.xAt(event.getX()), plot.yAt(event.getY()));
        } else {
            model.cancel();
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (event.isPrimaryButtonDown()) {
            model.draw(plot.xAt(event.getX()), plot.yAt(event.getY()));
            event.consume();
        }
    }

    private void release(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            model.end();
            event.consume();
        }
    }

    private void resize(ScrollEvent event) {
        if (event.isControlDown()) {
            model.tools().scaleRadius(event.getDeltaY() > 0 ? LARGER : 1 / LARGER);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown()) {
            if (event.getCode() == KeyCode.Z && !event.isShiftDown()) {
                model.undo();
                event.consume();
            } else if (event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z) {
                model.redo();
                event.consume();
            }
            return;
        }
        if (event.isAltDown() || event.isShiftDown()) {
            return;
        }
        if (act(event.getCode())) {
            event.consume();
        }
    }

    /** Takes a key that chooses a tool or changes the radius, unless something is typed. */
    void chooseTool(KeyEvent event) {
        boolean typed = event.getTarget() instanceof TextInputControl;
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown() || typed) {
            return;
        }
        for (DrawingTool tool : DrawingTool.values()) {
            if (keyOf(tool) == event.getCode()) {
                model.tools().toolProperty().set(tool);
                event.consume();
                return;
            }
        }
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> model.tools().scaleRadius(LARGER);
            case MINUS, SUBTRACT -> model.tools().scaleRadius(1 / LARGER);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private boolean act(KeyCode key) {
        switch (key) {
            case LEFT -> model.movePointer(-1, 0);
            case RIGHT -> model.movePointer(1, 0);
            case UP -> model.movePointer(0, 1);
            case DOWN -> model.movePointer(0, -1);
            case ENTER -> model.press();
            case ESCAPE -> {
                if (!model.isDrawing()) {
                    return false;
                }
                model.cancel();
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
