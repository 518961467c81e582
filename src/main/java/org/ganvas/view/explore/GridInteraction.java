package org.ganvas.view.explore;

import java.util.Map;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.keys.ExploreKeys;
import org.ganvas.view.paint.ImageMenu;
import org.ganvas.view.paint.SampleGridView;
import org.ganvas.viewmodel.explore.ImageActions;
import org.ganvas.viewmodel.explore.LatentSlotsViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Mouse, menu and keys for the images of a grid: a click opens an image, a drag puts it into a slot, the context menu has
 * all actions, and so has the keyboard. FX thread.
 */
public final class GridInteraction {

    private final SampleGridView view;
    private final ImageActions actions;
    private final Supplier<@Nullable SampleGrid> whole;
    private @Nullable ContextMenu menu;
    private int marked = -1;
    private int pressed = -1;

    /** Whether the arrow keys have moved the mark since the last press. */
    private boolean byKeys;

    private GridInteraction(SampleGridView view, ImageActions actions, Supplier<@Nullable SampleGrid> whole) {
        this.view = view;
        this.actions = actions;
        this.whole = whole;
    }

    public static void install(SampleGridView view, ImageActions actions) {
        install(view, actions, () -> null);
    }

    /**
     * @param whole a grid that is also saved as a whole; null for none
     */
    static void install(SampleGridView view, ImageActions actions, Supplier<@Nullable SampleGrid> whole) {
        GridInteraction interaction = new GridInteraction(view, actions, whole);
        view.setFocusTraversable(true);
        view.getStyleClass().add("image-cells");
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, interaction::clicked);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, interaction::pressed);
        view.addEventHandler(MouseEvent.DRAG_DETECTED, interaction::dragged);
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, interaction::menuAsked);
        view.addEventHandler(KeyEvent.KEY_PRESSED, interaction.keys());
        view.focusedProperty()
                .addListener((property, old, now) -> interaction.mark(now ? Math.max(0, interaction.marked) : -1));
    }

    private void mark(int index) {
        if (index >= 0) {
            marked = Math.min(index, Math.max(0, view.count() - 1));
        }
        view.markImage(view.isFocused() && (byKeys || view.isFocusVisible()) ? marked : -1);
    }

    private void pressed(MouseEvent event) {
        pressed = view.imageAt(event.getX(), event.getY());
        byKeys = false;
        if (view.isFocused()) {
            mark(pressed);
        } else {
            marked = Math.max(pressed, marked);
            view.requestFocus();
        }
    }

    private void clicked(MouseEvent event) {
        int index = view.imageAt(event.getX(), event.getY());
        if (index >= 0 && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            marked = index;
            actions.open(index);
            event.consume();
        }
    }

    private void dragged(MouseEvent event) {
        // The pointer may have left the pressed image, or the grid may have shrunk.
        int index = pressed < view.count() ? pressed : -1;
        String latent = index < 0 ? null : actions.latentAsText(index);
        if (latent != null && event.isPrimaryButtonDown()) {
            Dragboard board = view.startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.putString(latent);
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
        if (actions.hasLatent(index)) {
            fresh.getItems().add(item("cellOpen", Messages.text("explore.cell.open"), () -> actions.open(index)));
            for (int slot = 0; slot < LatentSlotsViewModel.COUNT; slot++) {
                int target = slot;
                String text = Messages.text("explore.cell.send", LatentSlotsViewModel.letter(slot));
                fresh.getItems().add(item("cellSend" + slot, text, () -> actions.putIntoSlot(index, target)));
            }
            fresh.getItems()
                    .add(item("cellKeep", Messages.text("explore.cell.keep"), () -> actions.addToFavourites(index)));
            fresh.getItems().add(new SeparatorMenuItem());
        }
        fresh.getItems().add(item("cellFind", Messages.text("explore.cell.find"), () -> actions.find(index)));
        SampleGrid image = actions.image(index);
        if (image != null) {
            fresh.getItems().add(new SeparatorMenuItem());
            fresh.getItems().addAll(ImageMenu.items(image, actions.files()));
        }
        SampleGrid grid = whole.get();
        if (grid != null) {
            fresh.getItems().add(ImageMenu.saveGrid(grid, actions.files()));
        }
        fresh.show(view, place.getX(), place.getY());
        menu = fresh;
    }

    private static MenuItem item(String id, String text, Runnable work) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> work.run());
        return item;
    }

    private EventHandler<KeyEvent> keys() {
        return ExploreKeys.GRID.handlerIf(Map.of(
                ExploreKeys.MARK,
                this::moveMark,
                ExploreKeys.OPEN,
                event -> withMarked(() -> actions.open(marked)),
                ExploreKeys.INTO_SLOT,
                event -> withMarked(() -> actions.putIntoSlot(marked, ExploreKeys.slot(event))),
                ExploreKeys.FIND,
                event -> withMarked(() -> actions.find(marked)),
                ExploreKeys.KEEP,
                event -> withMarked(() -> actions.addToFavourites(marked))));
    }

    private boolean moveMark(KeyEvent event) {
        int columns = view.columns();
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -columns;
            default -> columns;
        };
        int next = marked + step;
        boolean inside = next >= 0 && next < view.count();
        if (inside) {
            byKeys = true;
            mark(next);
        }
        return inside;
    }

    private boolean withMarked(Runnable work) {
        boolean possible = marked >= 0 && view.count() > 0;
        if (possible) {
            work.run();
        }
        return possible;
    }
}
