package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.ganvas.viewmodel.dream.DreamGoal;
import org.ganvas.viewmodel.dream.DreamViewModel;
import org.ganvas.viewmodel.dream.FeatureChoice;
import org.ganvas.viewmodel.window.AppScreen;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A dream from its features to its film in the real window. */
final class DreamWalkTest extends WindowTest {

    @Test
    void aNeuronShowsWhatItWantsToSee(FxRobot robot) throws TimeoutException {
        DreamViewModel dream = window.model().dream();
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT5).release(KeyCode.DIGIT5, KeyCode.CONTROL);
        WindowHarness.until(() -> window.model().navigation().shownProperty().get() == AppScreen.DREAM);
        robot.interact(() -> ((ToggleButton) window.scene().lookup("#dreamFeature2")).fire());
        assertEquals(FeatureChoice.RANDOM, dream.settingsProperty().get().features());
        robot.interact(() -> ((ToggleButton) window.scene().lookup("#dreamGoal1")).fire());
        assertEquals(DreamGoal.CHANNEL, dream.settingsProperty().get().goal());
        robot.interact(() -> {
            dream.chooseChannel(3);
            dream.setSize(32);
            dream.setSteps(3);
        });
        WindowHarness.until(() -> !dream.features().mapsProperty().get().isEmpty());
        assertTrue(((Label) window.scene().lookup("#dreamAbout")).getText().contains("trained on nothing"));
        Button start = (Button) window.scene().lookup("#dreamStart");
        assertFalse(start.isDisabled());
        robot.interact(start::fire);
        WindowHarness.until(() -> dream.work().filmProperty().get() != null);
        assertEquals(32, dream.work().imageProperty().get().shape().width());
        robot.interact(() -> window.scene().getRoot().layout());
        assertFalse(window.scene().lookup("#dreamFilm").isDisabled());
        assertTrue(((Label) window.scene().lookup("#dreamFigures")).getText().contains("Step "));
    }
}
