package org.ganvas.scatter;

import org.jspecify.annotations.Nullable;

/**
 * Places of the maps of a {@link NetworkDiagram} in an area, in pixels: columns from left to right, each centred. Immutable;
 * any thread.
 */
public final class NetworkDiagramLayout {

    /** Room of a map along a column, against its side. */
    private static final double PITCH = 1.14;

    /** Room for frames at the edges, against the side of a map at most. */
    private static final double MARGIN = 0.1;

    /** Width of a column with the wires after it, against the side of a map. */
    private static final double COLUMN = 2.2;

    private final NetworkDiagram diagram;
    private final double width;
    private final double height;
    private final int margin;
    private final int side;

    /**
     * @param most side of a map at most
     */
    public NetworkDiagramLayout(NetworkDiagram diagram, double width, double height, double most) {
        this.diagram = diagram;
        margin = (int) Math.ceil(MARGIN * most);
        this.width = width - 2 * margin;
        this.height = height - 2 * margin;
        int places = 1;
        for (int i = 0; i < diagram.columns().size(); i++) {
            places = Math.max(places, diagram.places(i));
        }
        double across = this.width / (COLUMN * diagram.columns().size() - COLUMN + 1);
        side = (int) Math.max(4, Math.min(most, Math.min(across, this.height / (PITCH * places))));
    }

    /**
     * A place of the diagram.
     *
     * @param row the number of the column's units for its constant
     */
    public record Place(int column, int row) {}

    /**
     * A wire of the diagram.
     *
     * @param column that it leads to
     * @param from row in the column before; the number of its units for the constant
     * @param to row in the column
     */
    public record Wire(int column, int from, int to) {}

    /** Side of a map. */
    public int side() {
        return side;
    }

    /** Left edge of a column's maps. */
    int left(int column) {
        int gaps = Math.max(1, diagram.columns().size() - 1);
        return margin + (int) Math.round((width - side) * column / gaps);
    }

    /** Upper edge of a map. */
    int top(int column, int row) {
        double pitch = side * PITCH;
        double whole = pitch * (diagram.places(column) - 1) + side;
        return margin + (int) Math.round((height - whole) / 2 + pitch * row);
    }

    /** The place at a position; null between them. */
    public @Nullable Place at(double x, double y) {
        for (int column = 0; column < diagram.columns().size(); column++) {
            for (int row = 0; row < diagram.places(column); row++) {
                double right = x - left(column);
                double down = y - top(column, row);
                if (right >= 0 && right < side && down >= 0 && down < side) {
                    return new Place(column, row);
                }
            }
        }
        return null;
    }

    /** The wire that passes nearest to a position between the columns, of those within a distance; null for none. */
    public @Nullable Wire wireAt(double x, double y, double within) {
        Wire nearest = null;
        double least = within;
        for (int column = 1; column < diagram.columns().size(); column++) {
            double start = left(column - 1) + side;
            double share = (x - start) / (left(column) - start);
            if (share < 0 || share > 1) {
                continue;
            }
            for (int from = 0; from < diagram.places(column - 1); from++) {
                for (int to = 0; to < diagram.columns().get(column).maps().length; to++) {
                    double rise = top(column, to) - top(column - 1, from);
                    double away = Math.abs(y - side / 2.0 - top(column - 1, from) - share * rise)
                            / Math.hypot(1, rise / (left(column) - start));
                    if (away <= least) {
                        least = away;
                        nearest = new Wire(column, from, to);
                    }
                }
            }
        }
        return nearest;
    }

    /** Column of a map's points at a position, for a position within the map. */
    public int pointColumn(Place place, double x) {
        return (int) ((x - left(place.column())) * diagram.side() / side);
    }

    /** Row of a map's points at a position, for a position within the map. */
    public int pointRow(Place place, double y) {
        return (int) ((y - top(place.column(), place.row())) * diagram.side() / side);
    }
}
