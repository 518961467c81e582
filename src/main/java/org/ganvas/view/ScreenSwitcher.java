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
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Choice of the screen in the header. FX thread. */
final class ScreenSwitcher {

    private static final PseudoClass UNFIT = PseudoClass.getPseudoClass("unfit");

    private ScreenSwitcher() {}

    /** Choice of a screen; the slots for images are shown when one is dragged over a button. */
    static FoldingChoice<AppScreen> of(WindowViewModel window) {
        NavigationViewModel navigation = window.navigation();
        ExploreViewModel explore = window.explore();
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
            ObservableValue<String> reason = reason(screen, window);
            if (reason == null) {
                HelpTooltips.about(button, key(screen));
            } else {
                showReason(HelpTooltips.about(button, key(screen), reason), reason);
            }
            SpringLoadedDrop.install(button, () -> dragged(screen, navigation, explore));
        });
        SpringLoadedDrop.install(choice.list(), () -> dragged(AppScreen.EXPLORE, navigation, explore));
        return choice;
    }

    /** Why a screen does not fit the run; null for one that always does. */
    private static @Nullable ObservableValue<String> reason(AppScreen screen, WindowViewModel window) {
        return switch (screen) {
            case TRAIN, DREAM -> null;
            case EXPLORE -> window.explore().reasonProperty();
            case LAB -> window.lab().screen().reasonProperty();
            case TRANSLATE -> window.translate().reasonProperty();
        };
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
            case TRANSLATE -> Feather.REPEAT;
            case DREAM -> Feather.CLOUD;
        };
    }

    static String key(AppScreen screen) {
        return "screen." + screen.name().toLowerCase(Locale.ROOT);
    }
}
