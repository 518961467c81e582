package org.ganvas.view;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.ganvas.view.fx.Availability;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.UserAction;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.view.help.HelpOverlay;
import org.ganvas.view.keys.KeyLine;
import org.ganvas.view.keys.WindowKeys;
import org.ganvas.view.prompt.PromptLayer;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.lab.LabExportViewModel;
import org.ganvas.viewmodel.project.ImportExportViewModel;
import org.ganvas.viewmodel.project.ProjectViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.PaceViewModel;
import org.ganvas.viewmodel.train.TransportViewModel;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Main menu of the window, with the shortcut of every action. FX thread. */
final class MainActions {

    private final WindowViewModel model;
    private final WindowTheme theme;
    private final HelpOverlay help;
    private final Scene scene;
    private final List<MenuItem> items;

    MainActions(WindowViewModel model, WindowTheme theme, HelpOverlay help, Scene scene) {
        this.model = model;
        this.theme = theme;
        this.help = help;
        this.scene = scene;
        items = buildItems();
        addSecondKeys();
    }

    /** What many programs use beside the keys of the menu: Ctrl+Shift+Z, the plus above the equals sign, the keypad. */
    private void addSecondKeys() {
        addKeys(WindowKeys.REDO, model.undo()::redo);
        addKeys(WindowKeys.LARGER_TEXT, () -> model.presentation().stepTextSize(1));
        addKeys(WindowKeys.SMALLER_TEXT, () -> model.presentation().stepTextSize(-1));
        EventHandler<KeyEvent> typed = this::typed;
        scene.addEventHandler(KeyEvent.KEY_TYPED, typed);
        ViewBindings.onDispose(() -> scene.removeEventHandler(KeyEvent.KEY_TYPED, typed));
    }

    private void addKeys(KeyLine line, Runnable action) {
        line.all().forEach(key -> {
            scene.getAccelerators().put(key, action);
            ViewBindings.onDispose(() -> scene.getAccelerators().remove(key, action));
        });
    }

    /** A question mark, wherever a keyboard has it, unless it is a text. */
    private void typed(KeyEvent event) {
        boolean asks = WindowKeys.QUESTION_MARK.equals(event.getCharacter());
        if (asks
                && !(event.getTarget() instanceof TextInputControl)
                && !PromptLayer.in(scene).openProperty().get()) {
            showShortcuts();
            event.consume();
        }
    }

    private void showShortcuts() {
        ShortcutsPrompt.show(items, PromptLayer.in(scene));
    }

    /** Items of the main menu, few enough for the smallest window with the largest text. */
    List<MenuItem> menuItems() {
        return items;
    }

    private List<MenuItem> buildItems() {
        DisplayMenus display = new DisplayMenus(model.display(), model.presentation());
        return List.of(
                new RecentProjectsMenu(model.projects().project().recent()),
                fileMenu(),
                runMenu(),
                TimelineActions.menu(model.train().timeline(), model.train().run()),
                menu(
                        "menuLatents",
                        "latent.title",
                        Feather.SLIDERS,
                        ShortcutSections.on(
                                EnumSet.of(AppScreen.EXPLORE, AppScreen.TRAIN), items(ScreenActions.explore(model)))),
                viewMenu(display),
                display.language(),
                new SeparatorMenuItem(),
                settings(model, scene).menuItem(),
                menu("menuHelp", "menu.help", Feather.HELP_CIRCLE, items(helpGroup())));
    }

    private static Menu menu(String id, String key, Feather icon, List<MenuItem> items) {
        Menu menu = new Menu(Messages.text(key), IconFactory.of(icon));
        menu.setId(id);
        menu.getItems().setAll(items);
        return menu;
    }

    private static List<MenuItem> items(List<UserAction> actions) {
        return actions.stream().map(UserAction::menuItem).toList();
    }

    private Menu fileMenu() {
        List<MenuItem> items = new ArrayList<>(items(fileGroup(model)));
        items.add(new SeparatorMenuItem());
        items.addAll(items(dataGroup(model)));
        items.add(items.size() - 1, new DownloadMenu(model.train().downloads()));
        items.add(exportMenu());
        return menu("menuFile", "menu.file", Feather.FILE, items);
    }

    private Menu runMenu() {
        List<MenuItem> items = new ArrayList<>(items(runGroup(model)));
        items.addAll(ShortcutSections.on(EnumSet.of(AppScreen.LAB), items(ScreenActions.lab(model))));
        items.add(new SeparatorMenuItem());
        items.addAll(items(editGroup(model)));
        return menu("menuRun", "menu.run", Feather.PLAY, items);
    }

    private Menu viewMenu(DisplayMenus display) {
        List<MenuItem> items = new ArrayList<>(items(ScreenActions.screens(model.navigation())));
        items.add(new SeparatorMenuItem());
        items.addAll(items(viewGroup(model, theme)));
        items.addAll(List.of(
                display.textSize(),
                display.smoothImages(),
                display.reduceMotion(),
                PresentationMode.menu(model.presentation())));
        return menu("menuView", "menu.view", Feather.MONITOR, items);
    }

    /** Submenu of the exports, the last item of the file menu. */
    private Menu exportMenu() {
        ObservableValue<String> reason =
                RunReasons.ofFiles(model.projects().project(), model.train().run());
        Menu menu = new Menu(Messages.text("menu.export"), IconFactory.of(Feather.SHARE));
        menu.setId("menuExport");
        menu.getItems()
                .setAll(items(exportGroup(
                        model.train().importExport(),
                        new Availability(model.train().importExport().readyProperty(), reason),
                        TimelineActions.export(model.train().timelapse(), reason))));
        menu.getItems().addAll(items(labGroup(model.lab().export())));
        return menu;
    }

    private static List<UserAction> exportGroup(
            ImportExportViewModel exchange, Availability availability, UserAction timelapse) {
        return List.of(
                export(availability, "Generator", Feather.IMAGE, shortcut(KeyCode.E), exchange::exportGenerator),
                export(
                        availability,
                        "Discriminator",
                        Feather.EYE,
                        new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN),
                        exchange::exportDiscriminator),
                export(
                        availability,
                        "Arrays",
                        Feather.GRID,
                        new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        exchange::exportArrays),
                export(availability, "Script", Feather.CODE, allModifiers(KeyCode.E), exchange::exportScript),
                export(availability, "Curves", Feather.ACTIVITY, allModifiers(KeyCode.C), exchange::exportCurves),
                export(
                        availability,
                        "Table",
                        Feather.LIST,
                        new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN),
                        exchange::exportTable),
                export(
                        availability,
                        "Pictures",
                        Feather.IMAGE,
                        new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        exchange::exportImages),
                timelapse);
    }

    private static List<UserAction> labGroup(LabExportViewModel lab) {
        Availability available = Availability.when(lab.readyProperty(), "lab.export");
        return List.of(
                new UserAction(
                        "menuExportLabImage",
                        text("menu.export.labImage"),
                        Feather.TARGET,
                        keys(KeyCode.I),
                        available,
                        () -> lab.exportImage(2)),
                new UserAction(
                        "menuExportLabFilm",
                        text("menu.export.labFilm"),
                        Feather.FILM,
                        keys(KeyCode.F),
                        available,
                        lab::exportMp4),
                new UserAction(
                        "menuExportLabTable",
                        text("menu.export.labTable"),
                        Feather.LIST,
                        keys(KeyCode.L),
                        available,
                        lab::exportTable));
    }

    private static KeyCombination keys(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    private static UserAction export(
            Availability availability, String what, Feather icon, KeyCombination keys, Runnable work) {
        ObservableStringValue words = text("menu.export." + what.toLowerCase(Locale.ROOT));
        return new UserAction("menuExport" + what, words, icon, keys, availability, work);
    }

    private static KeyCombination allModifiers(KeyCode key) {
        return new KeyCodeCombination(
                key, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    private static List<UserAction> fileGroup(WindowViewModel model) {
        ProjectViewModel project = model.projects().project();
        Availability saveable = new Availability(
                project.saveableProperty(),
                RunReasons.ofFiles(project, model.train().run()));
        return List.of(
                new UserAction(
                        "menuOpen",
                        text("menu.open"),
                        Feather.FILE,
                        shortcut(KeyCode.O),
                        Availability.when(project.busyProperty().not(), "file.busy"),
                        project::open),
                new UserAction(
                        "menuSave", text("menu.save"), Feather.SAVE, shortcut(KeyCode.S), saveable, project::save),
                new UserAction(
                        "menuSaveAs",
                        text("menu.saveAs"),
                        Feather.COPY,
                        new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        saveable,
                        project::saveAs),
                new UserAction(
                        "menuSaveCopy",
                        text("menu.saveCopy"),
                        Feather.FILE_PLUS,
                        new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN),
                        saveable,
                        project::saveCopy));
    }

    private static List<UserAction> dataGroup(WindowViewModel model) {
        return List.of(
                new UserAction(
                        "menuFolder",
                        text("menu.folder"),
                        Feather.FOLDER,
                        shortcut(KeyCode.D),
                        Availability.always(),
                        model.train().runSetup()::chooseFolder),
                new UserAction(
                        "menuPoints",
                        text("menu.points"),
                        Feather.TARGET,
                        new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        Availability.always(),
                        model.train().runSetup()::choosePoints),
                new UserAction(
                        "menuImport",
                        text("menu.import"),
                        Feather.DOWNLOAD,
                        shortcut(KeyCode.I),
                        new Availability(
                                model.train().importExport().readyProperty(),
                                RunReasons.ofFiles(
                                        model.projects().project(),
                                        model.train().run())),
                        model.train().importExport()::importModel));
    }

    private static List<UserAction> runGroup(WindowViewModel model) {
        TransportViewModel run = model.train().run();
        PaceViewModel pace = model.train().pace();
        StringBinding startText = Bindings.createStringBinding(
                () -> Messages.text(run.startTextProperty().get()), run.startTextProperty());
        return List.of(
                new UserAction(
                        "menuStart",
                        startText,
                        Feather.PLAY,
                        new KeyCodeCombination(KeyCode.SPACE),
                        new Availability(run.toggleableProperty(), run.stepObstacleProperty()),
                        run::toggle),
                new UserAction(
                        "menuStep",
                        text("step.title"),
                        Feather.SKIP_FORWARD,
                        new KeyCodeCombination(KeyCode.S),
                        new Availability(run.steppableProperty(), run.stepObstacleProperty()),
                        run::step),
                new UserAction(
                        "menuReset",
                        text("reset.title"),
                        Feather.ROTATE_CCW,
                        new KeyCodeCombination(KeyCode.R),
                        new Availability(run.resettableProperty(), run.resetObstacleProperty()),
                        run::reset),
                new UserAction(
                        "menuSlower",
                        text("pace.slower.title"),
                        Feather.CHEVRONS_LEFT,
                        new KeyCodeCombination(KeyCode.F7),
                        Availability.when(pace.slowerProperty(), "pace.slower"),
                        pace::slower),
                new UserAction(
                        "menuFaster",
                        text("pace.faster.title"),
                        Feather.CHEVRONS_RIGHT,
                        new KeyCodeCombination(KeyCode.F8),
                        Availability.when(pace.fasterProperty(), "pace.faster"),
                        pace::faster));
    }

    private static List<UserAction> editGroup(WindowViewModel model) {
        return List.of(
                new UserAction(
                        "menuUndo",
                        named("menu.undo", model.undo().undoNameProperty()),
                        Feather.CORNER_UP_LEFT,
                        shortcut(KeyCode.Z),
                        Availability.when(model.undo().availableProperty(), "menu.undo"),
                        model.undo()::undo),
                new UserAction(
                        "menuRedo",
                        named("menu.redo", model.undo().redoNameProperty()),
                        Feather.CORNER_UP_RIGHT,
                        shortcut(KeyCode.Y),
                        Availability.when(model.undo().redoableProperty(), "menu.redo"),
                        model.undo()::redo));
    }

    private static List<UserAction> viewGroup(WindowViewModel model, WindowTheme theme) {
        PresentationViewModel presentation = model.presentation();
        BooleanProperty latest = model.train().curves().settings().latestProperty();
        return List.of(
                new UserAction(
                        "menuChartsLatest",
                        text("chart.latest.title"),
                        Feather.TRENDING_UP,
                        new KeyCodeCombination(KeyCode.H),
                        Availability.always(),
                        () -> latest.set(!latest.get())),
                new UserAction(
                        "menuTheme",
                        text("menu.theme"),
                        Feather.SUN,
                        new KeyCodeCombination(KeyCode.T),
                        Availability.always(),
                        theme::toggle),
                new UserAction(
                        "menuFullScreen",
                        text("menu.fullScreen"),
                        Feather.MAXIMIZE,
                        new KeyCodeCombination(KeyCode.F11),
                        Availability.always(),
                        () -> presentation.setOn(!presentation.onProperty().get())));
    }

    private static UserAction settings(WindowViewModel model, Scene scene) {
        return new UserAction(
                "menuSettings",
                text("menu.settings"),
                Feather.SETTINGS,
                shortcut(KeyCode.COMMA),
                Availability.always(),
                () -> PreferencesPrompt.show(model.preferences(), PromptLayer.in(scene)));
    }

    private List<UserAction> helpGroup() {
        return List.of(
                new UserAction(
                        "menuShortcuts",
                        text("keys.title"),
                        Feather.COMMAND,
                        shortcut(KeyCode.SLASH),
                        Availability.always(),
                        this::showShortcuts),
                new UserAction(
                        "menuGlossary",
                        text("menu.glossary"),
                        Feather.HELP_CIRCLE,
                        new KeyCodeCombination(KeyCode.F1),
                        Availability.always(),
                        help::explainFocus),
                new UserAction(
                        "menuWelcome",
                        text("menu.welcome"),
                        Feather.HOME,
                        new KeyCodeCombination(KeyCode.F2),
                        Availability.always(),
                        help::welcome),
                new UserAction(
                        "menuTour",
                        text("menu.tour"),
                        Feather.COMPASS,
                        new KeyCodeCombination(KeyCode.F3),
                        Availability.always(),
                        help::tour),
                new UserAction(
                        "menuAbout",
                        text("menu.about"),
                        Feather.INFO,
                        new KeyCodeCombination(KeyCode.F1, KeyCombination.SHIFT_DOWN),
                        Availability.always(),
                        model::about));
    }

    private static SimpleStringProperty text(String key) {
        return new SimpleStringProperty(Messages.text(key));
    }

    /** The text with the name of what is undone or redone, where there is something. */
    private static StringBinding named(String key, ObservableStringValue nameKey) {
        return Bindings.createStringBinding(
                () -> nameKey.get().isEmpty()
                        ? Messages.text(key)
                        : Messages.text(key + ".named", Messages.text(nameKey.get())),
                nameKey);
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
