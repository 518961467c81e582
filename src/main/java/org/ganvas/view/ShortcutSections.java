package org.ganvas.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.ganvas.view.keys.ControlKeys;
import org.ganvas.view.keys.ExploreKeys;
import org.ganvas.view.keys.KeyLine;
import org.ganvas.view.keys.LabKeys;
import org.ganvas.view.keys.TrainKeys;
import org.ganvas.view.keys.TranslateKeys;
import org.ganvas.view.keys.WindowKeys;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.jspecify.annotations.Nullable;

/** All keys by screen, read from the items of the main menu and from the keys of the controls. FX thread. */
final class ShortcutSections {

    /** Property of menu items whose keys hold on some screens only. */
    private static final String SCREENS = "screens";

    private final Map<String, List<Group>> byScreen = new LinkedHashMap<>();

    /**
     * Keys of one menu or control.
     *
     * @param rows at least one
     */
    record Group(String title, List<Row> rows) {}

    /** Keys that do the same, and what they do. */
    record Row(List<KeyCombination> keys, String text) {}

    private ShortcutSections() {}

    /** Groups by the name of their screen, those of the whole window first. */
    static Map<String, List<Group>> of(List<MenuItem> menu) {
        ShortcutSections all = new ShortcutSections();
        all.add(everywhere(), Messages.text("keys.menu"), menu, null);
        WindowKeys.all().forEach(keys -> all.add(everywhere(), group(keys)));
        for (AppScreen screen : AppScreen.values()) {
            all.add(name(screen), Messages.text("keys.menu"), menu, screen);
            keysOf(screen).forEach(keys -> all.add(name(screen), group(keys)));
        }
        return all.byScreen;
    }

    /** Says that the keys of items hold on some screens only. */
    static <I extends MenuItem> List<I> on(Set<AppScreen> screens, List<I> items) {
        items.forEach(item -> item.getProperties().put(SCREENS, screens));
        return items;
    }

    private static List<ControlKeys> keysOf(AppScreen screen) {
        return switch (screen) {
            case TRAIN -> TrainKeys.all();
            case EXPLORE -> ExploreKeys.all();
            case LAB -> LabKeys.all();
            case TRANSLATE -> TranslateKeys.all();
            case DREAM -> List.of();
        };
    }

    private static String everywhere() {
        return Messages.text("keys.everywhere");
    }

    private static String name(AppScreen screen) {
        return Messages.text(ScreenSwitcher.key(screen) + ".title");
    }

    private void add(String screen, Group group) {
        if (group.rows().isEmpty()) {
            return;
        }
        List<Group> groups = byScreen.computeIfAbsent(screen, none -> new ArrayList<>());
        int last = groups.size() - 1;
        if (last >= 0 && groups.get(last).title().equals(group.title())) {
            List<Row> rows = new ArrayList<>(groups.get(last).rows());
            rows.addAll(group.rows());
            groups.set(last, new Group(group.title(), rows));
        } else {
            groups.add(group);
        }
    }

    /**
     * Adds a group of the items themselves, and one of each menu among them.
     *
     * @param wanted screen on which the keys hold; null for keys that hold everywhere
     */
    private void add(String screen, String title, List<MenuItem> items, @Nullable AppScreen wanted) {
        List<Row> rows = new ArrayList<>();
        items.forEach(item -> addRow(item, wanted, rows));
        add(screen, new Group(title, rows));
        for (MenuItem item : items) {
            if (item instanceof Menu menu) {
                add(screen, menu.getText(), menu.getItems(), wanted);
            }
        }
    }

    private static void addRow(MenuItem item, @Nullable AppScreen wanted, List<Row> into) {
        Object screens = item.getProperties().get(SCREENS);
        boolean holds = wanted == null ? screens == null : screens instanceof Set<?> some && some.contains(wanted);
        if (item.getAccelerator() != null && holds) {
            into.add(new Row(List.of(item.getAccelerator()), item.getText()));
        }
    }

    private static Group group(ControlKeys keys) {
        return new Group(
                Messages.text(keys.place()),
                keys.lines().stream()
                        .filter(line -> !line.shown().isEmpty())
                        .map(ShortcutSections::row)
                        .toList());
    }

    private static Row row(KeyLine line) {
        return new Row(line.shown(), Messages.text(line.text()));
    }
}
