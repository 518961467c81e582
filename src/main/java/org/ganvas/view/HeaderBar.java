package org.ganvas.view;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SeedField;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.TransportViewModel;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Header of the window: name, transport buttons, step counter, screen switcher, seed, theme, menu. FX thread. */
final class HeaderBar extends HBox {

    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private final WindowViewModel model;
    private final TransportViewModel run;

    HeaderBar(WindowViewModel model, WindowTheme theme, MainActions actions) {
        super(8);
        this.model = model;
        run = model.train().run();
        getStyleClass().add("header-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label name = CardFactory.styled(new Label(Messages.text("app.name")), "app-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        gap.setMinWidth(8);
        getChildren()
                .addAll(
                        LogoView.logo(24),
                        name,
                        gap,
                        start(),
                        icon("stepButton", Feather.SKIP_FORWARD, "step", run::step, run.steppableProperty()),
                        icon("resetButton", Feather.ROTATE_CCW, "reset", run::reset, run.resettableProperty()),
                        counter(),
                        new ScreenSwitcher(model.navigation(), model.explore()),
                        CardFactory.space(),
                        hideable(CardFactory.caption(Messages.text("seed.label"))),
                        hideable(seed()),
                        themeButton(theme),
                        menu(actions));
    }

    private Button start() {
        Button start = new Button();
        start.setId("startButton");
        start.getStyleClass().addAll("accent", "start-button");
        start.textProperty()
                .bind(ViewBindings.map(run.runningProperty(), on -> Messages.text(on ? "pause.title" : "start.title")));
        start.graphicProperty().bind(IconFactory.playing(run.runningProperty()));
        start.disableProperty().bind(run.toggleableProperty().not());
        start.setOnAction(event -> run.toggle());
        ViewBindings.listen(run.stateProperty(), (property, old, now) -> setPseudoClasses(start, now));
        setPseudoClasses(start, run.stateProperty().get());
        return HelpTooltips.about(start, "start");
    }

    private static void setPseudoClasses(Button start, RunState state) {
        start.pseudoClassStateChanged(READY, state == RunState.READY);
        start.pseudoClassStateChanged(RUNNING, state == RunState.RUNNING);
    }

    private static Button icon(String id, Feather icon, String key, Runnable action, ObservableValue<Boolean> enabled) {
        Button button = new Button(null, IconFactory.of(icon));
        button.setId(id);
        button.getStyleClass().add("button-icon");
        button.disableProperty().bind(enabled.map(on -> !on));
        button.setOnAction(event -> action.run());
        return HelpTooltips.about(button, key);
    }

    private VBox counter() {
        Label count = CardFactory.styled(new Label(), "figure", "step-count");
        count.setId("stepCount");
        count.textProperty().bind(model.status().stepProperty());
        VBox counter = new VBox(count, CardFactory.caption(Messages.text("counter.steps")));
        counter.setAlignment(Pos.CENTER_LEFT);
        counter.getStyleClass().add("counter");
        counter.setMinWidth(Region.USE_PREF_SIZE);
        return HelpTooltips.about(counter, "counter");
    }

    private <N extends Node> N hideable(N node) {
        PresentationMode.hide(node, model.presentation(), PresentationViewModel.Pane.SEED);
        return node;
    }

    private SeedField seed() {
        SeedField field = new SeedField(1, model.train().runSetup()::chooseSeed);
        field.setId("seedField");
        TextScaling.scalePrefWidth(field, 80);
        ViewBindings.listen(model.train().runSetup().shownProperty(), (property, old, now) -> show(field, now));
        show(field, model.train().runSetup().shownProperty().get());
        return HelpTooltips.about(field, "seed");
    }

    private static void show(SeedField field, @Nullable RunRequest request) {
        if (request != null) {
            field.show(request.seed());
        }
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

    private static MenuButton menu(MainActions actions) {
        MenuButton menu = new MenuButton(null, IconFactory.of(Feather.MENU));
        menu.setId("menuButton");
        menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        menu.getItems().setAll(actions.menuItems());
        return HelpTooltips.tip(menu, Messages.text("menu.title"));
    }
}
