package org.ganvas.view.paint;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.explore.SampleImageFiles;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** Menu items that copy one image and save it as a PNG. FX thread. */
public final class ImageMenu {

    /** Copied images are enlarged at least to so many pixels: other programs show them as they are. */
    private static final int COPIED_SIDE = 256;

    private ImageMenu() {}

    /** The items for one image. */
    public static List<MenuItem> items(SampleGrid image, SampleImageFiles files) {
        MenuItem copy = item("cellCopyImage", Messages.text("explore.cell.copy"), () -> copy(image));
        return List.of(copy, save("cellSaveImage", "explore.cell.save", image, files));
    }

    /** A menu that saves a whole grid as one file. */
    public static MenuItem saveGrid(SampleGrid grid, SampleImageFiles files) {
        return save("cellSaveGrid", "explore.cell.saveGrid", grid, files);
    }

    private static Menu save(String id, String key, SampleGrid image, SampleImageFiles files) {
        Menu save = new Menu(Messages.text(key));
        save.setId(id);
        for (int scale : SampleImageFiles.SCALES) {
            String text = Messages.text(
                    "explore.cell.save.scale",
                    Integer.toString(scale),
                    Integer.toString(scale * image.columns() * image.shape().width()),
                    Integer.toString(scale * image.rows() * image.shape().height()));
            save.getItems().add(item(id + scale, text, () -> files.save(image, scale)));
        }
        return save;
    }

    private static MenuItem item(String id, String text, Runnable work) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> work.run());
        return item;
    }

    private static void copy(SampleGrid image) {
        int longest = Math.max(image.shape().width(), image.shape().height());
        SystemClipboard.put(ImagePainter.image(image, Math.max(1, (COPIED_SIDE + longest - 1) / longest)));
    }

    /** Installs a menu with these items alone on a grid whose images have no other actions. */
    public static void install(SampleGridView view, Supplier<@Nullable SampleGrid> grid, SampleImageFiles files) {
        ContextMenu menu = new ContextMenu();
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            SampleGrid images = grid.get();
            int index = event.isKeyboardTrigger() ? 0 : view.imageAt(event.getX(), event.getY());
            if (images != null && index >= 0 && index < images.count()) {
                menu.getItems().setAll(items(images.image(index), files));
                menu.show(view, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    /**
     * Installs a menu on a node that shows one image.
     *
     * @param image shown now; null for none, where the menu has the further items alone
     * @param more further items
     */
    public static void install(
            Node node, Supplier<@Nullable SampleGrid> image, SampleImageFiles files, MenuItem... more) {
        ContextMenu menu = new ContextMenu();
        node.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            SampleGrid shown = image.get();
            menu.getItems().clear();
            if (shown != null) {
                menu.getItems().addAll(items(shown, files));
            }
            menu.getItems().addAll(more);
            if (!menu.getItems().isEmpty()) {
                menu.show(node, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }
}
