package org.ganvas.view.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** Bundled fonts with tabular digits, so that changing numbers keep their width. FX thread. */
public final class BundledFonts {

    private static final List<String> FILES = List.of("Regular", "Medium", "SemiBold", "Bold");

    private BundledFonts() {}

    /** Loads the fonts for the style sheet, which falls back to the system font. */
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
