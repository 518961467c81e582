package org.ganvas.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.ganvas.engine.spec.Player;
import org.ganvas.view.fx.Availability;
import org.ganvas.view.fx.UserAction;
import org.ganvas.view.paint.SystemClipboard;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.TransportViewModel;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Actions that switch screens, and those of the Explore screen. FX thread. */
final class ScreenActions {

    private ScreenActions() {}

    /** One action a screen, with Ctrl+1, Ctrl+2 in their order. */
    static List<UserAction> screens(NavigationViewModel navigation) {
        List<UserAction> all = new ArrayList<>();
        for (AppScreen screen : AppScreen.values()) {
            KeyCode digit = KeyCode.values()[KeyCode.DIGIT1.ordinal() + screen.ordinal()];
            all.add(new UserAction(
                    "menuScreen" + screen,
                    text(ScreenSwitcher.key(screen) + ".menu"),
                    ScreenSwitcher.icon(screen),
                    new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN),
                    Availability.when(navigation.shownProperty().isNotEqualTo(screen), "screen"),
                    () -> navigation.show(screen)));
        }
        return all;
    }

    /** Steps of one network and one step back, whose keys hold while the Lab screen is shown. */
    static List<UserAction> lab(WindowViewModel window) {
        TransportViewModel run = window.train().run();
        BooleanBinding labShown = window.navigation().shownProperty().isEqualTo(AppScreen.LAB);
        return List.of(
                new UserAction(
                        "menuLabStepD",
                        text("lab.stepD.title"),
                        Feather.CHEVRON_RIGHT,
                        new KeyCodeCombination(KeyCode.D),
                        onLab(labShown, run.steppableProperty(), run.stepObstacleProperty()),
                        () -> run.stepOf(Player.DISCRIMINATOR)),
                new UserAction(
                        "menuLabStepG",
                        text("lab.stepG.title"),
                        Feather.CHEVRON_RIGHT,
                        new KeyCodeCombination(KeyCode.G),
                        onLab(labShown, run.steppableProperty(), run.stepObstacleProperty()),
                        () -> run.stepOf(Player.GENERATOR)),
                new UserAction(
                        "menuLabBack",
                        text("lab.back.title"),
                        Feather.CHEVRON_LEFT,
                        new KeyCodeCombination(KeyCode.S, KeyCombination.SHIFT_DOWN),
                        onLab(labShown, run.reversibleProperty(), run.backObstacleProperty()),
                        run::stepBack));
    }

    private static Availability onLab(BooleanBinding shown, BooleanBinding possible, StringBinding obstacle) {
        return new Availability(
                shown.and(possible),
                Bindings.createStringBinding(
                        () -> shown.get() ? obstacle.get() : "menu.lab.disabled", shown, obstacle));
    }

    static List<UserAction> explore(WindowViewModel window) {
        ExploreViewModel model = window.explore();
        LatentViewModel ofTrain = window.train().latent();
        ReadOnlyObjectProperty<AppScreen> shown = window.navigation().shownProperty();
        BooleanBinding onExplore = shown.isEqualTo(AppScreen.EXPLORE);
        BooleanBinding onTrain =
                shown.isEqualTo(AppScreen.TRAIN).and(model.reasonProperty().isEmpty());
        Availability exploreShown = Availability.when(onExplore, "menu.latents");
        Availability latentShown = Availability.when(onExplore.or(onTrain), "menu.latent");
        return List.of(
                action(
                        "menuLatentCopy",
                        "explore.copy.title",
                        Feather.COPY,
                        KeyCode.C,
                        exploreShown,
                        () -> SystemClipboard.put(model.actions().currentLatentAsText())),
                action(
                        "menuLatentPaste",
                        "explore.paste.title",
                        Feather.CLIPBOARD,
                        KeyCode.V,
                        exploreShown,
                        () -> model.actions().paste(SystemClipboard.text())),
                action(
                        "menuLatentKeep",
                        "explore.favourites.add.title",
                        Feather.HEART,
                        KeyCode.K,
                        exploreShown,
                        model.actions()::addFavourite),
                action(
                        "menuLatentRandom",
                        "explore.random.title",
                        Feather.SHUFFLE,
                        KeyCode.R,
                        latentShown,
                        () -> onShown(onTrain, ofTrain::newSeed, model.models().sliders()::randomise)),
                action(
                        "menuLatentReset",
                        "explore.reset.title",
                        Feather.ROTATE_CCW,
                        KeyCode.BACK_SPACE,
                        latentShown,
                        () -> onShown(
                                onTrain,
                                ofTrain.sliders()::reset,
                                model.models().sliders()::reset)));
    }

    /** Both screens have a current latent of their own. */
    private static void onShown(BooleanBinding onTrain, Runnable train, Runnable explore) {
        (onTrain.get() ? train : explore).run();
    }

    private static UserAction action(
            String id, String key, Feather icon, KeyCode code, Availability enabled, Runnable work) {
        return new UserAction(
                id, text(key), icon, new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), enabled, work);
    }

    private static SimpleStringProperty text(String key) {
        return new SimpleStringProperty(Messages.text(key));
    }
}
