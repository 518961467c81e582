package org.ganvas.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.LanguageSetting;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.DisplaySettingsViewModel;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Menus of the display settings: language, text size, reduced motion, smooth images. FX thread. */
final class DisplayMenus {

    private final DisplaySettingsViewModel model;
    private final PresentationViewModel presentation;

    DisplayMenus(DisplaySettingsViewModel model, PresentationViewModel presentation) {
        this.model = model;
        this.presentation = presentation;
    }

    Menu language() {
        LanguageSetting language = model.language();
        // The title is in both languages, for users who cannot read the current group.
        Menu menu = new Menu(Messages.text("menu.language"), IconFactory.of(Feather.GLOBE));
        menu.setId("menuLanguage");
        addRadioItems(
                menu,
                new Options<>(
                        LanguageSetting.available(), LanguageSetting.Language::name, LanguageSetting.Language::code),
                language.languageProperty(),
                language::choose);
        return menu;
    }

    Menu textSize() {
        Menu menu = new Menu(Messages.text("menu.textSize"), IconFactory.of(Feather.TYPE));
        menu.setId("menuTextSize");
        addRadioItems(
                menu,
                new Options<>(
                        DisplaySettingsViewModel.TEXT_SIZES,
                        size -> Messages.text("menu.textSize.value", size),
                        String::valueOf),
                model.textSizeProperty().asObject(),
                model::chooseTextSize);
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        step("menuTextLarger", KeyCode.EQUALS, 1),
                        step("menuTextSmaller", KeyCode.MINUS, -1));
        return menu;
    }

    private MenuItem step(String id, KeyCode key, int direction) {
        MenuItem item = new MenuItem(Messages.text(direction > 0 ? "menu.textSize.larger" : "menu.textSize.smaller"));
        item.setId(id);
        item.setAccelerator(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN));
        item.setOnAction(event -> presentation.stepTextSize(direction));
        return item;
    }

    CheckMenuItem reduceMotion() {
        CheckMenuItem item = new CheckMenuItem(Messages.text("menu.reduceMotion"), IconFactory.of(Feather.WIND));
        item.setId("menuReduceMotion");
        item.setSelected(model.reducedMotionProperty().get());
        item.setOnAction(event -> model.setReducedMotion(item.isSelected()));
        ViewBindings.listen(model.reducedMotionProperty(), (property, old, now) -> item.setSelected(now));
        return item;
    }

    CheckMenuItem smoothImages() {
        CheckMenuItem item = new CheckMenuItem(Messages.text("menu.smooth"), IconFactory.of(Feather.DROPLET));
        item.setId("menuSmooth");
        item.setSelected(model.smoothImagesProperty().get());
        item.setOnAction(event -> model.setSmoothImages(item.isSelected()));
        ViewBindings.listen(model.smoothImagesProperty(), (property, old, now) -> item.setSelected(now));
        return item;
    }

    /**
     * Choices of a menu.
     *
     * @param name display name of a value
     * @param id suffix of the menu item's id
     */
    private record Options<T>(List<T> values, Function<T, String> name, Function<T, String> id) {}

    private static <T> void addRadioItems(
            Menu menu, Options<T> options, ObservableValue<T> chosen, Consumer<T> choose) {
        ToggleGroup group = new ToggleGroup();
        for (T value : options.values()) {
            RadioMenuItem item = new RadioMenuItem(options.name().apply(value));
            item.setId(menu.getId() + options.id().apply(value));
            item.setUserData(value);
            item.setToggleGroup(group);
            item.setSelected(value.equals(chosen.getValue()));
            item.setOnAction(event -> choose.accept(value));
            menu.getItems().add(item);
        }
        ViewBindings.listen(
                chosen,
                (property, old, now) ->
                        group.getToggles().forEach(item -> item.setSelected(now.equals(item.getUserData()))));
    }
}
