package org.ganvas.view.lab;

import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.view.board.PointBoardPane;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ScrollPanes;
import org.ganvas.view.fx.SteadyLabel;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.LabKeys;
import org.ganvas.view.lab.LabLayerBar.Arrangement;
import org.ganvas.view.layout.PaneExtent;
import org.ganvas.view.layout.ResponsivePanes;
import org.ganvas.view.layout.ScreenContent;
import org.ganvas.view.layout.ScreenPane;
import org.ganvas.view.layout.ScreenPane.Place;
import org.ganvas.view.train.TimelinePane;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.lab.LabViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.TransportViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Lab screen: the plot of the game with its layers and steps. FX thread. */
public final class LabScreen implements ScreenContent {

    private static final String FIRST_PRESET = "ring";

    // Heights of the plot's pane, in text units, below which the rows around the plot make room for it: what the layers
    // do their keys do too.
    private static final double NARRATION_HEIGHT = 90;
    private static final double LAYERS_ROOM = 190;
    private static final double NAMES_ROOM = 370;
    private static final double TIMELINE_ROOM = 195;
    private static final double LOW = 640;
    private static final double GAP_ROOM = 440;
    private static final double SOURCE_ROOM = 500;

    /** Width below which even the digits of layers take two rows, and so cost the timeline. */
    private static final double DIGITS_WIDTH = 460;

    private static final double DIGITS_ROOM = 250;

    // The column of layers beside the plot: its width with that of the least plot, and its height with and without
    // words.
    private static final double BESIDE_WIDTH = 480;
    private static final double BESIDE_ROOM = 520;
    private static final double BESIDE_BRIEF_ROOM = 380;
    private static final double BESIDE_SAVES = 70;

    // In presentation mode the plot is what is looked at from afar, so it gets more of the same height.
    private static final double PRESENTED_GAP_ROOM = 500;
    private static final double PRESENTED_SOURCE_ROOM = 560;
    private static final double SPACING = 8;

    // Heights in the pane of the data flow, in text units: around the diagram, of its title, and of four closed folds.
    private static final double CARD_FRAME = 28;
    private static final double TITLE = 38;
    private static final double FOLD_GAP = 12;
    private static final double FOLD = 32;
    private static final double FOLDS = 4 * (FOLD + FOLD_GAP);

    // In slow motion one reads a sentence and looks at the plot: below these, layers and timeline make room for both.
    private static final double SLOW_ROOM = 520;
    private static final double PRESENTED_SLOW_ROOM = 480;

    private final LabViewModel model;
    private final LabPlot plot;
    private final ResponsivePanes panes;
    private final EventHandler<KeyEvent> keys = LabKeys.SCREEN.handlerIf(Map.of(LabKeys.LAYERS, this::toggleLayer));

    public LabScreen(WindowViewModel window) {
        model = window.lab().screen();
        plot = new LabPlot(model, window.lab().export());
        panes = new ResponsivePanes(
                List.of(
                        new ScreenPane(
                                "labPlot",
                                Messages.text("pane.labPlot"),
                                Feather.TARGET,
                                plotPane(window),
                                Place.CENTRE,
                                PaneExtent.growing(364),
                                PaneExtent.growing(260),
                                window.presentation().alwaysProperty()),
                        new ScreenPane(
                                "labFlow",
                                Messages.text("pane.labFlow"),
                                Feather.SHARE_2,
                                flowPane(window),
                                Place.END,
                                new PaneExtent(300, 0.24, 400),
                                PaneExtent.growing(260),
                                window.presentation().alwaysProperty())),
                window.presentation().onProperty());
        panes.setId("labScreen");
        panes.sceneProperty().addListener((property, old, now) -> {
            if (old != null) {
                old.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, keys);
            }
        });
    }

    private StackPane plotPane(WindowViewModel window) {
        SteadyLabel gap = CardFactory.styled(new SteadyLabel(), "prose");
        gap.setId("labGap");
        gap.textProperty().bind(model.gapProperty());
        HelpTooltips.about(gap, "lab.bits").accessibleTextProperty().bind(model.gapProperty());
        SteadyLabel source = CardFactory.styled(new SteadyLabel(), "caption");
        source.textProperty().bind(model.sourceProperty());
        LabLayerBar layers = new LabLayerBar(model);
        TimelinePane timeline = DisabledReasons.set(
                new TimelinePane(window.train().timeline(), window.train().timelapse()),
                window.train().run().absenceProperty());
        HBox row = new HBox(SPACING, layers.beside(), plot);
        HBox.setHgrow(plot, Priority.ALWAYS);
        LabStepBar steps = new LabStepBar(
                model,
                window.train().run(),
                window.lab().slowMotion(),
                window.lab().export());
        VBox card = new VBox(
                SPACING,
                layers.above(),
                row,
                gap,
                source,
                new NarrationBar(window.lab().slowMotion()),
                steps,
                timeline);
        VBox.setVgrow(row, Priority.ALWAYS);
        card.getStyleClass().add("ganvas-card");
        card.visibleProperty().bind(model.availableProperty());
        // The pane's height: the card's own is never below its least.
        StackPane pane = new StackPane(card, reason(window));
        Runnable concede = () -> {
            boolean slow = window.lab().slowMotion().openProperty().get();
            double room = pane.getHeight() / TextScaling.of(1) - (slow ? NARRATION_HEIGHT : 0);
            boolean presented = window.presentation().onProperty().get();
            boolean folds = slow && room < (presented ? PRESENTED_SLOW_ROOM : SLOW_ROOM);
            double width = pane.getWidth() / TextScaling.of(1);
            Arrangement arrangement = arrangement(width, room, presented, folds);
            layers.arrange(arrangement);
            boolean tight = arrangement == Arrangement.ABOVE_BRIEF || arrangement == Arrangement.HIDDEN;
            card.setSpacing(tight || presented && room < LOW ? SPACING / 2 : SPACING);
            plot.showNames(!slow && tight);
            show(steps, !slow || room >= LAYERS_ROOM);
            // Beside the plot the layers take no height.
            double high = arrangement.isBeside() && !presented ? room + BESIDE_SAVES : room;
            show(timeline, !folds && room >= (width < DIGITS_WIDTH ? DIGITS_ROOM : TIMELINE_ROOM));
            show(gap, high >= (presented ? PRESENTED_GAP_ROOM : GAP_ROOM));
            show(source, high >= (presented ? PRESENTED_SOURCE_ROOM : SOURCE_ROOM));
        };
        ViewBindings.listen(pane.heightProperty(), (property, old, now) -> concede.run());
        ViewBindings.listen(pane.widthProperty(), (property, old, now) -> concede.run());
        ViewBindings.listen(TextScaling.factorProperty(), (property, old, now) -> concede.run());
        ViewBindings.listen(window.lab().slowMotion().openProperty(), (property, old, now) -> concede.run());
        ViewBindings.listen(window.presentation().onProperty(), (property, old, now) -> concede.run());
        return pane;
    }

    /** Where the layers of the plot are, by the size of its pane in text units. */
    private static Arrangement arrangement(double width, double room, boolean presented, boolean folds) {
        if (room < LOW && width >= BESIDE_WIDTH && room >= BESIDE_BRIEF_ROOM) {
            return room >= BESIDE_ROOM ? Arrangement.BESIDE : Arrangement.BESIDE_BRIEF;
        }
        if (folds || room < LAYERS_ROOM) {
            return Arrangement.HIDDEN;
        }
        boolean brief = room < (presented ? LOW : NAMES_ROOM);
        return brief ? Arrangement.ABOVE_BRIEF : Arrangement.ABOVE;
    }

    private static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private static StringBinding flowObstacle(TransportViewModel run) {
        return Bindings.createStringBinding(
                () -> switch (run.stateProperty().get()) {
                    case EMPTY, LOADING -> run.absenceProperty().get();
                    default -> "lab.flow.disabled";
                },
                run.stateProperty());
    }

    private ScrollPane flowPane(WindowViewModel window) {
        FlowDiagram diagram =
                new FlowDiagram(window.lab().figures(), window.lab().slowMotion());
        VBox card = CardFactory.filled(CardFactory.card(Messages.text("pane.labFlow")), diagram);
        card.disableProperty().bind(model.availableProperty().not());
        DisabledReasons.set(card, flowObstacle(window.train().run()));
        NeuronsPane maps = new NeuronsPane(model.neurons(), window.lab().weight());
        TitledPane neurons = fold("neuronsFold", "lab.neurons.title", maps);
        neurons.expandedProperty()
                .addListener((property, old, now) -> model.neurons().setShown(now));
        neurons.disableProperty().bind(card.disableProperty());
        DisabledReasons.set(neurons, flowObstacle(window.train().run()));
        TitledPane dirac = fold(
                "diracFold",
                "lab.dirac.title",
                new DiracPane(window.lab().dirac(), window.lab().export()));
        PointBoardPane drawing = new PointBoardPane(window.lab().board());
        TitledPane board = fold("boardFold", "lab.board.title", drawing);
        drawing.takeKeysOf(board);
        TitledPane motion = fold(
                "motionFold",
                "lab.motion.title",
                new DataMotionPane(window.lab().motion()));
        VBox content = new VBox(FOLD_GAP, card, board, motion, neurons, dirac);
        ScrollPane scroll = ScrollPanes.withoutCache(new ScrollPane(content));
        Runnable fit = () -> {
            fit(card.getChildren().get(0), diagram, scroll.getViewportBounds());
            maps.fit(scroll.getViewportBounds().getHeight() / TextScaling.of(1) - FOLD);
        };
        ViewBindings.listen(scroll.viewportBoundsProperty(), (property, old, now) -> fit.run());
        ViewBindings.listen(TextScaling.factorProperty(), (property, old, now) -> fit.run());
        scrollToExpanded(scroll, board);
        scrollToExpanded(scroll, motion);
        scrollToExpanded(scroll, neurons);
        scrollToExpanded(scroll, dirac);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("left-pane");
        scroll.setMinSize(0, 0);
        return scroll;
    }

    /** Fits the diagram into view, with the folds below it if it may be as low, and without its title if need be. */
    private static void fit(Node title, FlowDiagram diagram, Bounds viewport) {
        double room = viewport.getHeight() / TextScaling.of(1) - CARD_FRAME;
        show(title, room - TITLE >= FlowDiagram.LEAST_HEIGHT);
        double all = room - TITLE - FOLDS;
        diagram.fit(all >= FlowDiagram.LEAST_HEIGHT ? all : title.isVisible() ? room - TITLE : room);
    }

    /** Brings what is unfolded into view, once its height is known. */
    private static void scrollToExpanded(ScrollPane scroll, TitledPane fold) {
        fold.heightProperty().addListener((property, old, now) -> {
            if (fold.isExpanded() && now.doubleValue() > old.doubleValue()) {
                Bounds inside = fold.getBoundsInParent();
                double hidden = scroll.getContent().getLayoutBounds().getHeight()
                        - scroll.getViewportBounds().getHeight();
                scroll.setVvalue(hidden <= 0 ? 0 : Math.min(1, inside.getMinY() / hidden));
            }
        });
    }

    private static TitledPane fold(String id, String key, Node content) {
        TitledPane fold = new TitledPane(Messages.text(key), content);
        fold.setId(id);
        fold.getStyleClass().add("card-fold");
        fold.setAccessibleText(Messages.text(key));
        fold.setExpanded(false);
        fold.setMinSize(0, Region.USE_PREF_SIZE);
        return fold;
    }

    /** Why the screen does not fit the run, and the way to a run that it fits. */
    private VBox reason(WindowViewModel window) {
        Label text = CardFactory.styled(new Label(), "prose");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(460);
        text.textProperty().bind(model.reasonProperty());
        Button open = new Button(Messages.text("lab.unavailable.open"));
        open.setId("labOpenRing");
        // Before the first run has been requested there is nothing that the preset could replace.
        open.disableProperty().bind(window.train().runSetup().shownProperty().isNull());
        DisabledReasons.set(open, "run.none");
        open.getStyleClass().add("accent");
        open.setOnAction(event -> window.train().runSetup().presets().stream()
                .filter(preset -> preset.id().equals(FIRST_PRESET))
                .findFirst()
                .ifPresent(window.train().runSetup()::choosePreset));
        VBox box = new VBox(12, text, open);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("ganvas-card");
        box.visibleProperty().bind(model.availableProperty().not());
        return box;
    }

    /** Digits show and hide layers while the screen is shown, unless they are typed somewhere. */
    private boolean toggleLayer(KeyEvent event) {
        Scene scene = panes.getScene();
        boolean free = scene != null
                && panes.isVisible()
                && isFree(scene.getFocusOwner())
                && !(scene.getFocusOwner() instanceof TextInputControl);
        if (free) {
            String name = event.getCode().getName();
            model.layers().toggle(Character.digit(name.charAt(name.length() - 1), 10));
        }
        return free;
    }

    /** Whether no prompt or page over the window has the focus; one that is left on a hidden control is nobody's. */
    private boolean isFree(@Nullable Node focus) {
        for (Node ancestor = focus; ancestor != null; ancestor = ancestor.getParent()) {
            if (ancestor == panes
                    || !ancestor.isVisible()
                    || ancestor.getStyleClass().contains("header-bar")) {
                return true;
            }
        }
        return focus == null || focus.getParent() == null;
    }

    @Override
    public void dispose() {
        if (panes.getScene() != null) {
            panes.getScene().removeEventHandler(KeyEvent.KEY_PRESSED, keys);
        }
    }

    @Override
    public ResponsivePanes panes() {
        return panes;
    }
}
