package org.ganvas.view.explore;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.view.paint.GridView;
import org.ganvas.viewmodel.explore.LatentSlotsViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pictures of a grid things to take: a click opens one, it can be dragged into a well, a menu holds the rest, and
 * the keyboard does all of it. FX thread.
 */
public final class GridInteraction {

    private final GridView view;
    private final ImageActions deeds;
    private @Nullable ContextMenu menu;
    private int marked = -1;
    private int pressed = -1;

    private GridInteraction(GridView view, ImageActions deeds) {
        this.view = view;
        this.deeds = deeds;
    }

    public static void install(GridView view, ImageActions deeds) {
        GridInteraction cells = new GridInteraction(view, deeds);
        view.setFocusTraversable(true);
        view.getStyleClass().add("picture-cells");
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, cells::clicked);
        view.addEventHandler(
                MouseEvent.MOUSE_PRESSED, event -> cells.pressed = view.imageAt(event.getX(), event.getY()));
        view.addEventHandler(MouseEvent.DRAG_DETECTED, cells::dragged);
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, cells::menuAsked);
        view.addEventHandler(KeyEvent.KEY_PRESSED, cells::pressed);
        view.focusedProperty().addListener((property, old, now) -> cells.mark(now ? Math.max(0, cells.marked) : -1));
    }

    private void mark(int index) {
        if (index >= 0) {
            marked = Math.min(index, Math.max(0, view.count() - 1));
        }
        view.markImage(view.isFocused() && view.isFocusVisible() ? marked : -1);
    }

    private void clicked(MouseEvent event) {
        int index = view.imageAt(event.getX(), event.getY());
        if (index >= 0 && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            marked = index;
            deeds.open(index);
            event.consume();
        }
    }

    private void dragged(MouseEvent event) {
        // A quick hand is on another picture already, or on none.
        int index = pressed < view.count() ? pressed : -1;
        LatentPoint point = index < 0 ? null : deeds.point().apply(index);
        if (point != null && event.isPrimaryButtonDown()) {
            Dragboard board = view.startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.putString(deeds.model().traffic().write(point));
            board.setContent(content);
            board.setDragView(view.image(index));
            event.consume();
        }
    }

    private void menuAsked(ContextMenuEvent event) {
        int index = event.isKeyboardTrigger() ? Math.max(0, marked) : view.imageAt(event.getX(), event.getY());
        if (index >= 0 && index < view.count()) {
            Point2D place = event.isKeyboardTrigger() ? middle() : new Point2D(event.getScreenX(), event.getScreenY());
            show(index, place);
            event.consume();
        }
    }

    private Point2D middle() {
        Bounds bounds = view.localToScreen(view.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private void show(int index, Point2D place) {
        if (menu != null) {
            menu.hide();
        }
        ContextMenu fresh = new ContextMenu();
        if (deeds.hasLatent(index)) {
            fresh.getItems().add(item("cellOpen", Messages.text("explore.cell.open"), () -> deeds.open(index)));
            for (int well = 0; well < LatentSlotsViewModel.COUNT; well++) {
                int target = well;
                String text = Messages.text("explore.cell.send", LatentSlotsViewModel.letter(well));
                fresh.getItems().add(item("cellSend" + well, text, () -> deeds.send(index, target)));
            }
            fresh.getItems().add(item("cellKeep", Messages.text("explore.cell.keep"), () -> deeds.keep(index)));
            fresh.getItems().add(new SeparatorMenuItem());
        }
        fresh.getItems().add(item("cellFind", Messages.text("explore.cell.find"), () -> deeds.find(index)));
        fresh.show(view, place.getX(), place.getY());
        menu = fresh;
    }

    private static MenuItem item(String id, String text, Runnable work) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> work.run());
        return item;
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || view.count() == 0) {
            return;
        }
        int columns = view.columns();
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -columns;
            case DOWN -> columns;
            default -> 0;
        };
        int next = marked + step;
        if (step != 0 && next >= 0 && next < view.count()) {
            mark(next);
            event.consume();
        } else if (marked >= 0 && done(event.getCode())) {
            event.consume();
        }
    }

    private boolean done(KeyCode key) {
        switch (key) {
            case ENTER -> deeds.open(marked);
            case A, B, C, D -> deeds.send(marked, key.ordinal() - KeyCode.A.ordinal());
            case F -> deeds.find(marked);
            case K -> deeds.keep(marked);
            default -> {
                return false;
            }
        }
        return true;
    }
}
