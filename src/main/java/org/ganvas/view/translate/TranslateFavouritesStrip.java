package org.ganvas.view.translate;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.TranslateKeys;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.translate.TranslateFavourites;

/** The kept drawings in one row, each with what was given and the output of that time; hidden while there are none. FX thread. */
final class TranslateFavouritesStrip extends VBox {

    private static final double SIDE = 40;

    private final TranslateFavourites favourites;
    private final HBox row = new HBox(4);

    TranslateFavouritesStrip(TranslateFavourites favourites) {
        super(2);
        this.favourites = favourites;
        setId("translateFavourites");
        ScrollPane scroll = new ScrollPane(row);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToHeight(true);
        scroll.setMinHeight(USE_PREF_SIZE);
        scroll.getStyleClass().add("left-pane");
        getChildren().addAll(CardFactory.caption(Messages.text("translate.favourites")), scroll);
        ViewBindings.listen(favourites.listProperty(), (property, old, now) -> list(now));
        list(favourites.listProperty().get());
    }

    private void list(List<RunBookmarks.Favourite> listed) {
        List<Button> all = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            all.add(tile(i, listed.get(i)));
        }
        row.getChildren().setAll(all);
        setVisible(!listed.isEmpty());
        setManaged(!listed.isEmpty());
    }

    private Button tile(int index, RunBookmarks.Favourite favourite) {
        Button tile = new Button(favourite.image().length == 0 ? favourite.name() : null);
        if (favourite.image().length > 0) {
            ImageView view = new ImageView(new Image(new ByteArrayInputStream(favourite.image())));
            view.setFitHeight(SIDE);
            view.setPreserveRatio(true);
            view.setSmooth(false);
            tile.setGraphic(view);
        }
        tile.setId("translateFavourite" + index);
        tile.getStyleClass().addAll("flat", "favourite");
        tile.setAccessibleText(Messages.text("explore.favourites.open", favourite.name()));
        tile.setOnAction(event -> favourites.restore(index));
        tile.addEventHandler(
                KeyEvent.KEY_PRESSED,
                TranslateKeys.FAVOURITE.handler(Map.of(TranslateKeys.REMOVE, event -> favourites.remove(index))));
        MenuItem remove = new MenuItem(Messages.text("explore.favourites.remove"));
        remove.setOnAction(event -> favourites.remove(index));
        tile.setContextMenu(new ContextMenu(remove));
        return tile;
    }
}
