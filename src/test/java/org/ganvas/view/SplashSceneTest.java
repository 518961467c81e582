package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.ganvas.view.fx.WindowTheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The splash has the colours of the window that follows, which would flash otherwise, and loses no Space. */
@ExtendWith(ApplicationExtension.class)
class SplashSceneTest {

    @ParameterizedTest
    @EnumSource(WindowTheme.Mode.class)
    void itsColoursAreThoseOfTheStyleSheet(WindowTheme.Mode mode) throws IOException {
        String sheet = new String(
                SplashSceneTest.class
                        .getResourceAsStream("/css/" + mode.key() + ".css")
                        .readAllBytes(),
                StandardCharsets.UTF_8);

        SplashScene.COLOURS.get(mode).forEach((what, colour) -> {
            Matcher defined = Pattern.compile("-ganvas-" + what + ": (#\\w+);").matcher(sheet);
            assertEquals(colour, defined.find() ? defined.group(1) : "nothing", what);
        });
    }

    @Test
    void aSpaceBeforeThereIsAWindowToStartIsRemembered(FxRobot robot) {
        robot.interact(() -> {
            assertFalse(endedAfter(KeyCode.ENTER));
            assertTrue(endedAfter(KeyCode.SPACE));
        });
    }

    private static boolean endedAfter(KeyCode key) {
        Scene scene = SplashScene.scene(WindowTheme.Mode.DARK);
        Event.fireEvent(scene, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        return SplashScene.end(scene);
    }
}
