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
import org.ganvas.viewmodel.RecentViewModel;
import org.ganvas.viewmodel.RunViewModel;
import org.ganvas.viewmodel.ShellViewModel;
import org.ganvas.viewmodel.TimelineViewModel;
import org.ganvas.viewmodel.UndoStack;
import org.kordamp.ikonli.feather.Feather;

/** Everything that can be done, in the groups of the menu; a new room adds its own group. FX thread. */
final class MainActions {

    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true);

    private final List<List<Action>> groups;
    private final List<Action> exports;
    private final RecentViewModel recent;
    private final TimelineViewModel timeline;
    private final DownloadMenu downloads;
    private final DisplayMenus display;
    private final ClassModeViewModel lesson;

    MainActions(ShellViewModel model, Theme theme, HelpDesk help, Scene scene) {
        exports = exportGroup(model.exchange(), TimelineActions.export(model.timelapse()));
        recent = model.project().recent();
        lesson = model.classMode();
        display = new DisplayMenus(model.display());
        downloads = new DownloadMenu(model.downloads());
        timeline = model.timeline();
        redoByOtherKey(model.undo(), scene);
        groups = List.of(
                fileGroup(model),
                runGroup(model),
                RoomActions.rooms(model.rooms()),
                RoomActions.explore(model),
                editGroup(model),
                viewGroup(model, theme, scene),
                helpGroup(help));
    }

    /** Half of all programs know it by this key, the other half by the one in the menu. */
    private static void redoByOtherKey(UndoStack undo, Scene scene) {
        KeyCombination key =
                new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        Runnable redo = undo::redo;
        scene.getAccelerators().put(key, redo);
        Follow.atEnd(() -> scene.getAccelerators().remove(key, redo));
    }

    List<MenuItem> menuItems() {
        List<MenuItem> items = new ArrayList<>();
        for (List<Action> group : groups) {
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            group.forEach(action -> items.add(action.menuItem()));
            if (group == groups.get(0)) {
                items.add(exportMenu());
            } else if (group == groups.get(1)) {
                items.add(TimelineActions.menu(timeline));
            }
        }
        items.add(1, new RecentMenu(recent));
        items.add(7, downloads);
        items.addAll(display.items());
        items.add(ClassMode.menu(lesson));
        return items;
    }

    /** The last of the file group. */
    private Menu exportMenu() {
        Menu menu = new Menu(Messages.text("menu.export"), Icons.of(Feather.SHARE));
        menu.setId("menuExport");
        exports.forEach(action -> menu.getItems().add(action.menuItem()));
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
                        project::saveCopy),
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

    private static List<Action> viewGroup(ShellViewModel model, Theme theme, Scene scene) {
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
                        () -> lesson.set(!lesson.onProperty().get())),
                new Action(
                        "menuSettings",
                        text("menu.settings"),
                        Feather.SETTINGS,
                        control(KeyCode.COMMA),
                        ALWAYS,
                        () -> SettingsDialog.show(model.settingsPage(), (Stage) scene.getWindow())));
    }

    private static List<Action> helpGroup(HelpDesk help) {
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
                        help::tour));
    }

    private static SimpleStringProperty text(String key) {
        return new SimpleStringProperty(Messages.text(key));
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
