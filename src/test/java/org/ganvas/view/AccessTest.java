package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Keyboard operation and names for screen readers in the real window. */
final class AccessTest extends WindowTest {

    private static final int MOST_STOPS = 200;
    private static final int STOPS = 10;

    @BeforeEach
    void everyScreenIsBuilt(FxRobot robot) {
        robot.interact(() -> window.menuItem("menuScreenEXPLORE").fire());
        robot.interact(() -> window.menuItem("menuScreenDREAM").fire());
        robot.interact(() -> window.menuItem("menuScreenTRAIN").fire());
    }

    @Test
    void keysForTheLatentActOnThatOfTheShownScreen(FxRobot robot) throws TimeoutException {
        LatentViewModel ofTrain = window.model().train().latent();
        WindowHarness.until(() -> !window.menuItem("menuLatentRandom").isDisable() && explored().length > 0);
        long seed = ofTrain.seedProperty().get();
        float[] explored = explored();
        robot.push(KeyCode.CONTROL, KeyCode.R);
        assertNotEquals(seed, ofTrain.seedProperty().get());
        assertArrayEquals(explored, explored(), "what is not seen stays");
        assertTrue(window.menuItem("menuLatentKeep").isDisable());
        robot.interact(() -> window.menuItem("menuScreenEXPLORE").fire());
        long now = ofTrain.seedProperty().get();
        robot.push(KeyCode.CONTROL, KeyCode.R);
        assertFalse(Arrays.equals(explored, explored()));
        assertEquals(now, ofTrain.seedProperty().get());
    }

    private float[] explored() {
        LatentPoint point = window.model().explore().currentLatent();
        return point == null ? new float[0] : point.latent();
    }

    @Test
    void everyControlHasANameForScreenReaders(FxRobot robot) {
        Set<String> nameless = new TreeSet<>();
        robot.interact(() -> window.nodes().stream()
                .filter(node -> node instanceof Control && node.isFocusTraversable())
                .filter(node -> !isPartOfAnother(node) && !isNamed(node))
                .forEach(node -> nameless.add(node.getClass().getSimpleName() + " #" + node.getId())));
        assertEquals(Set.of(), nameless);
    }

    /** Parts such as the text field of a combo box or a scroll bar, whose parent has the name. */
    private static boolean isPartOfAnother(Node node) {
        return node.getParent() instanceof Control && !(node.getParent() instanceof ScrollPane)
                || node instanceof ScrollBar && node.getParent() instanceof ScrollPane;
    }

    private static boolean isNamed(Node node) {
        String name = node.getAccessibleText();
        return name != null && !name.isBlank()
                || node instanceof Labeled labeled && !labeled.getText().isBlank();
    }

    @Test
    void tabReachesEveryControlAndItsRingIsSeen(FxRobot robot) {
        Set<Node> wanted = new HashSet<>();
        robot.interact(() -> window.nodes().stream()
                .filter(node -> node instanceof Control && node.isFocusTraversable() && isThere(node))
                .filter(node -> !isReachedByArrows(node))
                .forEach(wanted::add));
        Set<String> ringless = new TreeSet<>();
        // In small pieces: a hundred stops at once would exceed the robot's timeout on a busy machine.
        for (int i = 0; i < MOST_STOPS && !wanted.isEmpty(); i += STOPS) {
            robot.interact(() -> IntStream.range(0, STOPS).forEach(stop -> stepOn(wanted, ringless)));
        }
        assertEquals(Set.of(), wanted);
        assertEquals(Set.of(), ringless);
    }

    private void stepOn(Set<Node> wanted, Set<String> ringless) {
        Node at = window.scene().getFocusOwner();
        at.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false));
        Node focus = window.scene().getFocusOwner();
        wanted.remove(focus);
        focus.applyCss();
        assertTrue(focus.isFocusVisible(), String.valueOf(focus));
        if (!hasRing(focus)) {
            ringless.add(focus.getClass().getSimpleName() + " #" + focus.getId());
        }
    }

    /** In a toggle group Tab goes to the selected button, and arrow keys to its siblings. */
    private static boolean isReachedByArrows(Node node) {
        return node instanceof ToggleButton button && button.getToggleGroup() != null && !button.isSelected();
    }

    private static boolean isThere(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible() || each.isDisabled()) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasRing(Node node) {
        if (node instanceof ScrollPane) {
            return true;
        }
        Node thumb = node.lookup(".thumb");
        boolean onThumb = thumb != null && thumb.getEffect() != null;
        return onThumb
                || node instanceof Region region
                        && region.getBorder() != null
                        && !region.getBorder().isEmpty();
    }

    @Test
    void theRunIsStartedAndChangedByKeysAlone(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> text("#startButton").equals("Pause"));
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> text("#startButton").equals("Start"));
        assertFalse(text("#stepCount").equals("0"));
    }

    private String text(String id) {
        return ((Labeled) window.scene().lookup(id)).getText();
    }
}
