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

/** Segmented buttons in the header that switch the screen. FX thread. */
final class ScreenSwitcher extends HBox {

    /**
     * @param explore shows its image slots when an image is dragged over a button
     */
    ScreenSwitcher(NavigationViewModel navigation, ExploreViewModel explore) {
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("screen-switch");
        SegmentedButton choice = SegmentedButtons.of(
                "screen",
                Messages.text("screen.title"),
                List.of(AppScreen.values()),
                screen -> Messages.text(key(screen) + ".title"));
        SegmentedButtons.bind(choice, navigation.shownProperty(), navigation::show);
        choice.getButtons().forEach(button -> HelpTooltips.about(button, key((AppScreen) button.getUserData())));
        choice.getButtons()
                .forEach(button -> SpringLoadedDrop.install(button, () -> {
                    explore.toolProperty().set(ExploreViewModel.Tool.INTERPOLATION);
                    navigation.show((AppScreen) button.getUserData());
                }));
        choice.setMinWidth(USE_PREF_SIZE);
        getChildren().add(choice);
        setMinWidth(USE_PREF_SIZE);
    }

    static String key(AppScreen screen) {
        return "screen." + screen.name().toLowerCase(Locale.ROOT);
    }
}
