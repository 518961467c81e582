package org.ganvas.view.board;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.scatter.PathPainter;
import org.ganvas.scatter.PlotLayer;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.KeyLine;
import org.ganvas.view.keys.LabKeys;
import org.ganvas.view.paint.ScatterView;
import org.ganvas.viewmodel.board.BoardContent;
import org.ganvas.viewmodel.board.PointBoardViewModel;

/** The area that is drawn on, by pointer or keys: arrows move, Enter begins and ends a stroke, letters choose tools. FX thread. */
final class PointBoardView extends StackPane {

    private static final double SIDE = 260;
    private static final double LARGER = 1.15;

    private final PointBoardViewModel model;
    private final ScatterView plot = new ScatterView(true);
    private final EventHandler<KeyEvent> toolKeys = toolKeys();

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
        plot.addEventHandler(KeyEvent.KEY_PRESSED, keys());
        plot.focusedProperty().addListener((property, old, now) -> {
            if (!now) {
                model.cancel();
            }
        });
        ViewBindings.listen(model.contentProperty(), (property, old, now) -> show(now));
        show(model.contentProperty().get());
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

    private EventHandler<KeyEvent> keys() {
        return LabKeys.BOARD_PLOT.handlerIf(Map.of(
                LabKeys.POINTER, this::movePointer,
                LabKeys.STROKE, event -> done(model::press),
                LabKeys.NO_STROKE, event -> model.isDrawing() && done(model::cancel),
                LabKeys.UNDO, event -> done(model::undo),
                LabKeys.REDO, event -> done(model::redo)));
    }

    private static boolean done(Runnable work) {
        work.run();
        return true;
    }

    private boolean movePointer(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.movePointer(-1, 0);
            case RIGHT -> model.movePointer(1, 0);
            case UP -> model.movePointer(0, 1);
            default -> model.movePointer(0, -1);
        }
        return true;
    }

    /** Takes a key that chooses a tool or changes the radius, unless something is typed. */
    void chooseTool(KeyEvent event) {
        if (!(event.getTarget() instanceof TextInputControl)) {
            toolKeys.handle(event);
        }
    }

    private EventHandler<KeyEvent> toolKeys() {
        Map<KeyLine, Consumer<KeyEvent>> actions = new HashMap<>();
        LabKeys.TOOLS.forEach((tool, line) ->
                actions.put(line, event -> model.tools().toolProperty().set(tool)));
        actions.put(LabKeys.LARGER_RADIUS, event -> model.tools().scaleRadius(LARGER));
        actions.put(LabKeys.SMALLER_RADIUS, event -> model.tools().scaleRadius(1 / LARGER));
        return LabKeys.BOARD.handler(actions);
    }
}
