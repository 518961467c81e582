package org.ganvas.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.ganvas.view.explore.SystemClipboard;
import org.ganvas.view.fx.UserAction;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Going to the rooms, and what can be done in the Explore room. FX thread. */
final class ScreenActions {

    private static final List<Feather> ICONS = List.of(Feather.CPU, Feather.COMPASS);

    private ScreenActions() {}

    /** A key for each room, from 1. */
    static List<UserAction> rooms(NavigationViewModel rooms) {
        List<UserAction> all = new ArrayList<>();
        for (AppScreen room : AppScreen.values()) {
            KeyCode digit = KeyCode.values()[KeyCode.DIGIT1.ordinal() + room.ordinal()];
            all.add(new UserAction(
                    "menuRoom" + room,
                    text(ScreenSwitcher.key(room) + ".menu"),
                    ICONS.get(room.ordinal()),
                    new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN),
                    rooms.shownProperty().isNotEqualTo(room),
                    () -> rooms.show(room)));
        }
        return all;
    }

    static List<UserAction> explore(WindowViewModel shell) {
        ExploreViewModel model = shell.explore();
        ObservableBooleanValue here = shell.navigation().shownProperty().isEqualTo(AppScreen.EXPLORE);
        return List.of(
                action(
                        "menuLatentCopy",
                        "explore.copy.title",
                        Feather.COPY,
                        KeyCode.C,
                        here,
                        () -> SystemClipboard.put(model.actions().currentLatentAsText())),
                action(
                        "menuLatentPaste",
                        "explore.paste.title",
                        Feather.CLIPBOARD,
                        KeyCode.V,
                        here,
                        () -> model.actions().paste(SystemClipboard.text())),
                action(
                        "menuLatentKeep",
                        "explore.favourites.add.title",
                        Feather.HEART,
                        KeyCode.K,
                        here,
                        model.actions()::addFavourite),
                action(
                        "menuLatentRandom",
                        "explore.random.title",
                        Feather.SHUFFLE,
                        KeyCode.R,
                        here,
                        () -> model.models().sliders().randomise()),
                action(
                        "menuLatentReset",
                        "explore.reset.title",
                        Feather.ROTATE_CCW,
                        KeyCode.BACK_SPACE,
                        here,
                        () -> model.models().sliders().reset()));
    }

    private static UserAction action(
            String id, String key, Feather icon, KeyCode code, ObservableBooleanValue enabled, Runnable work) {
        return new UserAction(
                id, text(key), icon, new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), enabled, work);
    }

    private static SimpleStringProperty text(String key) {
        return new SimpleStringProperty(Messages.text(key));
    }
}
