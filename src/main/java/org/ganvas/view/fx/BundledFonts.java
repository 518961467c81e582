package org.ganvas.view.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The bundled fonts. Their digits are all of one width, so that numbers that change do not dance. FX thread. */
public final class BundledFonts {

    private static final List<String> FILES = List.of("Regular", "Medium", "SemiBold", "Bold");

    private BundledFonts() {}

    /** Makes them known to the style sheet; without them the system's font serves. */
    public static void load() {
        for (String weight : FILES) {
            try (InputStream in = BundledFonts.class.getResourceAsStream("/fonts/GanvasInter-" + weight + ".ttf")) {
                if (in != null) {
                    Font.loadFont(in, 12);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The program is incomplete: a font cannot be read.", e);
            }
        }
    }
}
