package org.ganvas.view;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.ganvas.app.AppWiring;
import org.ganvas.app.SettingsFile;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.FakeSetupChoices;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.support.UserPrompts;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Harness of the real window over a fake session. */
final class WindowHarness implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    final FakeTrainingSession training = new FakeTrainingSession(2);
    final FakePrompts prompts = new FakePrompts();
    final Stage stage;
    private final AppWiring wiring;

    /**
     * @param folder of settings and recovery copies
     */
    WindowHarness(Stage stage, Path folder) {
        this(stage, folder, null);
    }

    /**
     * @param folder of settings and recovery copies
     * @param real prompts instead of the fake ones; null for those
     */
    WindowHarness(Stage stage, Path folder, @Nullable UserPrompts real) {
        this.stage = stage;
        wiring = new AppWiring(
                stage,
                training,
                FakeSetupChoices.all(),
                real == null ? prompts : real,
                new SettingsFile(folder.resolve("settings.properties")),
                folder.resolve("state"));
        wiring.open(null);
    }

    WindowViewModel model() {
        return wiring.model();
    }

    Scene scene() {
        return stage.getScene();
    }

    /** Menu item with an id, at any depth. */
    MenuItem menuItem(String id) {
        Deque<MenuItem> waiting = new ArrayDeque<>(((MenuButton) scene().lookup("#menuButton")).getItems());
        while (!waiting.isEmpty()) {
            MenuItem item = waiting.remove();
            if (id.equals(item.getId())) {
                return item;
            }
            if (item instanceof Menu menu) {
                waiting.addAll(menu.getItems());
            }
        }
        throw new IllegalArgumentException("There is no menu item " + id);
    }

    /** Every node of the window, parents before children. */
    List<Node> nodes() {
        List<Node> all = new ArrayList<>();
        collect(scene().getRoot(), all);
        return all;
    }

    static void collect(Node node, List<Node> into) {
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    /**
     * Suppresses tooltips: on the headless screen a tooltip that opens between press and release takes the pointer, and
     * the click is lost. Mouse-entered events are filtered, so that no node installs a tooltip.
     */
    static void withoutTooltips(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, Event::consume);
    }

    static void until(Callable<Boolean> wish) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(wish).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    void closeWith(FxRobot robot) {
        robot.interact(() -> {
            close();
            return null;
        });
    }

    @Override
    public void close() throws Exception {
        wiring.close();
        stage.close();
    }
}
