package org.ganvas.view;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import org.ganvas.view.fx.FoldingChoice;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.SpringLoadedDrop;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.lab.LabViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Choice of the screen in the header. FX thread. */
final class ScreenSwitcher {

    private static final PseudoClass UNFIT = PseudoClass.getPseudoClass("unfit");

    private ScreenSwitcher() {}

    /**
     * @param explore shows its image slots when an image is dragged over a button
     * @param lab says why its screen does not fit the run
     */
    static FoldingChoice<AppScreen> of(NavigationViewModel navigation, ExploreViewModel explore, LabViewModel lab) {
        FoldingChoice<AppScreen> choice = new FoldingChoice<>(
                "screen",
                Messages.text("screen.title"),
                List.of(AppScreen.values()),
                screen -> Messages.text(key(screen) + ".title"),
                ScreenSwitcher::icon,
                navigation.shownProperty(),
                navigation::show);
        choice.buttons().forEach(button -> {
            AppScreen screen = (AppScreen) button.getUserData();
            if (screen == AppScreen.LAB) {
                showReason(HelpTooltips.about(button, key(screen), lab.reasonProperty()), lab.reasonProperty());
            } else if (screen == AppScreen.EXPLORE) {
                showReason(HelpTooltips.about(button, key(screen), explore.reasonProperty()), explore.reasonProperty());
            } else {
                HelpTooltips.about(button, key(screen));
            }
            SpringLoadedDrop.install(button, () -> dragged(screen, navigation, explore));
        });
        SpringLoadedDrop.install(choice.list(), () -> dragged(AppScreen.EXPLORE, navigation, explore));
        return choice;
    }

    /** Greys a screen that does not fit the run; it can still be opened, and then says what would. */
    private static void showReason(ToggleButton button, ObservableValue<String> reason) {
        ViewBindings.listen(reason, (property, old, now) -> button.pseudoClassStateChanged(UNFIT, !now.isEmpty()));
        button.pseudoClassStateChanged(UNFIT, !reason.getValue().isEmpty());
    }

    /** An image that is dragged over a button is on its way to the slots. */
    private static void dragged(AppScreen screen, NavigationViewModel navigation, ExploreViewModel explore) {
        explore.toolProperty().set(ExploreViewModel.Tool.INTERPOLATION);
        navigation.show(screen);
    }

    static Feather icon(AppScreen screen) {
        return switch (screen) {
            case TRAIN -> Feather.CPU;
            case EXPLORE -> Feather.COMPASS;
            case LAB -> Feather.TARGET;
            case DREAM -> Feather.CLOUD;
        };
    }

    static String key(AppScreen screen) {
        return "screen." + screen.name().toLowerCase(Locale.ROOT);
    }
}
