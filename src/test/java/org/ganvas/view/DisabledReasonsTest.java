package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.run.RunState;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.SceneNodes;
import org.ganvas.viewmodel.explore.ExploreViewModel.Tool;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.timeline.TimelineViewModel;
import org.ganvas.viewmodel.window.AppScreen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every disabled control of the real window says why, in every state of the run. */
@ExtendWith(ApplicationExtension.class)
final class DisabledReasonsTest {

    @TempDir
    static Path folder;

    private WindowHarness window;

    /** What is disabled without a reason, with the first state in which it is. */
    private final Set<String> silent = new TreeSet<>();

    /** Reasons that were seen. */
    private final Set<String> said = new TreeSet<>();

    @Start
    void open(Stage stage) {
        window = new WindowHarness(stage, folder);
        collect("no run");
        assertEquals(Messages.text("run.none.disabled"), DisabledReasons.of(node("#startButton")));
    }

    @AfterEach
    void close(FxRobot robot) {
        window.closeWith(robot);
        Messages.setLanguage(Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minute", "ring", "acgan"})
    void everyDisabledControlSaysWhy(String preset, FxRobot robot) throws Exception {
        WindowHarness.until(() -> !node("#startButton").isDisabled());
        if (!"minute".equals(preset)) {
            load(robot, preset);
        }
        walk(robot, preset + ", ready");
        robot.interact(() -> node("#startButton", Button.class).fire());
        WindowHarness.until(() -> state() == RunState.RUNNING);
        walk(robot, preset + ", running");
        assertEquals(Messages.text("step.disabled"), DisabledReasons.of(node("#stepButton")));
        robot.interact(() -> node("#startButton", Button.class).fire());
        WindowHarness.until(() -> state() == RunState.PAUSED);
        walk(robot, preset + ", paused");
        robot.interact(() -> window.training.fail("A step failed."));
        WindowHarness.until(() -> state() == RunState.FAILED);
        walk(robot, preset + ", failed");
        assertEquals(Messages.text("run.failed.disabled"), DisabledReasons.of(node("#startButton")));
        assertEquals("", String.join("\n", silent));
        assertTrue(said.size() > 8, said.toString());
    }

    @Test
    void heldGeneratorOfAnotherFile(FxRobot robot) throws Exception {
        WindowHarness.until(() -> !node("#startButton").isDisabled());
        Path project = folder.resolve("held.ganvas");
        new ProjectStore().save(RunFixtures.rendered(), project);
        robot.interact(() -> window.model().explore().models().source().openFile(project));
        WindowHarness.until(() ->
                window.model().explore().models().source().foreignProperty().getValue());
        walk(robot, "held");
        assertEquals("", String.join("\n", silent));
    }

    @Test
    void pastWithoutACompleteCheckpoint(FxRobot robot) throws TimeoutException {
        WindowHarness.until(() -> !node("#startButton").isDisabled());
        assertEquals(Messages.text("timeline.continue.disabled"), DisabledReasons.of(node("#timelineContinue")));
        robot.interact(() -> node("#stepButton", Button.class).fire());
        WindowHarness.until(() -> state() == RunState.PAUSED);
        int run = window.training.run().number();
        window.training.keep(List.of(new Checkpoint(run, 0, 0, false, ""), new Checkpoint(run, 1, 1, false, "")));
        TimelineViewModel timeline = window.model().train().timeline();
        WindowHarness.until(() -> timeline.checkpointsProperty().get().all().size() == 2);
        robot.interact(() -> timeline.move(-1));
        WindowHarness.until(() -> timeline.selectedProperty().get() != null);
        walk(robot, "past");
        assertEquals("", String.join("\n", silent));
        assertEquals(
                Messages.text("timeline.continue.incomplete.disabled"), DisabledReasons.of(node("#timelineContinue")));
    }

    private void load(FxRobot robot, String id) throws TimeoutException {
        Preset preset = PresetRegistry.get(id);
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Preset> choice = (ComboBox<Preset>) node("#presetChoice");
            choice.setValue(preset);
        });
        WindowHarness.until(() -> {
            if (state() == RunState.LOADING) {
                collect("loading");
                assertEquals(Messages.text("run.loading.disabled"), DisabledReasons.of(node("#startButton")));
            }
            return window.training.run() != null
                    && window.training.run().request().presetId().equals(id);
        });
        WindowHarness.until(() -> !node("#startButton").isDisabled());
    }

    /** Each screen, each tool of the Explore screen, and its film. */
    private void walk(FxRobot robot, String state) {
        robot.interact(() -> collect(state));
        robot.interact(() -> window.model().navigation().show(AppScreen.EXPLORE));
        for (Tool tool : Tool.values()) {
            robot.interact(() -> window.model().explore().toolProperty().set(tool));
            robot.interact(() -> collect(state + ", " + tool));
        }
        for (AppScreen screen : List.of(AppScreen.LAB, AppScreen.TRANSLATE, AppScreen.DREAM)) {
            robot.interact(() -> window.model().navigation().show(screen));
            robot.interact(() -> collect(state + ", " + screen));
        }
        robot.interact(() -> window.model().navigation().show(AppScreen.TRAIN));
    }

    private void collect(String state) {
        List<Node> nodes = window.nodes();
        nodes.stream()
                .filter(node -> node instanceof Control && node.isDisabled() && SceneNodes.isShown(node))
                .forEach(node ->
                        note(state, node.getClass().getSimpleName() + " #" + node.getId(), DisabledReasons.of(node)));
        nodes.stream()
                .filter(MenuButton.class::isInstance)
                .flatMap(node -> items(((MenuButton) node).getItems()))
                .filter(MenuItem::isDisable)
                .forEach(item -> note(state, "item " + item.getId() + " " + item.getText(), DisabledReasons.of(item)));
    }

    private static Stream<MenuItem> items(List<MenuItem> from) {
        return from.stream()
                .flatMap(item -> item instanceof Menu menu
                        ? Stream.concat(Stream.of(item), items(menu.getItems()))
                        : Stream.of(item));
    }

    private void note(String state, String what, @Nullable String reason) {
        if (reason == null) {
            silent.add(what + " [" + state + "]");
        } else {
            said.add(reason);
        }
    }

    // ---- At the pointer ----

    @Test
    void pressedDisabledButtonShowsItsReasonAndNothingElse(FxRobot robot) throws TimeoutException {
        WindowHarness.until(() -> !node("#startButton").isDisabled());
        Node reset = node("#resetButton");
        assertTrue(reset.isDisabled());
        assertEquals(Messages.text("reset.disabled"), reset.getAccessibleHelp());
        robot.interact(() -> mouse(MouseEvent.MOUSE_PRESSED, reset));
        assertEquals(List.of(Messages.text("reset.title"), Messages.text("reset.disabled")), shownTexts(robot));
        robot.interact(() -> mouse(MouseEvent.MOUSE_MOVED, node("#startButton")));
        assertEquals(List.of(), shownTexts(robot));
        robot.interact(() -> node("#stepButton", Button.class).fire());
        WindowHarness.until(() -> !reset.isDisabled());
        assertEquals(Messages.text("reset.text"), reset.getAccessibleHelp());
        robot.interact(() -> mouse(MouseEvent.MOUSE_PRESSED, reset));
        assertEquals(List.of(), shownTexts(robot));
    }

    @Test
    void partsOfADisabledPaneHaveTheReasonOfThePane(FxRobot robot) throws TimeoutException {
        WindowHarness.until(() -> !node("#startButton").isDisabled());
        load(robot, "ring");
        robot.interact(() -> {
            window.model().navigation().show(AppScreen.EXPLORE);
            window.model().explore().toolProperty().set(Tool.INVERSION);
        });
        WindowHarness.until(() -> node("#inversionTool").isDisabled());
        assertEquals(Messages.text("explore.board.disabled"), DisabledReasons.of(node("#searchExplore")));
        assertNotEquals(Messages.text("explore.board.disabled"), Messages.text("explore.search.use.disabled"));
        robot.interact(() -> Messages.setLanguage(Locale.SIMPLIFIED_CHINESE));
        assertFalse(String.valueOf(DisabledReasons.of(node("#searchExplore"))).contains("generator"));
    }

    /** Sends what JavaFX sends over a disabled node: an event for the nearest enabled node around it. */
    private void mouse(EventType<MouseEvent> type, Node over) {
        Node target = over.isDisabled() ? over.getParent() : over;
        Scene scene = window.scene();
        Point2D middle = over.localToScene(
                over.getLayoutBounds().getCenterX(), over.getLayoutBounds().getCenterY());
        boolean pressed = type == MouseEvent.MOUSE_PRESSED;
        Event.fireEvent(
                target,
                new MouseEvent(
                        type,
                        middle.getX(),
                        middle.getY(),
                        scene.getWindow().getX() + middle.getX(),
                        scene.getWindow().getY() + middle.getY(),
                        pressed ? MouseButton.PRIMARY : MouseButton.NONE,
                        pressed ? 1 : 0,
                        false,
                        false,
                        false,
                        false,
                        pressed,
                        false,
                        false,
                        false,
                        false,
                        true,
                        new PickResult(target, middle.getX(), middle.getY())));
    }

    /** Texts of the tooltips that are open. */
    private static List<String> shownTexts(FxRobot robot) {
        List<String> texts = new ArrayList<>();
        robot.interact(() -> Window.getWindows().stream()
                .filter(window -> window instanceof Tooltip && window.isShowing())
                .map(window -> (Parent) ((Tooltip) window).getGraphic())
                .forEach(card -> texts.addAll(card.getChildrenUnmodifiable().stream()
                        .filter(Label.class::isInstance)
                        .map(label -> ((Label) label).getText())
                        .collect(Collectors.toList()))));
        return texts;
    }

    private RunState state() {
        return window.model().train().run().stateProperty().get();
    }

    private Node node(String selector) {
        return window.scene().lookup(selector);
    }

    private <N extends Node> N node(String selector, Class<N> type) {
        return type.cast(node(selector));
    }
}
