package org.ganvas.view;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.RunState;
import org.ganvas.view.fx.Availability;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.FoldingChoice;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.TransportViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Header of the window: name, transport buttons, step counter, screen switcher, theme, menu. FX thread. */
final class HeaderBar extends FittingRow {

    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private final WindowViewModel model;
    private final TransportViewModel run;

    /** Keeps the width of more digits than the count has. */
    private final Label mostDigits = CardFactory.styled(new Label(), "figure", "step-count");

    /**
     * @param screens choice of the screen
     * @param items of the main menu
     */
    HeaderBar(WindowViewModel model, WindowTheme theme, FoldingChoice<?> screens, List<MenuItem> items) {
        super(8);
        this.model = model;
        run = model.train().run();
        getStyleClass().add("header-bar");
        Label name = CardFactory.styled(new Label(Messages.text("app.name")), "app-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region logo = LogoView.logo(24);
        Region gap = new Region();
        gap.setMinWidth(8);
        Button start = start();
        Label steps = CardFactory.caption(Messages.text("counter.steps"));
        screens.getStyleClass().add("screen-switch");
        getChildren()
                .addAll(
                        logo,
                        name,
                        gap,
                        start,
                        icon(
                                "stepButton",
                                Feather.SKIP_FORWARD,
                                "step",
                                run::step,
                                new Availability(run.steppableProperty(), run.stepObstacleProperty())),
                        icon(
                                "resetButton",
                                Feather.ROTATE_CCW,
                                "reset",
                                run::reset,
                                new Availability(run.resettableProperty(), run.resetObstacleProperty())),
                        counter(steps),
                        screens,
                        CardFactory.space(),
                        themeButton(theme),
                        menu(items));
        concede(on -> mostDigits.setManaged(!on));
        concedeHidden(name, gap);
        concede(screens::foldToIcons);
        concedeSpacing(4);
        concede(screens::foldToList);
        concedeHidden(logo);
        concede(on -> start.pseudoClassStateChanged(COMPACT, on));
        concedeText(start);
    }

    private Button start() {
        Button start = new Button();
        start.setId("startButton");
        start.getStyleClass().addAll("accent", "start-button");
        start.textProperty().bind(ViewBindings.map(run.startTextProperty(), Messages::text));
        start.graphicProperty().bind(IconFactory.playing(run.runningProperty()));
        start.disableProperty().bind(run.toggleableProperty().not());
        start.setOnAction(event -> run.toggle());
        ViewBindings.listen(run.stateProperty(), (property, old, now) -> setPseudoClasses(start, now));
        setPseudoClasses(start, run.stateProperty().get());
        return DisabledReasons.set(HelpTooltips.about(start, "start"), run.stepObstacleProperty());
    }

    private static void setPseudoClasses(Button start, RunState state) {
        start.pseudoClassStateChanged(READY, state == RunState.READY);
        start.pseudoClassStateChanged(RUNNING, state == RunState.RUNNING);
    }

    private static Button icon(String id, Feather icon, String key, Runnable action, Availability availability) {
        Button button = new Button(null, IconFactory.of(icon));
        button.setId(id);
        button.getStyleClass().add("button-icon");
        button.disableProperty().bind(Bindings.not(availability.enabled()));
        button.setOnAction(event -> action.run());
        return DisabledReasons.set(HelpTooltips.about(button, key), availability.reason());
    }

    private VBox counter(Label caption) {
        Label count = CardFactory.styled(new Label(), "figure", "step-count");
        count.setId("stepCount");
        count.textProperty().bind(model.status().stepProperty());
        mostDigits.setVisible(false);
        mostDigits
                .textProperty()
                .bind(ViewBindings.map(run.stepProperty(), step -> NumberFormats.count(mostDigits(step.longValue()))));
        StackPane figure = new StackPane(mostDigits, count);
        figure.setAlignment(Pos.CENTER_LEFT);
        VBox counter = new VBox(figure, caption);
        counter.setAlignment(Pos.CENTER_LEFT);
        counter.getStyleClass().add("counter");
        counter.setMinWidth(Region.USE_PREF_SIZE);
        return HelpTooltips.about(counter, "counter");
    }

    /** The greatest number of the width that is kept for a count: only after ten million steps anything beside it moves. */
    static long mostDigits(long count) {
        long most = 9_999_999;
        while (most < count) {
            most = most * 100 + 99;
        }
        return most;
    }

    private static Button themeButton(WindowTheme theme) {
        Button button = new Button();
        button.setId("themeButton");
        button.getStyleClass().addAll("button-icon", "flat");
        button.graphicProperty()
                .bind(ViewBindings.map(
                        theme.modeProperty(),
                        mode -> IconFactory.of(mode == WindowTheme.Mode.DARK ? Feather.SUN : Feather.MOON)));
        button.setOnAction(event -> theme.toggle());
        return HelpTooltips.about(button, "theme");
    }

    private static MenuButton menu(List<MenuItem> items) {
        MenuButton menu = new MenuButton(null, IconFactory.of(Feather.MENU));
        menu.setId("menuButton");
        menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        menu.getItems().setAll(items);
        return HelpTooltips.tip(menu, Messages.text("menu.title"));
    }
}
