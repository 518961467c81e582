package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.ganvas.bench.window.LayoutAudit;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.viewmodel.text.Glossary;
import org.ganvas.viewmodel.text.Messages;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Glossary, welcome page, tour and presentation mode in the real window. */
final class HelpWalkTest extends WindowTest {

    @Test
    void helpOpensAtWhatHasTheFocusAndGivesTheFocusBack(FxRobot robot) {
        robot.interact(() -> {
            node("#generatorRateField").requestFocus();
            window.menuItem("menuGlossary").fire();
        });
        ListView<?> list = (ListView<?>) node("#helpList");
        assertEquals(
                "rate.generator", ((Glossary.Entry) list.getSelectionModel().getSelectedItem()).key());
        robot.interact(() -> press(KeyCode.ESCAPE));
        assertNull(window.scene().lookup("#helpLayer"));
        assertEquals("generatorRateField", window.scene().getFocusOwner().getId());
    }

    @Test
    void theSearchSaysWhatItIsForWhileItHasTheFocus(FxRobot robot) {
        robot.interact(() -> window.menuItem("menuGlossary").fire());
        TextField search = (TextField) node("#helpSearch");
        assertTrue(search.isFocused());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                List.of(Messages.text("help.search")),
                search.lookupAll(".text").stream()
                        .filter(node ->
                                node.isVisible() && !((Text) node).getText().isEmpty())
                        .map(node -> ((Text) node).getText())
                        .toList());
    }

    @Test
    void theSearchWaitsUntilTypingRests(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.menuItem("menuGlossary").fire());
        ListView<?> list = (ListView<?>) node("#helpList");
        int all = list.getItems().size();
        robot.interact(() -> {
            ((TextField) node("#helpSearch")).setText("wasser");
            ((TextField) node("#helpSearch")).setText("wasserstein");
            assertEquals(all, list.getItems().size(), "not for every letter");
        });
        WindowHarness.until(() -> list.getItems().size() < all / 4);
        robot.interact(() -> {
            ((TextField) node("#helpSearch")).setText("");
            ((TextField) node("#helpSearch")).requestFocus();
        });
        robot.push(KeyCode.DOWN);
        assertEquals(all, list.getItems().size(), "at once where the list is entered");
    }

    @Test
    void theEntryThatTheGlossaryOpensAtIsInSight(FxRobot robot) {
        robot.interact(() -> {
            node("#startButton").requestFocus();
            window.menuItem("menuGlossary").fire();
        });
        WaitForAsyncUtils.waitForFxEvents();
        ListView<?> list = (ListView<?>) node("#helpList");
        assertTrue(list.getSelectionModel().getSelectedIndex() > 100, "far below the first screenful");
        Bounds seen = list.localToScene(list.getBoundsInLocal());
        assertTrue(
                list.lookupAll(".list-cell").stream()
                        .filter(cell -> cell.isVisible() && ((ListCell<?>) cell).isSelected())
                        .anyMatch(cell -> seen.contains(cell.localToScene(cell.getBoundsInLocal()))),
                "the selected entry is in the list's viewport");
    }

    @Test
    void spaceStartsAndTheWelcomePageGoes(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.menuItem("menuWelcome").fire());
        assertNotNull(window.scene().lookup("#welcome-minute"));
        robot.interact(() -> window.scene().getRoot().requestFocus());
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> window.scene().lookup("#welcomeLayer") == null);
        assertEquals("Pause", ((Labeled) node("#startButton")).getText());
    }

    @Test
    void ofALongPathTheWelcomePageShowsBothEnds(FxRobot robot) throws Exception {
        Path deep = folder;
        for (int i = 0; i < 5; i++) {
            deep = deep.resolve("a folder with a long name " + i);
        }
        Path project = Files.createDirectories(deep.resolve("the last")).resolve("deep.ganvas");
        new ProjectStore().save(RunFixtures.rendered(), project);
        robot.interact(() -> window.model().projects().project().open(project));
        WindowHarness.until(() -> window.stage.getTitle().startsWith("deep.ganvas"));
        robot.interact(() -> {
            window.model().display().chooseTextSize(200);
            window.menuItem("menuWelcome").fire();
        });
        WaitForAsyncUtils.waitForFxEvents();
        Button entry = (Button) node(".recent-project");
        String shown = ((Text) entry.lookup(".text")).getText();
        assertTrue(shown.startsWith("deep.ganvas") && shown.contains("...") && shown.endsWith("the last"), shown);
        assertEquals(entry.getText(), HelpTooltips.tipOf(entry));
        assertEquals(
                List.of(),
                LayoutAudit.findings(window.scene()).stream()
                        .filter(finding -> finding.contains("deep.ganvas"))
                        .toList());
        robot.interact(() -> window.model().display().chooseTextSize(100));
    }

    @Test
    void anImageOfTheWelcomePageLoadsItsPreset(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.menuItem("menuWelcome").fire());
        PresetRegistry.all().stream()
                .forEach(preset -> assertNotNull(window.scene().lookup("#welcome-" + preset.id()), preset.id()));
        robot.interact(() -> ((Button) node("#welcome-ring")).fire());
        assertNull(window.scene().lookup("#welcomeLayer"));
        WindowHarness.until(() -> node("#points").getParent().isVisible());
    }

    @Test
    void theTourPointsAtRealControlsWhileItTrainsAndEscapeEndsIt(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.menuItem("menuTour").fire());
        assertEquals("Next", ((Labeled) node("#tourNext")).getText(), "first it says what trains");
        robot.interact(() -> ((Button) node("#tourNext")).fire());
        assertEquals("Start training", ((Labeled) node("#tourNext")).getText());
        for (int stop = 0; stop < 8; stop++) {
            robot.interact(() -> {
                window.scene().getRoot().layout();
                Node frame = node(".tour-frame");
                assertTrue(frame.getBoundsInParent().getWidth() > 20);
                ((Button) node("#tourNext")).fire();
            });
        }
        assertNotNull(window.scene().lookup("#tourLayer"));
        WindowHarness.until(() -> ((Labeled) node("#startButton")).getText().equals("Pause"));
        robot.interact(() -> press(KeyCode.ESCAPE));
        assertNull(window.scene().lookup("#tourLayer"));
    }

    @Test
    void arrowKeysWalkThroughTheTourAndStartNothing(FxRobot robot) {
        robot.interact(() -> window.menuItem("menuTour").fire());
        String first = node(".tour-card").lookup(".card-title").toString();
        robot.push(KeyCode.LEFT);
        assertEquals(first, node(".tour-card").lookup(".card-title").toString(), "nothing is before the first stop");
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT);
        assertEquals("3 of 10", tourPlace());
        assertTrue(node("#tourNext").isFocused());
        robot.push(KeyCode.LEFT);
        assertEquals("2 of 10", tourPlace());
        robot.push(KeyCode.END);
        robot.push(KeyCode.RIGHT);
        assertEquals("10 of 10", tourPlace(), "only its button ends the tour");
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.ENTER);
        assertEquals("4 of 10", tourPlace());
        assertEquals("Start", ((Labeled) node("#startButton")).getText());
        robot.push(KeyCode.ESCAPE);
        assertNull(window.scene().lookup("#tourLayer"));
    }

    private String tourPlace() {
        return ((Labeled) node(".tour-card").lookup(".figure")).getText();
    }

    @Test
    void theLastButtonOfTheTourStartsTraining(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.menuItem("menuTour").fire());
        robot.interact(() -> ((Button) node("#tourNext")).fire());
        robot.interact(() -> ((Button) node("#tourNext")).fire());
        WindowHarness.until(() -> ((Labeled) node("#startButton")).getText().equals("Pause"));
        robot.interact(() -> ((Button) node("#startButton")).fire());
        WindowHarness.until(() -> ((Labeled) node("#startButton")).getText().equals("Start"));
        for (int stop = 1; stop < 8; stop++) {
            robot.interact(() -> ((Button) node("#tourNext")).fire());
        }
        assertEquals("Start training", ((Labeled) node("#tourNext")).getText());
        robot.interact(() -> ((Button) node("#tourNext")).fire());
        WindowHarness.until(() -> ((Labeled) node("#startButton")).getText().equals("Pause"));
        assertNull(window.scene().lookup("#tourLayer"));
    }

    @Test
    void hiddenPanesAreHiddenInPresentationModeOnly(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            window.menuItem("menuHidecharts").fire();
            window.menuItem("menuHidedrawing").fire();
        });
        assertNotNull(window.scene().lookup("#chartsPane"));
        robot.interact(() -> window.menuItem("menuFullScreen").fire());
        WindowHarness.until(() -> window.scene().lookup("#chartsPane") == null);
        assertNotNull(window.scene().lookup("#doctorCard"), "the doctor is another choice");
        assertNotNull(window.scene().lookup("#leftCards"), "the settings of the samples were unticked");
        assertFalse(node("#seedField").getParent().isVisible(), "the other settings are hidden by default");
        assertTrue(window.stage.isFullScreen());
        robot.interact(() -> window.menuItem("menuFullScreen").fire());
        WindowHarness.until(() -> window.scene().lookup("#chartsPane") != null);
        assertTrue(node("#seedField").getParent().isVisible());
    }

    @Test
    void theTourChoosesNoPaneForPresentationMode(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.menuItem("menuTour").fire());
        robot.push(KeyCode.END);
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.LEFT);
        assertEquals("8 of 10", tourPlace(), "the current latent");
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> window.menuItem("menuFullScreen").fire());
        WindowHarness.until(() -> window.scene().lookup("#tab-latents") != null);
        assertTrue(((ToggleButton) node("#tab-samples")).isSelected());
        assertFalse(((ToggleButton) node("#tab-latents")).isSelected());
    }

    @Test
    void inPresentationModeTheCardOfTheTourCoversNeitherWhatItExplainsNorStart(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.menuItem("menuFullScreen").fire());
        WindowHarness.until(window.stage::isFullScreen);
        robot.interact(() -> {
            window.stage.setFullScreen(false);
            window.stage.setWidth(1280);
            window.stage.setHeight(720);
        });
        WindowHarness.until(() -> window.scene().getWidth() <= 1280);
        robot.interact(() -> window.menuItem("menuTour").fire());
        int stops = Integer.parseInt(tourPlace().replaceAll(".* ", ""));
        for (int stop = 0; stop < stops; stop++) {
            robot.interact(() -> {
                window.scene().getRoot().applyCss();
                window.scene().getRoot().layout();
            });
            Bounds card = onScene(".tour-card");
            Bounds frame = onScene(".tour-frame");
            assertFalse(card.intersects(onScene("#startButton")), tourPlace());
            assertTrue(frame.getWidth() > 700 || !card.intersects(frame), tourPlace() + ": " + card + " " + frame);
            robot.push(KeyCode.RIGHT);
        }
    }

    private Bounds onScene(String id) {
        return node(id).localToScene(node(id).getLayoutBounds());
    }

    @Test
    void escapeClosesWhatIsOpenBeforeItLeavesPresentationMode(FxRobot robot) throws TimeoutException {
        assertSame(KeyCombination.NO_MATCH, window.stage.getFullScreenExitKeyCombination());
        robot.interact(() -> window.menuItem("menuFullScreen").fire());
        WindowHarness.until(window.stage::isFullScreen);
        robot.interact(() -> {
            window.menuItem("menuGlossary").fire();
            press(KeyCode.ESCAPE);
        });
        assertNull(window.scene().lookup("#helpLayer"));
        assertTrue(window.stage.isFullScreen());
        robot.interact(() -> press(KeyCode.ESCAPE));
        WindowHarness.until(() -> !window.stage.isFullScreen());
    }

    private Node node(String id) {
        Node node = window.scene().lookup(id);
        assertNotNull(node, id);
        return node;
    }

    private void press(KeyCode key) {
        Event.fireEvent(
                window.scene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
}
