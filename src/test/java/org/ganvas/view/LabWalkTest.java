package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.ganvas.data.drawing.DrawingTool;
import org.ganvas.engine.state.WeightAddress;
import org.ganvas.lab.LabLayer;
import org.ganvas.session.dirac.DiracGan;
import org.ganvas.session.run.RunInfo;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.viewmodel.board.BoardTools;
import org.ganvas.viewmodel.lab.LabPart;
import org.ganvas.viewmodel.lab.LabViewModel;
import org.ganvas.viewmodel.lab.WeightViewModel;
import org.ganvas.viewmodel.train.PointsViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The first minute in the Lab, with a real session on the ring: all by keys but for the pointer over the plot. */
@Timeout(300)
@ExtendWith(ApplicationExtension.class)
final class LabWalkTest {

    @TempDir
    static Path folder;

    private TrainingWindow window;
    private LabViewModel lab;
    private Stage stage;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        window = new TrainingWindow(stage, folder);
        lab = window.model().lab().screen();
    }

    @AfterEach
    void close(FxRobot robot) {
        // The settings are those of the next test too.
        robot.interact(() -> window.model().display().chooseTextSize(100));
        window.closeWith(robot);
    }

    private static boolean canClick(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.isVisible() && !node.isDisabled();
    }

    @Test
    void firstMinuteIsWalkedByKeys(FxRobot robot) throws TimeoutException {
        WindowHarness.until(() -> !robot.lookup("#startButton").query().isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        WindowHarness.until(() -> robot.lookup("#labScreen").query().isVisible());
        assertTrue(lab.reasonProperty().get().contains("2-D points"), "the first run is of images");
        robot.interact(() -> robot.lookup("#labOpenRing").queryAs(Button.class).fire());
        WindowHarness.until(() -> lab.availableProperty().get() && canClick(robot, "#labStepD"));
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> lab.stepProperty().get() > 3);
        robot.moveTo("#labPoints");
        WindowHarness.until(() -> lab.place(0, 0, 0.1).contains("Best D"));
        robot.interact(() -> robot.lookup("#startButton").query().requestFocus());
        robot.push(KeyCode.DIGIT7);
        WindowHarness.until(() -> lab.plotProperty().get().forces() != null);
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> canClick(robot, "#labStepD"));
        // The last answer of the run that trained may still be on its way.
        WindowHarness.until(() -> lab.stepProperty().get()
                == window.model().train().run().stepProperty().get());
        float[] points = rest(lab);
        long before = lab.stepProperty().get();
        robot.push(KeyCode.D);
        WindowHarness.until(() -> lab.stepProperty().get() == before + 1);
        assertArrayEquals(points, rest(lab), "D alone moves no point");
        robot.push(KeyCode.G);
        WindowHarness.until(() -> lab.stepProperty().get() == before + 2);
        assertTrue(lab.plotProperty().get().before().length > 0, "rings show where the points were");
        robot.push(KeyCode.SHIFT, KeyCode.S);
        WindowHarness.until(() -> lab.stepProperty().get() == before + 1);
        assertArrayEquals(points, rest(lab), "one step back");
        walkSlowMotion(robot);
        robot.push(KeyCode.DIGIT9);
        WindowHarness.until(
                () -> robot.lookup("#labLayer9").queryAs(ToggleButton.class).isSelected());
        WindowHarness.until(
                () -> robot.lookup("#labGap").queryAs(Label.class).getText().contains("bits"));
        walkNeurons(robot);
    }

    /** The data moves under the eyes of a class on a low screen: real points leave their place, and the plot is large. */
    @Test
    void dataMovesWhileItTrainsAndThePresentedPlotIsHigh(FxRobot robot) throws TimeoutException {
        WindowHarness.until(() -> !robot.lookup("#startButton").query().isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        WindowHarness.until(() -> robot.lookup("#labScreen").query().isVisible());
        robot.interact(() -> robot.lookup("#labOpenRing").queryAs(Button.class).fire());
        WindowHarness.until(() -> lab.availableProperty().get() && canClick(robot, "#labStepD"));
        robot.interact(() -> {
            stage.setWidth(1280);
            stage.setHeight(720);
            window.model().presentation().setHeight(720);
            window.model().presentation().setOn(true);
        });
        robot.interact(() -> robot.lookup("#labLayer" + LabLayer.FORCES.digit())
                .queryAs(ToggleButton.class)
                .setSelected(true));
        WindowHarness.until(() -> ((Region) robot.lookup("#labPlot").query()).getHeight() >= 420);
        layersHaveNames(robot);
        cardOfAPlaceIsWhole(robot);
        dataFlowIsInView(robot);
        stepsHaveWords(robot);
        presentedPlotIsHighInSlowMotion(robot);
        neuronsAreInView(robot);
        WindowHarness.until(() -> lab.plotProperty().get().real().length > 0);
        float[] still = lab.plotProperty().get().real();
        robot.interact(() -> {
            robot.lookup("#motionFold").queryAs(TitledPane.class).setExpanded(true);
            robot.lookup("#motionKind")
                    .queryAs(ComboBox.class)
                    .getSelectionModel()
                    .select(1);
        });
        WindowHarness.until(() -> robot.lookup("#motionSentence")
                .queryAs(Label.class)
                .getText()
                .contains("circle of radius 0.5, a round in 2,000 steps"));
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> lab.stepProperty().get() > 20);
        WindowHarness.until(() -> lab.plotProperty().get().real()[0] > still[0] + 0.01f);
        robot.interact(() -> {
            assertEquals(
                    5,
                    robot.lookup("#labExport").queryAs(MenuButton.class).getItems().stream()
                            .filter(item -> item.getOnAction() != null)
                            .count());
            window.model().presentation().setOn(false);
        });
    }

    /** Each layer is named in full, and its name is in view. */
    private static void layersHaveNames(FxRobot robot) throws TimeoutException {
        for (LabLayer layer : LabLayer.values()) {
            ToggleButton chip = robot.lookup("#labLayer" + layer.digit()).queryAs(ToggleButton.class);
            assertEquals(ContentDisplay.LEFT, chip.getContentDisplay(), layer.toString());
            WindowHarness.until(() -> chip.isVisible()
                    && chip.getWidth() >= chip.prefWidth(-1) - 1
                    && inView(chip, robot.lookup("#labScreen").query()));
        }
    }

    private static void neuronsAreInView(FxRobot robot) throws TimeoutException {
        TitledPane fold = robot.lookup("#neuronsFold").queryAs(TitledPane.class);
        robot.interact(() -> {
            fold.setAnimated(false);
            fold.setExpanded(true);
        });
        WindowHarness.until(() -> inView(
                robot.lookup("#neuronMaps").query(), robot.lookup("#labScreen").query()));
        robot.interact(() -> fold.setExpanded(false));
    }

    private static void stepsHaveWords(FxRobot robot) {
        for (String id : new String[] {"#labBack", "#labStep", "#labSlow"}) {
            Button button = robot.lookup(id).queryAs(Button.class);
            assertEquals(ContentDisplay.LEFT, button.getContentDisplay(), id);
        }
    }

    private static void dataFlowIsInView(FxRobot robot) throws TimeoutException {
        for (LabPart part : LabPart.values()) {
            Node box = robot.lookup("#labPart" + part).query();
            WindowHarness.until(() -> inView(box, robot.lookup("#labScreen").query()));
        }
    }

    private static boolean inView(Node node, Node screen) {
        Bounds place = screen.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        return screen.getLayoutBounds().contains(place);
    }

    /** The longest sentences take several lines of large text from the plot. */
    private void presentedPlotIsHighInSlowMotion(FxRobot robot) throws TimeoutException {
        robot.interact(() -> robot.lookup("#labSlow").queryAs(Button.class).fire());
        WindowHarness.until(() -> robot.lookup("#labNarration").query().isVisible());
        Region plot = (Region) robot.lookup("#labPlot").query();
        for (int i = 0; i < window.model().lab().slowMotion().countProperty().get(); i++) {
            WindowHarness.until(() -> plot.getHeight() >= 300);
            dataFlowIsInView(robot);
            robot.interact(() -> window.model().lab().slowMotion().next());
        }
        robot.interact(() -> window.model().lab().slowMotion().close());
        WindowHarness.until(() -> robot.lookup("#timeline").query().isVisible());
    }

    /** Draws a mirrored figure by keys, and uses it while the run trains: the generated points run there. */
    @Test
    void drawingIsUsedWhileTheRunTrains(FxRobot robot) throws TimeoutException {
        WindowHarness.until(() -> !robot.lookup("#startButton").query().isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        WindowHarness.until(() -> robot.lookup("#labScreen").query().isVisible());
        robot.interact(() -> robot.lookup("#labOpenRing").queryAs(Button.class).fire());
        WindowHarness.until(() -> lab.availableProperty().get() && canClick(robot, "#labStepD"));
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> lab.stepProperty().get() > 3);
        robot.interact(() -> {
            robot.lookup("#boardFold").queryAs(TitledPane.class).setExpanded(true);
            robot.lookup("#boardMirrorX").queryAs(ToggleButton.class).fire();
            robot.lookup("#diracFold").queryAs(TitledPane.class).setExpanded(true);
        });
        controlsBesideTheBoard(robot);
        WindowHarness.until(() -> {
            robot.lookup("#boardPlot").query().requestFocus();
            return robot.lookup("#boardPlot").query().isFocused();
        });
        robot.push(KeyCode.L);
        for (int i = 0; i < 15; i++) {
            robot.push(KeyCode.RIGHT);
        }
        robot.push(KeyCode.ENTER);
        for (int i = 0; i < 10; i++) {
            robot.push(KeyCode.UP);
        }
        robot.push(KeyCode.ENTER);
        WindowHarness.until(() -> canClick(robot, "#boardUse"));
        // Before the drawing is used: afterwards the points may be there within a few frames.
        double before = farFromDrawing(lab);
        assertTrue(before > 0.4, "the generated points are elsewhere: " + before);
        robot.interact(() -> robot.lookup("#boardUse").queryAs(Button.class).fire());
        String used = window.model().lab().board().drawingProperty().get().id();
        WindowHarness.until(() -> used.equals(dataId()));
        WindowHarness.until(() -> farFromDrawing(lab) < 0.5 * before);
        assertTrue(lab.stepProperty().get() > 3, "the weights were kept");
        robot.push(KeyCode.SPACE);
        WindowHarness.until(() -> canClick(robot, "#labStepD"));
        pastHasItsOwnData(robot);
        robot.interact(() -> window.model().undo().undo());
        WindowHarness.until(() -> "builtin:ring".equals(dataId()));
    }

    /** A step from before the drawing was used is seen with the ring, here and on the Train screen. */
    private void pastHasItsOwnData(FxRobot robot) throws TimeoutException {
        PointsViewModel points = window.model().train().points();
        assertFalse(isRing(lab.plotProperty().get().real()));
        robot.interact(() -> window.model().train().timeline().selectFirst());
        WindowHarness.until(() -> isRing(lab.plotProperty().get().real()));
        WindowHarness.until(() -> isRing(points.realProperty().get().pixels()));
        assertFalse(points.realOfTodayProperty().get());
        robot.interact(() -> window.model().train().timeline().showLive());
        WindowHarness.until(() -> !isRing(lab.plotProperty().get().real()));
        WindowHarness.until(() -> !isRing(points.realProperty().get().pixels()));
    }

    private static boolean isRing(float[] points) {
        for (int i = 0; i < points.length; i += 2) {
            if (Math.abs(Math.hypot(points[i], points[i + 1]) - 1) > 0.4) {
                return false;
            }
        }
        return points.length > 0;
    }

    /** The keys that are printed on the tools, with the focus beside the board; and sliders with their numbers. */
    private void controlsBesideTheBoard(FxRobot robot) throws TimeoutException {
        BoardTools tools = window.model().lab().board().tools();
        for (String beside : new String[] {"#boardMirrorX", "#boardOpen", "#boardRadius", "#boardFold"}) {
            robot.interact(() -> {
                tools.toolProperty().set(DrawingTool.BRUSH);
                robot.lookup(beside).query().requestFocus();
            });
            robot.push(KeyCode.R);
            assertEquals(DrawingTool.RING, tools.toolProperty().get(), beside);
        }
        assertTrue(lab.stepProperty().get() > 0, "the run was not reset");
        TextField radius = robot.lookup("#boardRadiusField").queryAs(TextField.class);
        robot.interact(() -> {
            tools.radiusProperty().set(0.35);
            assertEquals("0.35", radius.getText());
            radius.requestFocus();
            radius.setText("0.2");
        });
        robot.push(KeyCode.ENTER);
        WindowHarness.until(() -> tools.radiusProperty().get() == 0.2);
        Node weight = robot.lookup("#diracWeight").query();
        TextField rate = robot.lookup("#diracRateField").queryAs(TextField.class);
        robot.interact(() -> {
            assertTrue(weight.isDisabled());
            assertTrue(String.valueOf(DisabledReasons.of(weight)).contains("no regularizer"));
            window.model().lab().dirac().regularizerProperty().set(DiracGan.Regularizer.R1);
            assertFalse(weight.isDisabled());
            assertEquals("0.2", rate.getText());
            window.model().lab().dirac().rateProperty().set(0.123_456);
            assertEquals("0.123", rate.getText());
        });
    }

    private String dataId() {
        RunInfo run = window.model().train().runSetup().infoProperty().get();
        return run == null ? "" : run.request().dataId();
    }

    /** Mean distance of the generated points from two lines at x = 1.5 and x = -1.5. */
    private static double farFromDrawing(LabViewModel lab) {
        float[] points = rest(lab);
        double sum = 0;
        for (int i = 0; i < points.length; i += 2) {
            sum += Math.abs(Math.abs(points[i]) - 1.5);
        }
        return points.length == 0 ? 0 : 2 * sum / points.length;
    }

    private void walkNeurons(FxRobot robot) throws TimeoutException {
        robot.interact(
                () -> robot.lookup("#neuronsFold").queryAs(TitledPane.class).setExpanded(true));
        WindowHarness.until(() -> lab.neurons().mapsProperty().get() != null);
        robot.interact(() -> robot.lookup("#neuronMaps").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        WindowHarness.until(() -> sentence(robot).contains("D's answer = "));
        robot.push(KeyCode.LEFT);
        WindowHarness.until(() -> sentence(robot).contains("of layer 2 = "));
        String before = sentence(robot);
        robot.push(KeyCode.SHIFT, KeyCode.UP);
        WindowHarness.until(() -> !sentence(robot).equals(before));
        assertTrue(sentence(robot).contains("LeakyReLU("), sentence(robot));
        walkWeight(robot);
        robot.interact(() ->
                robot.lookup("#neuronsOfGENERATOR").queryAs(ToggleButton.class).fire());
        WindowHarness.until(() -> lab.neurons().mapsProperty().get() != null);
        robot.interact(() -> robot.lookup("#neuronMaps").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        WindowHarness.until(() -> sentence(robot).startsWith("At z1 "));
    }

    /** A weight of the chosen unit is typed and undone. */
    private void walkWeight(FxRobot robot) throws TimeoutException {
        WeightViewModel weight = window.model().lab().weight();
        robot.push(KeyCode.ENTER);
        WindowHarness.until(() -> robot.lookup("#weightField").query().isFocused());
        float before = weightInMaps();
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("1.5").push(KeyCode.ENTER);
        WindowHarness.until(() -> weightInMaps() == 1.5f);
        assertEquals(1.5, weight.valueProperty().get());
        robot.interact(() -> robot.lookup("#neuronMaps").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        WindowHarness.until(() -> weightInMaps() == before);
    }

    /** The chosen weight as the lab sees it. */
    private float weightInMaps() {
        WeightAddress at = window.model().lab().weight().chosenProperty().get();
        return lab.neurons().mapsProperty().get().columns().get(at.layer()).weight(at.input(), at.unit());
    }

    private static String sentence(FxRobot robot) {
        return robot.lookup("#neuronSentence").queryAs(Label.class).getText();
    }

    private static float[] rest(LabViewModel lab) {
        return lab.plotProperty().get().generated();
    }

    private void walkSlowMotion(FxRobot robot) throws TimeoutException {
        robot.interact(() -> robot.lookup("#labSlow").queryAs(Button.class).fire());
        WindowHarness.until(() -> robot.lookup("#labNarration").query().isVisible());
        String first = robot.lookup("#labSentence").queryAs(Label.class).getText();
        assertTrue(first.startsWith("128 "), first);
        for (int i = 1; i < 15; i++) {
            int wanted = i;
            robot.push(KeyCode.RIGHT);
            WindowHarness.until(
                    () -> window.model().lab().slowMotion().indexProperty().get() == wanted);
        }
        robot.push(KeyCode.LEFT);
        assertEquals(13, window.model().lab().slowMotion().indexProperty().get());
        robot.push(KeyCode.ESCAPE);
        WindowHarness.until(() -> !robot.lookup("#labNarration").query().isVisible());
        WindowHarness.until(() -> lab.plotProperty().get().real().length == 2048);
        assertEquals(0, lab.plotProperty().get().before().length, "the rings of slow motion are gone");
    }

    /** At twice the text size on a small screen the plot has its share, and what is on can be read. */
    @Test
    void plotHasAThirdOfASmallWindowWithLargeText(FxRobot robot) throws TimeoutException {
        openRing(robot);
        Region plot = (Region) robot.lookup("#labPlot").query();
        robot.interact(this::showUsualLayers);
        for (int percent : new int[] {200, 150, 100}) {
            robot.interact(() -> {
                window.model().display().chooseTextSize(percent);
                stage.setWidth(1088);
                stage.setHeight(640);
            });
            WindowHarness.until(() -> stage.getScene().getHeight() < 641
                    && plot.getHeight() * 3 >= stage.getScene().getHeight());
            boolean digits =
                    robot.lookup("#labLayer1").queryAs(ToggleButton.class).getContentDisplay()
                            == ContentDisplay.GRAPHIC_ONLY;
            Label names = robot.lookup("#labLayerNames").queryAs(Label.class);
            assertEquals(digits, names.isVisible(), percent + " %");
            assertTrue(percent < 200 || digits, "there is no room for words");
            assertEquals("Surface, Contour, Real, Generated", names.getText());
            plotKeepsItsSize(robot, plot);
        }
        slowMotionKeepsItsSize(robot, plot);
    }

    /** Within the plot, on whichever side of the pointer. */
    private void cardOfAPlaceIsWhole(FxRobot robot) throws TimeoutException {
        Region plot = (Region) robot.lookup("#labPlot").query();
        WindowHarness.until(() -> lab.place(0, 0, 0.1).contains("Share of points"));
        for (double share : new double[] {0.3, 0.5, 0.8}) {
            Bounds screen = plot.localToScreen(plot.getLayoutBounds());
            robot.moveTo(screen.getMinX() + share * screen.getWidth(), screen.getCenterY());
            Label card = robot.lookup("#labPlot .hover-card").queryAs(Label.class);
            WindowHarness.until(() -> card.isVisible() && card.getText().startsWith("x "));
            Bounds shown = card.localToParent(card.getLayoutBounds());
            assertTrue(plot.getLayoutBounds().contains(shown), share + ": " + shown);
            assertTrue(card.getPadding().getRight() > 0);
        }
    }

    private void openRing(FxRobot robot) throws TimeoutException {
        WindowHarness.until(() -> !robot.lookup("#startButton").query().isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        WindowHarness.until(() -> robot.lookup("#labScreen").query().isVisible());
        robot.interact(() -> robot.lookup("#labOpenRing").queryAs(Button.class).fire());
        WindowHarness.until(() -> lab.availableProperty().get() && canClick(robot, "#labStepD"));
        WindowHarness.until(() -> lab.plotProperty().get().colours() != null);
    }

    /** Whatever legend the layers have, and whether they have one. */
    private void plotKeepsItsSize(FxRobot robot, Region plot) {
        WaitForAsyncUtils.waitForFxEvents();
        double width = plot.getWidth();
        double height = plot.getHeight();
        for (LabLayer layer : new LabLayer[] {LabLayer.SURFACE, LabLayer.FORCES, LabLayer.OPTIMUM, LabLayer.GAP}) {
            robot.interact(() -> {
                lab.layers().toggle(layer.digit());
                stage.getScene().getRoot().layout();
                assertEquals(width, plot.getWidth(), layer.toString());
                assertEquals(height, plot.getHeight(), layer.toString());
            });
        }
        robot.interact(this::showUsualLayers);
    }

    private void showUsualLayers() {
        for (LabLayer layer : LabLayer.values()) {
            lab.layers().shownProperty(layer).set(layer.usual());
        }
    }

    private void slowMotionKeepsItsSize(FxRobot robot, Region plot) throws TimeoutException {
        robot.interact(() -> robot.lookup("#labSlow").queryAs(Button.class).fire());
        WindowHarness.until(() -> robot.lookup("#labNarration").query().isVisible());
        WaitForAsyncUtils.waitForFxEvents();
        double height = plot.getHeight();
        for (int i = 1; i < window.model().lab().slowMotion().countProperty().get(); i++) {
            robot.interact(() -> {
                window.model().lab().slowMotion().next();
                stage.getScene().getRoot().layout();
                assertEquals(
                        height,
                        plot.getHeight(),
                        robot.lookup("#labSentence").queryAs(Label.class).getText());
            });
        }
        robot.interact(() -> window.model().lab().slowMotion().close());
    }
}
