package org.ganvas.bench.window;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ganvas.data.SeededRandomStream;

/** Generator of random input events to a window. FX thread. */
final class MonkeyInput {

    private static final List<KeyCode> KEYS = List.of(
            KeyCode.SPACE,
            KeyCode.ENTER,
            KeyCode.ESCAPE,
            KeyCode.TAB,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN,
            KeyCode.DELETE,
            KeyCode.BACK_SPACE,
            KeyCode.S,
            KeyCode.R,
            KeyCode.T,
            KeyCode.Z,
            KeyCode.O,
            KeyCode.E,
            KeyCode.D,
            KeyCode.I,
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.F1,
            KeyCode.F2,
            KeyCode.F3,
            KeyCode.F7,
            KeyCode.F8,
            KeyCode.H,
            KeyCode.K,
            KeyCode.C,
            KeyCode.V,
            KeyCode.F11,
            KeyCode.EQUALS,
            KeyCode.MINUS);
    private static final List<String> WORDS =
            List.of("7", "0.001", "1e-4", "-3", "999999999999", "abc", "层", ".", "", "nan", "2 2", "😀");

    private final Stage stage;
    private final MonkeyScenery scenery;
    private final SeededRandomStream random;
    private String last = "nothing";

    MonkeyInput(Stage stage, MonkeyScenery scenery, SeededRandomStream random) {
        this.stage = stage;
        this.scenery = scenery;
        this.random = random;
    }

    /** Description of the last input. */
    String last() {
        return last;
    }

    void act() {
        Node prompt = scenery.prompt();
        if (prompt != null && random.nextInt(3) == 0) {
            last = scenery.answer(prompt);
            return;
        }
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> click(1 + random.nextInt(2));
            case 3, 4 -> drag();
            case 5 -> wheel();
            case 6, 7 -> key();
            case 8 -> type();
            case 9 -> last = scenery.change();
            default -> menu();
        }
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Random node of the window or of an open popup; while a prompt is open, of the prompt or a popup. */
    private Node node() {
        List<Node> all = new ArrayList<>();
        Node prompt = scenery.prompt();
        for (Window window : Window.getWindows()) {
            if (window.isShowing()) {
                collect(window == stage && prompt != null ? prompt : window.getScene().getRoot(), all);
            }
        }
        return all.isEmpty() ? stage.getScene().getRoot() : one(all);
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (!node.isMouseTransparent()) {
            into.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private void click(int count) {
        Node node = node();
        last = count + " clicks on " + name(node);
        Point2D place = inside(node);
        mouse(node, MouseEvent.MOUSE_PRESSED, place, count);
        mouse(node, MouseEvent.MOUSE_RELEASED, place, count);
        mouse(node, MouseEvent.MOUSE_CLICKED, place, count);
    }

    private void drag() {
        Node node = node();
        last = "a drag on " + name(node);
        mouse(node, MouseEvent.MOUSE_PRESSED, inside(node), 1);
        for (int i = 0; i < 4; i++) {
            mouse(
                    node,
                    MouseEvent.MOUSE_DRAGGED,
                    inside(node).add(random.nextInt(200) - 100, random.nextInt(200) - 100),
                    1);
        }
        mouse(node, MouseEvent.MOUSE_RELEASED, inside(node), 1);
    }

    private Point2D inside(Node node) {
        Bounds bounds = node.getLayoutBounds();
        return new Point2D(
                bounds.getMinX() + bounds.getWidth() * random.nextInt(100) / 100,
                bounds.getMinY() + bounds.getHeight() * random.nextInt(100) / 100);
    }

    private static void mouse(Node node, EventType<MouseEvent> type, Point2D at, int count) {
        Point2D scene = node.localToScene(at);
        boolean down = type != MouseEvent.MOUSE_RELEASED && type != MouseEvent.MOUSE_CLICKED;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        MouseButton.PRIMARY,
                        count,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        true,
                        false,
                        true,
                        new PickResult(node, scene.getX(), scene.getY())));
    }

    private void wheel() {
        Node node = node();
        last = "the wheel on " + name(node);
        Point2D scene = node.localToScene(inside(node));
        double turn = random.nextInt(2) == 0 ? 40 : -40;
        Event.fireEvent(
                node,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        false,
                        random.nextInt(4) == 0,
                        false,
                        false,
                        false,
                        false,
                        0,
                        turn,
                        0,
                        turn,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(node, scene.getX(), scene.getY())));
    }

    private Node focus() {
        Node owner = stage.getScene().getFocusOwner();
        return owner == null ? stage.getScene().getRoot() : owner;
    }

    private void key() {
        KeyCode key = one(KEYS);
        boolean shift = random.nextInt(6) == 0;
        boolean control = random.nextInt(4) == 0;
        last = (control ? "Ctrl+" : "") + (shift ? "Shift+" : "") + key + " at " + name(focus());
        Event.fireEvent(focus(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, control, false, false));
        Event.fireEvent(focus(), new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, shift, control, false, false));
    }

    private void type() {
        String word = one(WORDS);
        last = "typing '" + word + "' at " + name(focus());
        word.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> Event.fireEvent(
                        focus(),
                        new KeyEvent(
                                KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false)));
    }

    /** Random enabled item of the menu, which is out of reach while a prompt is open. */
    private void menu() {
        if (scenery.prompt() == null && stage.getScene().lookup("#menuButton") instanceof MenuButton button) {
            MenuItem item = one(MonkeyScenery.leaves(button.getItems()).toList());
            last = "the menu item " + item.getId();
            item.fire();
        }
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + (node.getId() == null ? "" : " #" + node.getId());
    }
}
