package org.ganvas.bench.window;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.fake.FileDrops;
import org.ganvas.view.fx.SceneNodes;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What changes around the content of a window: its size, text size, language, theme, screen, presentation mode, dropped
 * files, and the answers to prompts. FX thread.
 */
final class MonkeyScenery {

    /** Menus that change the whole window, by the start of their items' ids. */
    private static final List<String> CHANGES =
            List.of("menuTextSize", "menuLanguage", "menuTheme", "menuScreen", "menuFullScreen", "menuHide");

    private static final String NETWORK = "menuDownload";

    private static final List<Size> SIZES = List.of(
            new Size(1024, 640),
            new Size(1152, 720),
            new Size(1280, 720),
            new Size(1366, 768),
            new Size(1440, 900),
            new Size(1600, 1000),
            new Size(1920, 1080));

    private final Stage stage;
    private final MonkeyFiles files;
    private final SeededRandomStream random;

    private record Size(int width, int height) {}

    MonkeyScenery(Stage stage, MonkeyFiles files, SeededRandomStream random) {
        this.stage = stage;
        this.files = files;
        this.random = random;
    }

    /** Changes something; returns what. */
    String change() {
        return switch (random.nextInt(4)) {
            case 0 -> resize();
            case 1 -> drop();
            default -> chooseFromMenus();
        };
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String resize() {
        Rectangle2D screen = Screen.getPrimary().getBounds();
        Size size = one(SIZES.stream()
                .filter(each -> each.width() <= screen.getWidth() && each.height() <= screen.getHeight())
                .toList());
        stage.setWidth(size.width());
        stage.setHeight(size.height());
        return "a window of " + size.width() + " x " + size.height();
    }

    private String drop() {
        File file = files.dropped();
        FileDrops.drop(stage.getScene(), file);
        return "a drop of " + file.getName();
    }

    private String chooseFromMenus() {
        String wanted = one(CHANGES);
        if (!(stage.getScene().lookup("#menuButton") instanceof MenuButton button)) {
            return "no menu";
        }
        List<MenuItem> items = leaves(button.getItems())
                .filter(item -> item.getId() != null && item.getId().startsWith(wanted))
                .toList();
        if (items.isEmpty()) {
            return "no menu item " + wanted;
        }
        MenuItem item = one(items);
        item.fire();
        return "the menu item " + item.getId();
    }

    /** Enabled items at any depth, without the downloads, which need a network. */
    static Stream<MenuItem> leaves(List<MenuItem> items) {
        return items.stream()
                .filter(item -> !item.isDisable() && !NETWORK.equals(item.getId()))
                .flatMap(item -> item instanceof Menu menu ? leaves(menu.getItems()) : Stream.of(item));
    }

    /** Answers an open prompt and loads some preset from the welcome page. */
    void loadPreset() {
        Scene scene = stage.getScene();
        Node open = prompt();
        if (open != null) {
            press(KeyCode.ESCAPE);
        }
        press(KeyCode.ESCAPE);
        press(KeyCode.DIGIT1, true);
        press(KeyCode.F2, false);
        List<Node> cards = all(scene.getRoot())
                .filter(node -> node.getId() != null && node.getId().startsWith("welcome-"))
                .toList();
        if (!cards.isEmpty()) {
            ((Button) one(cards)).fire();
        }
        Platform.runLater(() -> {
            if (scene.lookup("#promptDiscard") instanceof Button discard && SceneNodes.isShown(discard)) {
                discard.fire();
            }
        });
    }

    // ---- Prompts ----

    /** The open prompt; null if there is none. */
    @Nullable
    Node prompt() {
        Node layer = stage.getScene().lookup("#promptLayer");
        return layer != null && layer.isVisible() ? layer : null;
    }

    /** Answers a prompt by a button, by Escape or Enter, or clicks beside it; returns what. */
    String answer(Node layer) {
        switch (random.nextInt(5)) {
            case 0 -> press(KeyCode.ESCAPE);
            case 1 -> press(KeyCode.ENTER);
            case 2 -> clickBeside(layer);
            default -> pressButton(layer);
        }
        return "an answer to a prompt";
    }

    private void press(KeyCode key) {
        press(key, false);
    }

    private void press(KeyCode key, boolean control) {
        Node focus = stage.getScene().getFocusOwner();
        Event.fireEvent(
                focus == null ? stage.getScene().getRoot() : focus,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
    }

    private static void clickBeside(Node layer) {
        for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
            Event.fireEvent(layer, click(type, layer));
        }
    }

    private static MouseEvent click(EventType<MouseEvent> type, Node layer) {
        return new MouseEvent(
                type, 3, 3, 3, 3, MouseButton.PRIMARY, 1, false, false, false, false,
                type == MouseEvent.MOUSE_PRESSED, false, false, true, false, true, new PickResult(layer, 3, 3));
    }

    private void pressButton(Node layer) {
        List<Node> buttons = all(layer)
                .filter(node -> node instanceof Button && !node.isDisabled() && SceneNodes.isShown(node))
                .toList();
        all(layer)
                .filter(node -> node instanceof TextField && SceneNodes.isShown(node))
                .forEach(node -> ((TextField) node).setText(random.nextInt(3) == 0 ? "" : "名 " + random.nextInt(9)));
        if (!buttons.isEmpty()) {
            ((Button) one(buttons)).fire();
        }
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(MonkeyScenery::all))
                : Stream.of(node);
    }

    /** Size, text size, language and mode of the window. */
    String state() {
        Scene scene = stage.getScene();
        return String.format(
                Locale.ROOT,
                "%.0f x %.0f, text %.0f %%, %s%s",
                scene.getWidth(),
                scene.getHeight(),
                TextScaling.of(100),
                Messages.text("start.title"),
                stage.isFullScreen() ? ", presenting" : "");
    }
}
