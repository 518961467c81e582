package org.ganvas.view;

import java.util.EnumSet;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.ganvas.view.fx.Availability;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.UserAction;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.timeline.TimelapseViewModel;
import org.ganvas.viewmodel.timeline.TimelineViewModel;
import org.ganvas.viewmodel.train.TransportViewModel;
import org.ganvas.viewmodel.window.AppScreen;
import org.kordamp.ikonli.feather.Feather;

/** Menu of the timeline's actions, and the time-lapse export. FX thread. */
final class TimelineActions {

    private TimelineActions() {}

    static Menu menu(TimelineViewModel timeline, TransportViewModel run) {
        Availability usable = new Availability(timeline.usableProperty(), run.absenceProperty());
        Menu menu = new Menu(Messages.text("timeline.title"), IconFactory.of(Feather.GIT_COMMIT));
        menu.setId("menuTimeline");
        List<UserAction> actions = List.of(
                action(
                        usable,
                        "menuTimelinePlay",
                        "menu.timeline.play",
                        Feather.FILM,
                        timeline::togglePlaying,
                        new KeyCodeCombination(KeyCode.P)),
                action(
                        usable,
                        "menuTimelinePrevious",
                        "menu.timeline.previous",
                        Feather.CHEVRON_LEFT,
                        () -> timeline.move(-1),
                        new KeyCodeCombination(KeyCode.COMMA)),
                action(
                        usable,
                        "menuTimelineNext",
                        "menu.timeline.next",
                        Feather.CHEVRON_RIGHT,
                        () -> timeline.move(1),
                        new KeyCodeCombination(KeyCode.PERIOD)),
                action(
                        usable,
                        "menuTimelineMark",
                        "menu.timeline.mark",
                        Feather.FLAG,
                        timeline::mark,
                        new KeyCodeCombination(KeyCode.M)),
                action(
                        usable,
                        "menuTimelineNextMark",
                        "menu.timeline.nextMark",
                        Feather.FAST_FORWARD,
                        timeline::selectNextMark,
                        new KeyCodeCombination(KeyCode.M, KeyCombination.SHIFT_DOWN)),
                action(
                        usable,
                        "menuTimelineContinue",
                        "menu.timeline.continue",
                        Feather.GIT_BRANCH,
                        timeline::continueFromHere,
                        new KeyCodeCombination(KeyCode.B, KeyCombination.SHORTCUT_DOWN)),
                action(
                        usable,
                        "menuTimelineLive",
                        "menu.timeline.live",
                        Feather.RADIO,
                        timeline::showLive,
                        new KeyCodeCombination(KeyCode.L)));
        menu.getItems()
                .setAll(ShortcutSections.on(
                        EnumSet.of(AppScreen.TRAIN, AppScreen.LAB),
                        actions.stream().map(UserAction::menuItem).toList()));
        return menu;
    }

    static UserAction export(TimelapseViewModel timelapse, ObservableValue<String> reason) {
        return new UserAction(
                "menuExportTimelapse",
                new SimpleStringProperty(Messages.text("menu.export.timelapse")),
                Feather.FILM,
                new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                new Availability(timelapse.readyProperty(), reason),
                timelapse::export);
    }

    private static UserAction action(
            Availability usable, String id, String key, Feather icon, Runnable work, KeyCombination keys) {
        return new UserAction(id, new SimpleStringProperty(Messages.text(key)), icon, keys, usable, work);
    }
}
