package org.ganvas.project.media;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import org.ganvas.scatter.PlotFont;
import org.jspecify.annotations.Nullable;

/**
 * The program's own font, which is in the program, so that files look the same everywhere and have Chinese texts. Immutable;
 * any thread.
 */
public final class BundledPlotFont implements PlotFont {

    private static final System.Logger LOG = System.getLogger(BundledPlotFont.class.getName());
    private static final String FILE = "/fonts/GanvasInter-Regular.ttf";

    /** Size of the texts at unit 1, in pixels. */
    private static final double SIZE = 13;

    private static final int[] MASKS = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};

    private final Font font;
    private final FontMetrics metrics;

    private BundledPlotFont(Font font) {
        this.font = font;
        metrics = graphics(new int[1], 1).getFontMetrics(font);
    }

    /**
     * The font at a scale of plots; that of dots where the Java runtime cannot set text, as on machines without any font.
     *
     * @param unit scale of marks and texts; 1 suits an image of some hundred pixels
     */
    public static PlotFont atScale(double unit) {
        Font font = Bundled.FONT;
        return font == null
                ? PlotFont.ofDots(Math.max(1, (int) Math.round(2 * unit)))
                : new BundledPlotFont(font.deriveFont((float) Math.max(11, SIZE * unit)));
    }

    /** Loaded with the first text: a few tenths of a second. */
    private static final class Bundled {

        private static final @Nullable Font FONT = load();

        private static @Nullable Font load() {
            try (InputStream in = BundledPlotFont.class.getResourceAsStream(FILE)) {
                if (in != null) {
                    Font font = Font.createFont(Font.TRUETYPE_FONT, in);
                    new BundledPlotFont(font.deriveFont((float) SIZE)).width("0");
                    return font;
                }
            } catch (IOException | FontFormatException | RuntimeException | LinkageError | InternalError e) {
                LOG.log(System.Logger.Level.INFO, "Files are written with a font of dots.", e);
            }
            return null;
        }
    }

    /** Characters of a text that the font lacks; empty where it cannot be used at all. */
    static String missing(String text) {
        Font font = Bundled.FONT;
        return font == null
                ? ""
                : text.codePoints()
                        .filter(character -> character > ' ' && !font.canDisplay(character))
                        .distinct()
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
    }

    private static Graphics2D graphics(int[] pixels, int imageWidth) {
        WritableRaster raster = Raster.createPackedRaster(
                new DataBufferInt(pixels, pixels.length),
                imageWidth,
                pixels.length / imageWidth,
                imageWidth,
                MASKS,
                null);
        Graphics2D graphics = new BufferedImage(ColorModel.getRGBdefault(), raster, false, null).createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        return graphics;
    }

    @Override
    public int width(String text) {
        return metrics.stringWidth(text);
    }

    @Override
    public int height() {
        return metrics.getAscent() + metrics.getDescent();
    }

    @Override
    public void draw(int[] pixels, int imageWidth, String text, int x, int y, int colour) {
        Graphics2D graphics = graphics(pixels, imageWidth);
        graphics.setFont(font);
        graphics.setColor(new Color(colour));
        graphics.drawString(text, x, y + metrics.getAscent());
        graphics.dispose();
    }
}
