package org.ganvas.project.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ganvas.message.MessageBundles;
import org.ganvas.scatter.PlotFont;
import org.junit.jupiter.api.Test;

/** Texts in image files. */
final class BundledPlotFontTest {

    private static final int BACKGROUND = 0xFF0D1117;
    private static final int WIDTH = 200;

    private static int[] drawn(String text) {
        int[] pixels = new int[WIDTH * 40];
        Arrays.fill(pixels, BACKGROUND);
        BundledPlotFont.atScale(1).draw(pixels, WIDTH, text, 5, 5, 0xFFFFFFFF);
        return pixels;
    }

    @Test
    void lettersAreDrawnWhereTheyAreSaidToBe() {
        PlotFont font = BundledPlotFont.atScale(1);
        int[] pixels = drawn("Real");
        int written = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != BACKGROUND) {
                written++;
                int x = i % WIDTH;
                int y = i / WIDTH;
                assertTrue(x >= 4 && x <= 6 + font.width("Real"), "x " + x);
                assertTrue(y >= 5 && y <= 5 + font.height(), "y " + y);
                assertEquals(0xFF, pixels[i] >>> 24, "opaque");
            }
        }
        assertTrue(written > 50, written + " pixels");
    }

    @Test
    void chineseIsDrawnAndNotABoxForEachCharacter() {
        assertNotEquals(Arrays.hashCode(drawn("真")), Arrays.hashCode(drawn("假")));
    }

    @Test
    void itGrowsWithTheScale() {
        assertEquals(
                2.0 * BundledPlotFont.atScale(1).width("generated"),
                BundledPlotFont.atScale(2).width("generated"),
                8);
    }

    /** Messages of the Lab's files come from a bundle that the window's test of characters does not read. */
    @Test
    void itHasEveryCharacterOfTheLegends() {
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            String all = MessageBundles.texts(language).entrySet().stream()
                    .filter(text -> text.getKey().startsWith("lab."))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.joining());
            assertEquals("", BundledPlotFont.missing(all));
        }
    }
}
