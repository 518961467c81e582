package org.ganvas.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.ganvas.view.fx.Action;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.Icons;
import org.ganvas.view.fx.Theme;
import org.ganvas.view.help.HelpDesk;
import org.ganvas.viewmodel.ClassModeViewModel;
import org.ganvas.viewmodel.ExchangeViewModel;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.ProjectViewModel;
import org.ganvas.viewmodel.RunViewModel;
import org.ganvas.viewmodel.ShellViewModel;
import org.ganvas.viewmodel.UndoStack;
import org.kordamp.ikonli.feather.Feather;

/** Everything that can be done, as menus by what it is done to. FX thread. */
final class MainActions {

    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true);

    private final ShellViewModel model;
    private final Theme theme;
    private final HelpDesk help;
    private final Scene scene;

    MainActions(ShellViewModel model, Theme theme, HelpDesk help, Scene scene) {
        this.model = model;
        this.theme = theme;
        this.help = help;
        this.scene = scene;
        redoByOtherKey(model.undo(), scene);
    }

    /** Half of all programs know it by this key, the other half by the one in the menu. */
    private static void redoByOtherKey(UndoStack undo, Scene scene) {
        KeyCombination key = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        Runnable redo = undo::redo;
        scene.getAccelerators().put(key, redo);
        Follow.atEnd(() -> scene.getAccelerators().remove(key, redo));
    }

    /** Few enough for the smallest window with the largest text. */
    List<MenuItem> menuItems() {
        DisplayMenus display = new DisplayMenus(model.display());
        return List.of(
                fileMenu(),
                runMenu(),
                TimelineActions.menu(model.timeline()),
                menu("menuLatents", "latent.title", Feather.SLIDERS, items(RoomActions.explore(model))),
                viewMenu(display),
                display.language(),
                new SeparatorMenuItem(),
                settings(model, scene).menuItem(),
                menu("menuHelp", "menu.help", Feather.HELP_CIRCLE, items(helpGroup(model, help))));
    }

    private static Menu menu(String id, String key, Feather icon, List<MenuItem> items) {
        Menu menu = new Menu(Messages.text(key), Icons.of(icon));
        menu.setId(id);
        menu.getItems().setAll(items);
        return menu;
    }

    private static List<MenuItem> items(List<Action> actions) {
        return actions.stream().map(Action::menuItem).toList();
    }

    private Menu fileMenu() {
        List<MenuItem> items = new ArrayList<>(items(fileGroup(model)));
        items.add(1, new RecentMenu(model.project().recent()));
        items.add(new SeparatorMenuItem());
        items.addAll(items(dataGroup(model)));
        items.add(items.size() - 1, new DownloadMenu(model.downloads()));
        items.add(exportMenu());
        return menu("menuFile", "menu.file", Feather.FILE, items);
    }

    private Menu runMenu() {
        List<MenuItem> items = new ArrayList<>(items(runGroup(model)));
        items.add(new SeparatorMenuItem());
        items.addAll(items(editGroup(model)));
        return menu("menuRun", "menu.run", Feather.PLAY, items);
    }

    private Menu viewMenu(DisplayMenus display) {
        List<MenuItem> items = new ArrayList<>(items(RoomActions.rooms(model.rooms())));
        items.add(new SeparatorMenuItem());
        items.addAll(items(viewGroup(model, theme)));
        items.addAll(List.of(display.textSize(), display.still(), ClassMode.menu(model.classMode())));
        return menu("menuView", "menu.view", Feather.MONITOR, items);
    }

    /** The last of the file group. */
    private Menu exportMenu() {
        Menu menu = new Menu(Messages.text("menu.export"), Icons.of(Feather.SHARE));
        menu.setId("menuExport");
        menu.getItems().setAll(items(exportGroup(model.exchange(), TimelineActions.export(model.timelapse()))));
        return menu;
    }

    private static List<Action> exportGroup(ExchangeViewModel exchange, Action timelapse) {
        return List.of(
                export(exchange, "Generator", Feather.IMAGE, control(KeyCode.E), exchange::exportGenerator),
                export(
                        exchange,
                        "Discriminator",
                        Feather.EYE,
                        new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN),
                        exchange::exportDiscriminator),
                export(
                        exchange,
                        "Arrays",
                        Feather.GRID,
                        new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        exchange::exportArrays),
                export(exchange, "Script", Feather.CODE, allThree(KeyCode.E), exchange::exportScript),
                export(exchange, "Curves", Feather.ACTIVITY, allThree(KeyCode.C), exchange::exportCurves),
                export(
                        exchange,
                        "Table",
                        Feather.LIST,
                        new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN),
                        exchange::exportTable),
                export(
                        exchange,
                        "Pictures",
                        Feather.IMAGE,
                        new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        exchange::exportPictures),
                timelapse);
    }

    private static Action export(
            ExchangeViewModel exchange, String what, Feather icon, KeyCombination keys, Runnable work) {
        ObservableStringValue words = text("menu.export." + what.toLowerCase(Locale.ROOT));
        return new Action("menuExport" + what, words, icon, keys, exchange.readyProperty(), work);
    }

    private static KeyCombination allThree(KeyCode key) {
        return new KeyCodeCombination(
                key, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    private static List<Action> fileGroup(ShellViewModel model) {
        ProjectViewModel project = model.project();
        return List.of(
                new Action(
                        "menuOpen",
                        text("menu.open"),
                        Feather.FILE,
                        control(KeyCode.O),
                        project.busyProperty().not(),
                        project::open),
                new Action(
                        "menuSave",
                        text("menu.save"),
                        Feather.SAVE,
                        control(KeyCode.S),
                        project.saveableProperty(),
                        project::save),
                new Action(
                        "menuSaveAs",
                        text("menu.saveAs"),
                        Feather.COPY,
                        new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        project.saveableProperty(),
                        project::saveAs),
                new Action(
                        "menuSaveCopy",
                        text("menu.saveCopy"),
                        Feather.FILE_PLUS,
                        new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN),
                        project.saveableProperty(),
                        project::saveCopy));
    }

    private static List<Action> dataGroup(ShellViewModel model) {
        return List.of(
                new Action(
                        "menuFolder",
                        text("menu.folder"),
                        Feather.FOLDER,
                        control(KeyCode.D),
                        ALWAYS,
                        model.recipe()::chooseFolder),
                new Action(
                        "menuPoints",
                        text("menu.points"),
                        Feather.TARGET,
                        new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        ALWAYS,
                        model.recipe()::choosePoints),
                new Action(
                        "menuImport",
                        text("menu.import"),
                        Feather.DOWNLOAD,
                        control(KeyCode.I),
                        model.exchange().readyProperty(),
                        model.exchange()::importModel));
    }

    private static List<Action> runGroup(ShellViewModel model) {
        RunViewModel run = model.run();
        StringBinding startText = Bindings.createStringBinding(
                () -> Messages.text(run.runningProperty().get() ? "pause.title" : "start.title"),
                run.runningProperty());
        return List.of(
                new Action(
                        "menuStart",
                        startText,
                        Feather.PLAY,
                        new KeyCodeCombination(KeyCode.SPACE),
                        run.toggleableProperty(),
                        run::toggle),
                new Action(
                        "menuStep",
                        text("step.title"),
                        Feather.SKIP_FORWARD,
                        new KeyCodeCombination(KeyCode.S),
                        run.steppableProperty(),
                        run::step),
                new Action(
                        "menuReset",
                        text("reset.title"),
                        Feather.ROTATE_CCW,
                        new KeyCodeCombination(KeyCode.R),
                        run.resettableProperty(),
                        run::reset));
    }

    private static List<Action> editGroup(ShellViewModel model) {
        return List.of(
                new Action(
                        "menuUndo",
                        text("menu.undo"),
                        Feather.CORNER_UP_LEFT,
                        control(KeyCode.Z),
                        model.undo().availableProperty(),
                        model.undo()::undo),
                new Action(
                        "menuRedo",
                        text("menu.redo"),
                        Feather.CORNER_UP_RIGHT,
                        control(KeyCode.Y),
                        model.undo().redoableProperty(),
                        model.undo()::redo));
    }

    private static List<Action> viewGroup(ShellViewModel model, Theme theme) {
        ClassModeViewModel lesson = model.classMode();
        return List.of(
                new Action(
                        "menuTheme",
                        text("menu.theme"),
                        Feather.SUN,
                        new KeyCodeCombination(KeyCode.T),
                        ALWAYS,
                        theme::toggle),
                new Action(
                        "menuFullScreen",
                        text("menu.fullScreen"),
                        Feather.MAXIMIZE,
                        new KeyCodeCombination(KeyCode.F11),
                        ALWAYS,
                        () -> lesson.set(!lesson.onProperty().get())));
    }

    private static Action settings(ShellViewModel model, Scene scene) {
        return new Action(
                "menuSettings",
                text("menu.settings"),
                Feather.SETTINGS,
                control(KeyCode.COMMA),
                ALWAYS,
                () -> SettingsDialog.show(model.settingsPage(), (Stage) scene.getWindow()));
    }

    private static List<Action> helpGroup(ShellViewModel model, HelpDesk help) {
        return List.of(
                new Action(
                        "menuGlossary",
                        text("menu.glossary"),
                        Feather.HELP_CIRCLE,
                        new KeyCodeCombination(KeyCode.F1),
                        ALWAYS,
                        help::explainFocus),
                new Action(
                        "menuWelcome",
                        text("menu.welcome"),
                        Feather.HOME,
                        new KeyCodeCombination(KeyCode.F2),
                        ALWAYS,
                        help::welcome),
                new Action(
                        "menuTour",
                        text("menu.tour"),
                        Feather.COMPASS,
                        new KeyCodeCombination(KeyCode.F3),
                        ALWAYS,
                        help::tour),
                new Action(
                        "menuAbout",
                        text("menu.about"),
                        Feather.INFO,
                        new KeyCodeCombination(KeyCode.F1, KeyCombination.SHIFT_DOWN),
                        ALWAYS,
                        model::about));
    }

    private static SimpleStringProperty text(String key) {
        return new SimpleStringProperty(Messages.text(key));
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
