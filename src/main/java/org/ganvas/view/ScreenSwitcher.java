package org.ganvas.view;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.SpringLoadedDrop;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;

/** Choice of the screen in the header: a button for each, or one drop-down list where they do not fit. FX thread. */
final class ScreenSwitcher extends StackPane {

    private final SegmentedButton buttons;
    private final MenuButton list;

    /**
     * @param explore shows its image slots when an image is dragged over a button
     */
    ScreenSwitcher(NavigationViewModel navigation, ExploreViewModel explore) {
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("screen-switch");
        buttons = buttons(navigation, explore);
        list = list(navigation, explore);
        getChildren().addAll(buttons, list);
        setMinWidth(USE_PREF_SIZE);
        setCompact(false);
    }

    private static SegmentedButton buttons(NavigationViewModel navigation, ExploreViewModel explore) {
        SegmentedButton choice = SegmentedButtons.of(
                "screen", Messages.text("screen.title"), List.of(AppScreen.values()), ScreenSwitcher::title);
        SegmentedButtons.bind(choice, navigation.shownProperty(), navigation::show);
        choice.getButtons().forEach(button -> HelpTooltips.about(button, key((AppScreen) button.getUserData())));
        choice.getButtons()
                .forEach(button -> SpringLoadedDrop.install(
                        button, () -> dragged((AppScreen) button.getUserData(), navigation, explore)));
        choice.setMinWidth(USE_PREF_SIZE);
        return choice;
    }

    private static MenuButton list(NavigationViewModel navigation, ExploreViewModel explore) {
        MenuButton list = new MenuButton();
        list.setId("screenList");
        list.setMinWidth(USE_PREF_SIZE);
        list.textProperty().bind(ViewBindings.map(navigation.shownProperty(), ScreenSwitcher::title));
        ToggleGroup group = new ToggleGroup();
        for (AppScreen screen : AppScreen.values()) {
            RadioMenuItem item = new RadioMenuItem(title(screen));
            item.setToggleGroup(group);
            item.setOnAction(event -> navigation.show(screen));
            list.getItems().add(item);
        }
        list.setOnShowing(event -> group.selectToggle(
                group.getToggles().get(navigation.shownProperty().get().ordinal())));
        SpringLoadedDrop.install(list, () -> dragged(AppScreen.EXPLORE, navigation, explore));
        HelpTooltips.tip(list, Messages.text("screen.title"));
        return list;
    }

    /** An image that is dragged over a button is on its way to the slots. */
    private static void dragged(AppScreen screen, NavigationViewModel navigation, ExploreViewModel explore) {
        explore.toolProperty().set(ExploreViewModel.Tool.INTERPOLATION);
        navigation.show(screen);
    }

    private static String title(AppScreen screen) {
        return Messages.text(key(screen) + ".title");
    }

    /** Shows the drop-down list instead of the buttons. */
    void setCompact(boolean compact) {
        show(buttons, !compact);
        show(list, compact);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    static String key(AppScreen screen) {
        return "screen." + screen.name().toLowerCase(Locale.ROOT);
    }
}
