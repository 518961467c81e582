package org.ganvas.view;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.view.fx.DragThrough;
import org.ganvas.view.fx.Segments;
import org.ganvas.view.fx.Teach;
import org.ganvas.viewmodel.ExploreViewModel;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.Room;
import org.ganvas.viewmodel.RoomsViewModel;

/** The rooms, side by side in the header. FX thread. */
final class RoomSwitch extends HBox {

    /**
     * @param explore shows its wells to a picture that is dragged there
     */
    RoomSwitch(RoomsViewModel rooms, ExploreViewModel explore) {
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("room-switch");
        SegmentedButton choice = Segments.of(
                "room",
                Messages.text("screen.title"),
                List.of(Room.values()),
                room -> Messages.text(key(room) + ".title"));
        Segments.bind(choice, rooms.shownProperty(), rooms::go);
        choice.getButtons().forEach(button -> Teach.about(button, key((Room) button.getUserData())));
        choice.getButtons()
                .forEach(button -> DragThrough.install(button, () -> {
                    explore.toolProperty().set(ExploreViewModel.Tool.BETWEEN);
                    rooms.go((Room) button.getUserData());
                }));
        choice.setMinWidth(USE_PREF_SIZE);
        getChildren().add(choice);
        setMinWidth(USE_PREF_SIZE);
    }

    static String key(Room room) {
        return "screen." + room.name().toLowerCase(Locale.ROOT);
    }
}
