package org.ganvas.scatter;

import org.ganvas.data.PointBounds;

/**
 * Painter of a function of the plane, given on a lattice: bilinear between the lattice points, in two colours that meet in
 * the background at the neutral value. Pure functions over the pixels; any thread.
 */
public final class FieldPainter {

    /** Opacity of the colours at the end of the scale, so that points stay visible over them. */
    private static final double STRONGEST = 0.62;

    /** Shades on either side of the neutral value. */
    private static final int SHADES = 255;

    private FieldPainter() {}

    /**
     * A function on a lattice.
     *
     * @param bounds of the lattice, whose outermost points lie on its edges
     * @param columns at least 2
     * @param rows at least 2
     * @param values row by row from the top; not to be changed
     * @param neutral value without a colour
     * @param scale distance from the neutral value at which a colour is strongest, more than 0
     */
    public record Field(PointBounds bounds, int columns, int rows, float[] values, double neutral, double scale) {}

    /**
     * A function and how it is drawn.
     *
     * @param field the function
     * @param colours whether values get colours
     * @param contour whether the line of the neutral value is drawn
     */
    public record Layer(Field field, boolean colours, boolean contour) {}

    /** Paints; colours replace what lies below. */
    public static void paint(
            ScatterPlotViewport viewport, ScatterPlotPalette palette, Layer layer, double unit, int[] target) {
        Field field = layer.field();
        int[] shades = shades(palette);
        float[] above = new float[viewport.width()];
        float[] line = new float[viewport.width()];
        Rows rows = new Rows(viewport, field);
        int thick = (int) Math.max(1, Math.round(1.2 * unit));
        for (int y = 0; y < viewport.height(); y++) {
            rows.interpolate(y, line);
            int start = y * viewport.width();
            if (layer.colours()) {
                for (int x = 0; x < line.length; x++) {
                    target[start + x] = shades[shade(line[x])];
                }
            }
            if (layer.contour() && y > 0) {
                drawContour(viewport, above, line, y, thick, palette.discriminator(), target);
            }
            float[] swap = above;
            above = line;
            line = swap;
        }
    }

    /** Index of a value in units of the scale; NaN is neutral. */
    private static int shade(float value) {
        return SHADES + Math.max(-SHADES, Math.min(SHADES, Math.round(value * SHADES)));
    }

    /** Colours from "generated" through the background to "real". */
    static int[] shades(ScatterPlotPalette palette) {
        int[] shades = new int[2 * SHADES + 1];
        for (int i = 0; i < shades.length; i++) {
            double opacity = STRONGEST * Math.abs(i - SHADES) / SHADES;
            shades[i] = mixed(palette.background(), i < SHADES ? palette.generated() : palette.real(), opacity);
        }
        return shades;
    }

    /** A colour with another one over it. */
    static int mixed(int under, int over, double opacity) {
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double value = (under >> shift & 0xFF) * (1 - opacity) + (over >> shift & 0xFF) * opacity;
            mixed = mixed << 8 | (int) Math.round(value);
        }
        return mixed;
    }

    /** Pixels of a row at which the sign differs from the left or the upper neighbour's. */
    private static void drawContour(
            ScatterPlotViewport viewport, float[] above, float[] line, int y, int thick, int colour, int[] target) {
        for (int x = 1; x < line.length; x++) {
            if (line[x] > 0 != line[x - 1] > 0 || line[x] > 0 != above[x] > 0) {
                for (int dy = 0; dy < thick && y - dy >= 0; dy++) {
                    for (int dx = 0; dx < thick && x - dx >= 0; dx++) {
                        target[(y - dy) * viewport.width() + x - dx] = colour;
                    }
                }
            }
        }
    }

    /** Rows of the screen in units of the scale, from the two rows of the lattice between which they lie. */
    private static final class Rows {
        private final ScatterPlotViewport viewport;
        private final Field field;
        private final int[] left;
        private final float[] share;
        private float[] upper;
        private float[] lower;
        private int loaded = -2;

        Rows(ScatterPlotViewport viewport, Field field) {
            this.viewport = viewport;
            this.field = field;
            left = new int[viewport.width()];
            share = new float[viewport.width()];
            upper = new float[viewport.width()];
            lower = new float[viewport.width()];
            for (int x = 0; x < left.length; x++) {
                double at = (viewport.xAt(x + 0.5) - field.bounds().left())
                        / field.bounds().width()
                        * (field.columns() - 1);
                left[x] = (int) Math.max(0, Math.min(field.columns() - 2, Math.floor(at)));
                share[x] = (float) Math.max(0, Math.min(1, at - left[x]));
            }
        }

        void interpolate(int y, float[] line) {
            double at = (field.bounds().top() - viewport.yAt(y + 0.5))
                    / field.bounds().height()
                    * (field.rows() - 1);
            int row = (int) Math.max(0, Math.min(field.rows() - 2, Math.floor(at)));
            float down = (float) Math.max(0, Math.min(1, at - row));
            load(row);
            for (int x = 0; x < line.length; x++) {
                line[x] = upper[x] + (lower[x] - upper[x]) * down;
            }
        }

        private void load(int row) {
            if (row == loaded) {
                return;
            }
            if (row == loaded + 1) {
                float[] swap = upper;
                upper = lower;
                lower = swap;
            } else {
                interpolateAcross(row, upper);
            }
            interpolateAcross(row + 1, lower);
            loaded = row;
        }

        private void interpolateAcross(int row, float[] line) {
            int start = row * field.columns();
            double factor = 1 / field.scale();
            for (int x = 0; x < line.length; x++) {
                float a = field.values()[start + left[x]];
                float b = field.values()[start + left[x] + 1];
                line[x] = (float) ((a + (b - a) * share[x] - field.neutral()) * factor);
            }
        }
    }

    /**
     * Paints an arrow at each point in its direction, no longer than a fifth of the plot.
     *
     * @param places x and y of each point in turn
     * @param forces x and y of each direction in turn
     * @param gain length in units of the data for a force of 1
     */
    public static void paintArrows(
            ScatterPlotViewport viewport,
            ScatterPlotPalette palette,
            float[] places,
            float[] forces,
            double gain,
            double unit,
            int[] target) {
        MarkRasterizer rasterizer = new MarkRasterizer(target, viewport.width(), viewport.height());
        double longest = Math.min(viewport.width(), viewport.height()) / 5.0;
        for (int i = 0; i < places.length; i += 2) {
            double dx = forces[i] * gain * viewport.pixelsPerUnit();
            double dy = -forces[i + 1] * gain * viewport.pixelsPerUnit();
            double length = Math.sqrt(dx * dx + dy * dy);
            if (!viewport.contains(places[i], places[i + 1]) || !(length >= 1)) {
                continue;
            }
            double shorten = Math.min(1, longest / length);
            double x = viewport.across(places[i]);
            double y = viewport.down(places[i + 1]);
            double endX = x + dx * shorten;
            double endY = y + dy * shorten;
            rasterizer.line(x, y, endX, endY, 0.8 * unit, palette.gradient());
            double head = Math.min(4 * unit, length * shorten / 2);
            for (int side = -1; side <= 1; side += 2) {
                double backX = -dx / length * head - side * dy / length * head / 2;
                double backY = -dy / length * head + side * dx / length * head / 2;
                rasterizer.line(endX, endY, endX + backX, endY + backY, 0.8 * unit, palette.gradient());
            }
        }
    }
}
