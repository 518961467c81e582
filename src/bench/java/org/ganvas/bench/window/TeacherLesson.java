package org.ganvas.bench.window;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.ganvas.fake.FakeFileDialogs;
import org.ganvas.fake.FileDrops;
import org.ganvas.view.fx.SceneNodes;
import org.jspecify.annotations.Nullable;

/** What a teacher does with the window in front of a class, one act after the other. FX thread. */
final class TeacherLesson {

    private final Stage stage;
    private final FakeFileDialogs dialogs;
    private final File folder;
    private final File project;
    private final List<Act> acts = new ArrayList<>();
    private int round;
    private int next;
    private boolean presents;

    /** One act; {@code work} returns at once, its effects are seen until the next act. */
    private record Act(String name, Runnable work) {}

    /**
     * @param folder with images to drop
     * @param project file to save to
     */
    TeacherLesson(Stage stage, FakeFileDialogs dialogs, File folder, File project) {
        this.stage = stage;
        this.dialogs = dialogs;
        this.folder = folder;
        this.project = project;
        dialogs.answer(project);
        act("full screen", () -> {
            key(KeyCode.F11);
            presents = true;
        });
        points();
        collapse();
        digits();
        explore();
        ownImages();
        aids();
    }

    /** Whether the lesson has the window on full screen now. */
    boolean presents() {
        return presents;
    }

    /** Does the next act and returns its name; begins again after the last one. */
    String advance() {
        if (next == acts.size()) {
            next = 1;
            round++;
        }
        Act act = acts.get(next++);
        act.work().run();
        return "round " + (round + 1) + ", " + act.name();
    }

    private void act(String name, Runnable work) {
        acts.add(new Act(name, work));
    }

    // ---- The lesson ----

    private void points() {
        preset("ring");
        act("start", () -> key(KeyCode.SPACE));
        act("slower", () -> key(KeyCode.F7));
        act("slower again", () -> key(KeyCode.F7));
        act("pause", () -> key(KeyCode.SPACE));
        act("one step", () -> key(KeyCode.S));
        act("one more step", () -> key(KeyCode.S));
        act("start again", () -> key(KeyCode.SPACE));
        act("full speed", () -> {
            for (int i = 0; i < 5; i++) {
                key(KeyCode.F8);
            }
        });
        tabs();
        act("back in time", () -> {
            for (int i = 0; i < 4; i++) {
                key(KeyCode.COMMA);
            }
        });
        act("forward", () -> key(KeyCode.PERIOD));
        act("play the past", () -> key(KeyCode.P));
        act("mark", () -> key(KeyCode.M));
        act("present", () -> key(KeyCode.L));
        act("latest thousand steps", () -> key(KeyCode.H));
        act("all steps", () -> key(KeyCode.H));
    }

    private void collapse() {
        preset("collapse");
        act("start", () -> key(KeyCode.SPACE));
        act("doctor", () -> tab("tab-doctor"));
        act("watch", () -> {});
        act("watch on", () -> {});
        act("samples", () -> tab("tab-samples"));
        act("charts", () -> tab("tab-charts"));
    }

    private void digits() {
        // In later rounds the images are those dropped, which have no labels: the window takes the doodles instead.
        preset("minute");
        act("start", () -> key(KeyCode.SPACE));
        tabs();
        act("inspection", () -> key(KeyCode.I));
        act("scores", () -> key(KeyCode.D));
        act("without inspection", () -> key(KeyCode.I));
        act("without scores", () -> key(KeyCode.D));
    }

    private void explore() {
        act("explore", () -> key(KeyCode.DIGIT2, true));
        tabs();
        for (int i = 0; i < 3; i++) {
            int dimension = i;
            act("slider z" + (i + 1), () -> slide("exploreSliderDIMENSION" + dimension, dimension - 1.5));
        }
        act("random", () -> key(KeyCode.R, true));
        for (int i = 0; i < 4; i++) {
            String tool = "tool" + i;
            act("tool " + (i + 1), () -> {
                tab("tab-tools");
                fire(tool);
            });
        }
        act("interpolation", () -> {
            fire("tool1");
            List.of(KeyCode.A, KeyCode.B).forEach(slot -> {
                key(KeyCode.R, true);
                fire("slot" + slot);
            });
        });
        act("play the interpolation", () -> fire("interpolationPlay"));
        act("favourite", () -> key(KeyCode.K, true));
        act("keyframe", () -> {
            tab("tab-film");
            fire("keyframeAdd");
        });
        act("second keyframe", () -> {
            key(KeyCode.R, true);
            fire("keyframeAdd");
        });
        act("film", () -> fire("filmPlay"));
        act("end of the film", () -> fire("filmPlay"));
        act("training screen", () -> key(KeyCode.DIGIT1, true));
    }

    private void ownImages() {
        act("save", () -> {
            dialogs.answer(project);
            key(KeyCode.S, true);
        });
        act("drop a folder", () -> FileDrops.drop(stage.getScene(), folder));
        act("answer", this::discard);
        act("start", () -> key(KeyCode.SPACE));
        act("watch", () -> {});
        act("reset", () -> key(KeyCode.R));
        act("answer by Escape", () -> key(KeyCode.ESCAPE));
        act("reset", () -> key(KeyCode.R));
        act("answer", this::discard);
    }

    private void aids() {
        act("glossary", () -> key(KeyCode.F1));
        act("close", () -> key(KeyCode.ESCAPE));
        act("tour", () -> key(KeyCode.F3));
        for (int i = 0; i < 8; i++) {
            act("tour, stop " + (i + 2), () -> fire("tourNext"));
        }
        act("about", () -> item("menuAbout"));
        act("close", () -> key(KeyCode.ESCAPE));
        act("settings", () -> key(KeyCode.COMMA, true));
        act("close", () -> key(KeyCode.ESCAPE));
        act("larger text", () -> item("menuTextSize200"));
        tabs();
        act("usual text", () -> item("menuTextSize100"));
        act("theme", () -> key(KeyCode.T));
        act("Chinese", () -> item("menuLanguagezh"));
        tabs();
        act("explore in Chinese", () -> key(KeyCode.DIGIT2, true));
        act("training screen", () -> key(KeyCode.DIGIT1, true));
        act("English", () -> item("menuLanguageen"));
        act("charts hidden", () -> item("menuHidecharts"));
        act("charts shown", () -> item("menuHidecharts"));
        act("window", () -> {
            key(KeyCode.F11);
            presents = false;
        });
        act("full screen", () -> {
            key(KeyCode.F11);
            presents = true;
        });
    }

    private void preset(String id) {
        act("welcome", () -> {
            key(KeyCode.DIGIT1, true);
            key(KeyCode.F2);
        });
        act("preset", () -> fire("welcome-" + id));
        act("answer", this::discard);
    }

    /** Brings each pane that is behind a tab to the front, one act for each place. */
    private void tabs() {
        for (int i = 0; i < 4; i++) {
            int place = i;
            act("tab " + (i + 1), () -> {
                List<Node> shown = stage.getScene().getRoot().lookupAll(".pane-tab").stream()
                        .filter(SceneNodes::isShown)
                        .toList();
                if (place < shown.size()) {
                    ((ToggleButton) shown.get(place)).fire();
                }
            });
        }
        act("first tab", () -> stage.getScene().getRoot().lookupAll(".pane-tab").stream()
                .filter(SceneNodes::isShown)
                .findFirst()
                .ifPresent(tab -> ((ToggleButton) tab).fire()));
    }

    // ---- Hands ----

    private void key(KeyCode code) {
        key(code, false);
    }

    private void key(KeyCode code, boolean control) {
        Scene scene = stage.getScene();
        Node focus = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        Event.fireEvent(focus, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        Event.fireEvent(focus, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, control, false, false));
    }

    private void fire(String id) {
        if (stage.getScene().lookup("#" + id) instanceof ButtonBase button && !button.isDisabled()) {
            button.fire();
        }
    }

    private void tab(String id) {
        if (stage.getScene().lookup("#" + id) instanceof ToggleButton button && SceneNodes.isShown(button)) {
            button.fire();
        }
    }

    private void slide(String id, double value) {
        if (stage.getScene().lookup("#" + id) instanceof Slider slider) {
            slider.setValue(value);
        }
    }

    /** Discards the unsaved steps where the window asks. */
    private void discard() {
        if (stage.getScene().lookup("#promptDiscard") instanceof Button discard && SceneNodes.isShown(discard)) {
            discard.fire();
        }
    }

    private void item(String id) {
        MenuButton menu = (MenuButton) stage.getScene().lookup("#menuButton");
        MenuItem found = find(menu.getItems(), id);
        if (found == null) {
            throw new IllegalStateException(String.format(Locale.ROOT, "There is no menu item %s.", id));
        }
        found.fire();
    }

    private static @Nullable MenuItem find(List<MenuItem> items, String id) {
        for (MenuItem item : items) {
            MenuItem found = id.equals(item.getId())
                    ? item
                    : item instanceof Menu menu ? find(menu.getItems(), id) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
