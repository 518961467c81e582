package org.ganvas.scatter;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Painter of a {@link NetworkDiagram}: maps in the colours of functions of the plane, each in a scale of its own, and wires
 * by size and sign of the weight. Pure functions over the pixels; any thread.
 */
public final class NetworkDiagramPainter {

    private static final double THINNEST = 0.25;
    private static final double THICKEST = 1.7;

    /** Opacity of the wires that do not lead to the chosen unit. */
    private static final double DIM = 0.22;

    /** Weights below this share of the layer's largest have no wire. */
    private static final double INVISIBLE = 0.02;

    private final NetworkDiagram diagram;
    private final NetworkDiagramLayout layout;
    private final ScatterPlotPalette palette;
    private final MarkRasterizer rasterizer;
    private final int[] target;
    private final int width;
    private final double unit;

    private NetworkDiagramPainter(
            NetworkDiagram diagram,
            NetworkDiagramLayout layout,
            ScatterPlotPalette palette,
            double unit,
            int[] target,
            int width) {
        this.diagram = diagram;
        this.layout = layout;
        this.palette = palette;
        this.unit = unit;
        this.target = target;
        this.width = width;
        rasterizer = new MarkRasterizer(target, width, target.length / width);
    }

    /**
     * What is emphasised.
     *
     * @param chosen a unit with the wires that lead to it; null for none
     * @param wire one wire; null for none
     * @param point of every map
     */
    public record Emphasis(
            NetworkDiagramLayout.@Nullable Place chosen, NetworkDiagramLayout.@Nullable Wire wire, int point) {}

    /**
     * Paints over the whole target.
     *
     * @param unit screen pixels a layout unit
     * @param target rows of a width, opaque ARGB
     */
    public static void paint(
            NetworkDiagram diagram,
            NetworkDiagramLayout layout,
            ScatterPlotPalette palette,
            Emphasis emphasis,
            double unit,
            int[] target,
            int width) {
        Arrays.fill(target, palette.background());
        NetworkDiagramPainter painter = new NetworkDiagramPainter(diagram, layout, palette, unit, target, width);
        painter.wires(emphasis.chosen());
        if (emphasis.wire() != null) {
            painter.chosenWire(emphasis.wire());
        }
        painter.maps(emphasis);
    }

    private void wires(NetworkDiagramLayout.@Nullable Place chosen) {
        for (int column = 1; column < diagram.columns().size(); column++) {
            float[][] weights = diagram.columns().get(column).weights();
            double most = 0;
            for (float[] row : weights) {
                for (float weight : row) {
                    most = Math.max(most, Math.abs(weight));
                }
            }
            for (int to = 0; to < weights.length; to++) {
                boolean lit = chosen == null || chosen.column() == column && chosen.row() == to;
                for (int from = 0; from < weights[to].length; from++) {
                    double share = most == 0 ? 0 : weights[to][from] / most;
                    if (Math.abs(share) >= INVISIBLE) {
                        wire(column, from, to, share, lit);
                    }
                }
            }
        }
    }

    private void wire(int column, int from, int to, double share, boolean lit) {
        double half = layout.side() / 2.0;
        int colour = share > 0 ? palette.discriminator() : palette.gradient();
        double opacity = (lit ? 1 : DIM) * (0.25 + 0.75 * Math.abs(share));
        rasterizer.line(
                layout.left(column - 1) + layout.side(),
                layout.top(column - 1, from) + half,
                layout.left(column),
                layout.top(column, to) + half,
                unit * (THINNEST + (THICKEST - THINNEST) * Math.abs(share)) / 2,
                FieldPainter.mixed(palette.background(), colour, opacity));
    }

    /** A wire as thick as the thickest, so that it is found where its weight is near zero. */
    private void chosenWire(NetworkDiagramLayout.Wire wire) {
        double half = layout.side() / 2.0;
        rasterizer.line(
                layout.left(wire.column() - 1) + layout.side(),
                layout.top(wire.column() - 1, wire.from()) + half,
                layout.left(wire.column()),
                layout.top(wire.column(), wire.to()) + half,
                unit * THICKEST / 2,
                palette.text());
    }

    private void maps(Emphasis emphasis) {
        int[] shades = FieldPainter.shades(palette);
        for (int column = 0; column < diagram.columns().size(); column++) {
            float[][] maps = diagram.columns().get(column).maps();
            for (int row = 0; row < diagram.places(column); row++) {
                boolean chosen = new NetworkDiagramLayout.Place(column, row).equals(emphasis.chosen());
                int frame = (int) Math.max(1, Math.round(unit * (chosen ? 2 : 1)));
                frame(column, row, frame, chosen ? palette.text() : palette.grid());
                if (row < maps.length) {
                    map(column, row, maps[row], shades);
                    mark(column, row, emphasis.point());
                } else {
                    constant(column, row);
                }
            }
        }
    }

    private void frame(int column, int row, int thick, int colour) {
        int side = layout.side() + 2 * thick;
        rasterizer.fillRectangle(layout.left(column) - thick, layout.top(column, row) - thick, side, side, colour);
    }

    private void map(int column, int row, float[] values, int[] shades) {
        float most = 0;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        int side = layout.side();
        int middle = shades.length / 2;
        for (int y = 0; y < side; y++) {
            int from = y * diagram.side() / side * diagram.side();
            for (int x = 0; x < side; x++) {
                float value = values[from + x * diagram.side() / side];
                int shade = most == 0 || Float.isNaN(value) ? 0 : Math.round(value / most * middle);
                set(layout.left(column) + x, layout.top(column, row) + y, shades[middle + shade]);
            }
        }
    }

    private void set(int x, int y, int colour) {
        if (x >= 0 && x < width && y >= 0 && y < target.length / width) {
            target[y * width + x] = colour;
        }
    }

    private void mark(int column, int row, int point) {
        double scale = (double) layout.side() / diagram.side();
        rasterizer.dot(
                layout.left(column) + (point % diagram.side() + 0.5) * scale,
                layout.top(column, row) + (point / diagram.side() + 0.5) * scale,
                1.4 * unit,
                palette.text(),
                1);
    }

    /** The constant: a square with an upright stroke, the digit 1. */
    private void constant(int column, int row) {
        int side = layout.side();
        int left = layout.left(column);
        int top = layout.top(column, row);
        rasterizer.fillRectangle(left, top, side, side, palette.background());
        double middle = left + side / 2.0;
        rasterizer.line(middle, top + 0.25 * side, middle, top + 0.75 * side, 0.06 * side, palette.text());
        rasterizer.line(
                middle, top + 0.25 * side, middle - 0.14 * side, top + 0.37 * side, 0.06 * side, palette.text());
    }
}
