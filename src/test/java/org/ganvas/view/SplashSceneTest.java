package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganvas.view.fx.WindowTheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The splash has the colours of the window that follows, which would flash otherwise. */
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
}
