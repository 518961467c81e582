package org.ganvas.view;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.SpringLoadedDrop;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;

/** The rooms, side by side in the header. FX thread. */
final class ScreenSwitcher extends HBox {

    /**
     * @param explore shows its wells to a picture that is dragged there
     */
    ScreenSwitcher(NavigationViewModel rooms, ExploreViewModel explore) {
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("room-switch");
        SegmentedButton choice = SegmentedButtons.of(
                "room",
                Messages.text("screen.title"),
                List.of(AppScreen.values()),
                room -> Messages.text(key(room) + ".title"));
        SegmentedButtons.bind(choice, rooms.shownProperty(), rooms::show);
        choice.getButtons().forEach(button -> HelpTooltips.about(button, key((AppScreen) button.getUserData())));
        choice.getButtons()
                .forEach(button -> SpringLoadedDrop.install(button, () -> {
                    explore.toolProperty().set(ExploreViewModel.Tool.INTERPOLATION);
                    rooms.show((AppScreen) button.getUserData());
                }));
        choice.setMinWidth(USE_PREF_SIZE);
        getChildren().add(choice);
        setMinWidth(USE_PREF_SIZE);
    }

    static String key(AppScreen room) {
        return "screen." + room.name().toLowerCase(Locale.ROOT);
    }
}
