package org.ganvas.view.explore;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.Bookmarks;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.LatentSlotsViewModel;
import org.ganvas.viewmodel.text.Messages;

/** Favourites with their pictures as they were kept. FX thread. */
final class FavouritesTool extends VBox {

    private static final double SIDE = 64;

    private final ExploreViewModel model;
    private final FlowPane flow = new FlowPane(8, 8);
    private final Label none =
            CardFactory.styled(new Label(Messages.text("explore.favourites.none")), "prose", "tool-help");

    FavouritesTool(ExploreViewModel model) {
        super(8);
        this.model = model;
        setId("keptTool");
        none.setWrapText(true);
        Button keep =
                ExploreButtons.words("keptAdd", Messages.text("explore.favourites.add.label"), model.traffic()::keep);
        ScrollPane scroll = new ScrollPane(flow);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("left-pane");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(keep, none, scroll);
        ViewBindings.listen(model.parts().favourites().favouritesProperty(), (property, old, now) -> list(now));
        list(model.parts().favourites().favouritesProperty().get());
    }

    private void list(List<Bookmarks.Favourite> favourites) {
        none.setVisible(favourites.isEmpty());
        none.setManaged(favourites.isEmpty());
        List<Button> all = new ArrayList<>();
        for (int i = 0; i < favourites.size(); i++) {
            all.add(tile(i, favourites.get(i)));
        }
        flow.getChildren().setAll(all);
    }

    private Button tile(int index, Bookmarks.Favourite kept) {
        StackPane place = new StackPane();
        place.setMinSize(SIDE, SIDE);
        place.setMaxSize(SIDE, SIDE);
        if (kept.image().length > 0) {
            // Asked for at the size of the screen, so that its pixels stay squares.
            ImageView picture = new ImageView(new Image(new ByteArrayInputStream(kept.image())));
            picture.setFitWidth(SIDE);
            picture.setFitHeight(SIDE);
            picture.setPreserveRatio(true);
            picture.setSmooth(false);
            place.getChildren().add(picture);
        }
        Label name = CardFactory.styled(new Label(kept.name()), "caption");
        name.setMaxWidth(SIDE + 8);
        VBox face = new VBox(2, place, name);
        face.setAlignment(Pos.CENTER);
        Button tile = new Button(null, face);
        tile.setId("kept" + index);
        tile.getStyleClass().addAll("flat", "kept");
        tile.setAccessibleText(Messages.text("explore.favourites.open", kept.name()));
        tile.setOnAction(
                event -> model.traffic().open(model.parts().favourites().point(index)));
        tile.setContextMenu(menu(index));
        tile.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, index));
        tile.setOnDragDetected(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.traffic().write(model.parts().favourites().point(index)));
            tile.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        });
        return tile;
    }

    private ContextMenu menu(int index) {
        ContextMenu menu = new ContextMenu();
        add(
                menu,
                "keptRename",
                Messages.text("explore.favourites.rename"),
                () -> model.traffic().renameFavourite(index));
        for (int well = 0; well < LatentSlotsViewModel.COUNT; well++) {
            int target = well;
            add(
                    menu,
                    "keptSend" + well,
                    Messages.text("explore.cell.send", LatentSlotsViewModel.letter(well)),
                    () -> send(index, target));
        }
        add(
                menu,
                "keptCopy",
                Messages.text("explore.copy.title"),
                () -> SystemClipboard.put(
                        model.traffic().write(model.parts().favourites().point(index))));
        add(
                menu,
                "keptRemove",
                Messages.text("explore.favourites.remove"),
                () -> model.parts().favourites().remove(index));
        return menu;
    }

    private static void add(ContextMenu menu, String id, String text, Runnable work) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> work.run());
        menu.getItems().add(item);
    }

    private void send(int index, int well) {
        LatentPoint point = model.parts().favourites().point(index);
        model.traffic().send(point, well);
    }

    private void pressed(KeyEvent event, int index) {
        switch (event.getCode()) {
            case DELETE, BACK_SPACE -> model.parts().favourites().remove(index);
            case F2 -> model.traffic().renameFavourite(index);
            case A, B, C, D -> send(index, event.getCode().ordinal() - KeyCode.A.ordinal());
            default -> {
                return;
            }
        }
        event.consume();
    }
}
