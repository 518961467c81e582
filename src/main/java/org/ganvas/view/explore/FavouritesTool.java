package org.ganvas.view.explore;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.ExploreKeys;
import org.ganvas.view.paint.ImageMenu;
import org.ganvas.view.paint.ImagePainter;
import org.ganvas.view.paint.SystemClipboard;
import org.ganvas.viewmodel.explore.FavouritesViewModel;
import org.ganvas.viewmodel.explore.LatentActions;
import org.ganvas.viewmodel.explore.LatentSlotsViewModel;
import org.ganvas.viewmodel.explore.SampleImageFiles;
import org.ganvas.viewmodel.text.Messages;

/** The favourites, with their images as they were when they were added. FX thread. */
final class FavouritesTool extends VBox {

    private static final double SIDE = 64;

    private final FavouritesViewModel favourites;
    private final LatentActions actions;
    private final SampleImageFiles files;
    private final FlowPane flow = new FlowPane(8, 8);
    private final Label none =
            CardFactory.styled(new Label(Messages.text("explore.favourites.none")), "prose", "tool-help");

    FavouritesTool(FavouritesViewModel favourites, LatentActions actions, SampleImageFiles files) {
        super(8);
        this.favourites = favourites;
        this.actions = actions;
        this.files = files;
        setId("favouritesTool");
        none.setWrapText(true);
        Button keep = ExploreButtons.text(
                "favouriteAdd", Messages.text("explore.favourites.add.label"), actions::addFavourite);
        ScrollPane scroll = new ScrollPane(flow);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("left-pane");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(keep, none, scroll);
        ViewBindings.listen(favourites.favouritesProperty(), (property, old, now) -> list(now));
        list(favourites.favouritesProperty().get());
    }

    private void list(List<RunBookmarks.Favourite> listed) {
        none.setVisible(listed.isEmpty());
        none.setManaged(listed.isEmpty());
        List<Button> all = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            all.add(tile(i, listed.get(i)));
        }
        flow.getChildren().setAll(all);
    }

    private Button tile(int index, RunBookmarks.Favourite favourite) {
        StackPane frame = new StackPane();
        frame.setMinSize(SIDE, SIDE);
        frame.setMaxSize(SIDE, SIDE);
        if (favourite.image().length > 0) {
            // At its display size, so that pixels stay sharp squares.
            ImageView imageView = new ImageView(new Image(new ByteArrayInputStream(favourite.image())));
            imageView.setFitWidth(SIDE);
            imageView.setFitHeight(SIDE);
            imageView.setPreserveRatio(true);
            imageView.setSmooth(false);
            frame.getChildren().add(imageView);
        }
        Label name = CardFactory.styled(new Label(favourite.name()), "caption");
        name.maxWidthProperty().bind(TextScaling.factorProperty().multiply(SIDE + 8));
        VBox face = new VBox(2, frame, name);
        face.setAlignment(Pos.CENTER);
        Button tile = new Button(null, face);
        tile.setId("favourite" + index);
        tile.getStyleClass().addAll("flat", "favourite");
        tile.setAccessibleText(Messages.text("explore.favourites.open", favourite.name()));
        tile.setTooltip(new Tooltip(favourite.name()));
        tile.setOnAction(event -> actions.open(favourites.latent(index)));
        tile.setContextMenu(menu(index, favourite));
        tile.addEventHandler(KeyEvent.KEY_PRESSED, keys(index));
        tile.setOnDragDetected(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(actions.asText(favourites.latent(index)));
            tile.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        });
        return tile;
    }

    private ContextMenu menu(int index, RunBookmarks.Favourite favourite) {
        ContextMenu menu = new ContextMenu();
        if (favourite.image().length > 0) {
            menu.getItems()
                    .addAll(ImageMenu.items(
                            ImagePainter.grid(new Image(new ByteArrayInputStream(favourite.image()))), files));
        }
        add(menu, "favouriteRename", Messages.text("explore.favourites.rename"), () -> actions.renameFavourite(index));
        for (int slot = 0; slot < LatentSlotsViewModel.COUNT; slot++) {
            int target = slot;
            add(
                    menu,
                    "favouriteSend" + slot,
                    Messages.text("explore.cell.send", LatentSlotsViewModel.letter(slot)),
                    () -> putIntoSlot(index, target));
        }
        add(
                menu,
                "favouriteCopy",
                Messages.text("explore.copy.title"),
                () -> SystemClipboard.put(actions.asText(favourites.latent(index))));
        add(menu, "favouriteRemove", Messages.text("explore.favourites.remove"), () -> favourites.remove(index));
        return menu;
    }

    private static void add(ContextMenu menu, String id, String text, Runnable work) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> work.run());
        menu.getItems().add(item);
    }

    private void putIntoSlot(int index, int slot) {
        LatentPoint point = favourites.latent(index);
        actions.putIntoSlot(point, slot);
    }

    private EventHandler<KeyEvent> keys(int index) {
        return ExploreKeys.FAVOURITE.handler(Map.of(
                ExploreKeys.REMOVE, event -> favourites.remove(index),
                ExploreKeys.RENAME, event -> actions.renameFavourite(index),
                ExploreKeys.INTO_SLOT, event -> putIntoSlot(index, ExploreKeys.slot(event))));
    }
}
