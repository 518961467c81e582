package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.doctor.LiveFix;
import org.ganvas.session.doctor.SpecChange;
import org.ganvas.session.doctor.SuggestedFix;
import org.ganvas.session.doctor.Symptom;
import org.ganvas.session.doctor.SymptomReading;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The doctor's card, and the charts above it, in a small window with large text. */
final class DoctorRoomTest extends WindowTest {

    DoctorRoomTest() {
        super(1280, 720);
    }

    @Test
    void buttonsOfALongFindingStayInSightAndItsTextScrolls(FxRobot robot) throws Exception {
        WindowHarness.until(() -> !node("#startButton").isDisabled());
        robot.interact(() -> window.model().display().chooseTextSize(150));
        SpecChange change = new SpecChange(
                800,
                5,
                "penalty",
                "0",
                "real 99999.0",
                Objects.requireNonNull(window.training.run()).spec());
        window.training.diagnose(new Diagnosis(
                1300,
                new SymptomReading(Symptom.COVERAGE_SINCE_CHANGE, 0.1, 0.5),
                900,
                true,
                change,
                List.of(
                        new SuggestedFix.UndoChange(change),
                        new SuggestedFix.Change(LiveFix.SLOWER_GENERATOR),
                        new SuggestedFix.Pause())));
        robot.interact(() -> ((Button) node("#stepButton")).fire());
        WindowHarness.until(
                () -> !((Pane) node("#doctorRemedies")).getChildren().isEmpty());
        robot.interact(() -> window.scene().getRoot().layout());
        Bounds pane = bounds(node("#doctorCard").getParent());
        for (Node button : ((Pane) node("#doctorRemedies")).getChildren()) {
            Bounds at = bounds(button);
            assertTrue(at.getMaxY() <= pane.getMaxY() + 1, button + " ends at " + at + " in " + pane);
        }
        requireAxesInTheirChart();
        assertTrue(node("#doctorText").getBoundsInLocal().getHeight() >= 30, "two lines of the text at least");
        assertTrue(bounds(node("#doctorText")).getMaxY()
                <= bounds(node("#doctorRemedies")).getMinY());
    }

    /** The doctor took the height from the charts. */
    private void requireAxesInTheirChart() {
        Node chart = node(".curve-chart");
        Set<Node> axes = chart.lookupAll(".axis");
        assertTrue(axes.size() >= 2, "axes of the steps and of the values");
        for (Node axis : axes) {
            assertTrue(bounds(chart).contains(bounds(axis)), bounds(axis) + " in " + bounds(chart));
        }
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private Node node(String selector) {
        return window.scene().lookup(selector);
    }
}
