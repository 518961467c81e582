package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganvas.view.fx.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The empty window has the colours of the window that follows: otherwise it would flash. */
class OpeningTest {

    @ParameterizedTest
    @EnumSource(Theme.Mode.class)
    void itsColoursAreThoseOfTheStyleSheet(Theme.Mode mode) throws IOException {
        String sheet = new String(
                OpeningTest.class
                        .getResourceAsStream("/css/" + mode.key() + ".css")
                        .readAllBytes(),
                StandardCharsets.UTF_8);

        Opening.COLOURS.get(mode).forEach((what, colour) -> {
            Matcher defined = Pattern.compile("-ganvas-" + what + ": (#\\w+);").matcher(sheet);
            assertEquals(colour, defined.find() ? defined.group(1) : "nothing", what);
        });
    }
}
