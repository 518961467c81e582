package org.ganvas.viewmodel.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.ganvas.viewmodel.window.PresentationViewModel.Pane;
import org.junit.jupiter.api.Test;

final class PresentationViewModelTest {

    private final DisplaySettingsViewModel display =
            new DisplaySettingsViewModel(new InMemoryPreferences(), Locale.ENGLISH);
    private final PresentationViewModel lesson = new PresentationViewModel(display);

    @Test
    void panesAreHiddenInPresentationModeOnly() {
        lesson.hiddenProperty(Pane.CHARTS).set(true);
        assertTrue(lesson.shownProperty(Pane.CHARTS).get());
        lesson.setOn(true);
        assertFalse(lesson.shownProperty(Pane.CHARTS).get());
        assertTrue(lesson.shownProperty(Pane.LATENT).get());
        assertFalse(lesson.shownProperty(Pane.DATA).get(), "settings are hidden by default");
        lesson.setOn(false);
        assertTrue(lesson.shownProperty(Pane.CHARTS).get());
    }

    @Test
    void textIsLargeInPresentationModeAndNeverSmallerThanChosen() {
        assertEquals(100, lesson.textSizeProperty().get());
        lesson.setOn(true);
        assertEquals(150, lesson.textSizeProperty().get());
        display.chooseTextSize(200);
        assertEquals(200, lesson.textSizeProperty().get());
    }

    @Test
    void textGrowsWithTheHeightOfTheWindow() {
        lesson.setHeight(1440);
        assertEquals(100, lesson.textSizeProperty().get());
        lesson.setOn(true);
        assertEquals(200, lesson.textSizeProperty().get());
        lesson.setHeight(900);
        assertEquals(150, lesson.textSizeProperty().get());
        lesson.setHeight(2160);
        assertEquals(200, lesson.textSizeProperty().get());
        lesson.setHeight(4320);
        assertEquals(200, lesson.textSizeProperty().get());
        // A window that was never shown has no height.
        lesson.setHeight(Double.NaN);
        assertEquals(150, lesson.textSizeProperty().get());
    }

    @Test
    void stepsChangeTheTextThatIsSeen() {
        lesson.setOn(true);
        lesson.stepTextSize(1);
        assertEquals(165, lesson.textSizeProperty().get());
        assertEquals(100, display.textSizeProperty().get());
        for (int i = 0; i < 9; i++) {
            lesson.stepTextSize(1);
        }
        assertEquals(200, lesson.textSizeProperty().get());
        lesson.stepTextSize(-1);
        assertTrue(lesson.textSizeProperty().get() < 200, "steps beyond the largest size are not counted");
        lesson.setOn(false);
        assertEquals(100, lesson.textSizeProperty().get());
        lesson.stepTextSize(1);
        assertEquals(115, display.textSizeProperty().get());
    }

    @Test
    void projectRestoresHiddenPanes() {
        lesson.hiddenProperty(Pane.PRESET).set(false);
        lesson.hiddenProperty(Pane.TRAINING).set(false);
        lesson.hiddenProperty(Pane.DRAWING).set(false);
        List<String> kept = lesson.hiddenKeys();
        assertEquals(List.of("data", "seed"), kept);
        lesson.restore(List.of("charts", "of-a-newer-version"));
        assertEquals(List.of("charts"), lesson.hiddenKeys());
        lesson.restore(kept);
        assertEquals(kept, lesson.hiddenKeys());
    }

    @Test
    void hidingNothingIsAChoiceThatAProjectKeeps() {
        List<String> usual = lesson.hiddenKeys();
        for (Pane pane : Pane.values()) {
            lesson.hiddenProperty(pane).set(false);
        }
        List<String> kept = lesson.hiddenKeys();
        lesson.restore(List.of());
        assertEquals(usual, lesson.hiddenKeys());
        lesson.restore(kept);
        assertFalse(lesson.hiddenProperty(Pane.DATA).get());
    }
}
