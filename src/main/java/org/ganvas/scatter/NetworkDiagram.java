package org.ganvas.scatter;

import java.util.List;

/**
 * A small network to draw: a map for each unit, wires between them, and a constant 1 below each column whose wires are the
 * biases. Immutable by agreement; any thread.
 *
 * @param side points of a map along one side
 * @param columns from the inputs to the output
 */
public record NetworkDiagram(int side, List<Column> columns) {

    public NetworkDiagram {
        columns = List.copyOf(columns);
    }

    /**
     * Units of a layer.
     *
     * @param maps of each unit, row by row from the top
     * @param weights of each unit, from the units of the column before and last from the constant; empty for the inputs
     */
    public record Column(float[][] maps, float[][] weights) {}

    /** Number of places in a column: its units, and but for the last one the constant. */
    int places(int column) {
        int units = columns.get(column).maps().length;
        return column == columns.size() - 1 ? units : units + 1;
    }
}
