package org.ganvas.view.paint;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.ganvas.scatter.ScatterPlotPalette;

/** Colours of the theme for pixel painting, read from the backgrounds of invisible styled regions. FX thread. */
final class ThemeColours extends Group {

    private static final List<String> NAMES =
            List.of("ground", "line", "text", "real", "generator", "discriminator", "gradient");

    private final List<Region> probes = NAMES.stream().map(name -> new Region()).toList();
    private final Runnable changed;

    /**
     * @param changed runs when the colours have changed
     */
    ThemeColours(Runnable changed) {
        this.changed = changed;
        for (int i = 0; i < NAMES.size(); i++) {
            Region probe = probes.get(i);
            probe.getStyleClass().addAll("theme-probe", NAMES.get(i));
            probe.backgroundProperty().addListener((property, old, now) -> this.changed.run());
        }
        getChildren().setAll(probes);
        setManaged(false);
        setMouseTransparent(true);
    }

    ScatterPlotPalette palette() {
        int[] colours = probes.stream().mapToInt(ThemeColours::colour).toArray();
        // Fallback until the style sheet is applied.
        return Arrays.stream(colours).allMatch(one -> one == 0)
                ? ScatterPlotPalette.PAPER
                : new ScatterPlotPalette(
                        colours[0], colours[1], colours[2], colours[3], colours[4], colours[5], colours[6]);
    }

    private static int colour(Region probe) {
        Background background = probe.getBackground();
        Paint paint = background == null || background.getFills().isEmpty()
                ? null
                : background.getFills().get(0).getFill();
        return paint instanceof Color colour ? argb(colour) : 0;
    }

    private static int argb(Color colour) {
        return 0xFF << 24
                | (int) Math.round(255 * colour.getRed()) << 16
                | (int) Math.round(255 * colour.getGreen()) << 8
                | (int) Math.round(255 * colour.getBlue());
    }
}
