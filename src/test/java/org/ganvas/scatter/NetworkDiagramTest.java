package org.ganvas.scatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkDiagramTest {

    private static final int SIZE = 300;

    /** Two inputs, three units and one output; each weight with another value. */
    private static final NetworkDiagram DIAGRAM = new NetworkDiagram(
            2,
            List.of(
                    new NetworkDiagram.Column(new float[2][4], new float[0][]),
                    new NetworkDiagram.Column(new float[3][4], new float[][] {{1, 2, 3}, {-1, 0, 2}, {3, -2, 1}}),
                    new NetworkDiagram.Column(new float[1][4], new float[][] {{1, 0, -1, 2}})));

    private static final NetworkDiagramLayout LAYOUT = new NetworkDiagramLayout(DIAGRAM, SIZE, SIZE, 30);

    @Test
    void everyWireIsFoundNearItsEnd() {
        double half = LAYOUT.side() / 2.0;
        for (int column = 1; column < 3; column++) {
            double start = LAYOUT.left(column - 1) + LAYOUT.side();
            double length = LAYOUT.left(column) - start;
            for (int from = 0; from < DIAGRAM.places(column - 1); from++) {
                for (int to = 0; to < DIAGRAM.columns().get(column).maps().length; to++) {
                    // Where wires from one place are apart already and others are still far away.
                    double share = 0.12;
                    double y = LAYOUT.top(column - 1, from)
                            + half
                            + share * (LAYOUT.top(column, to) - LAYOUT.top(column - 1, from));
                    assertEquals(
                            new NetworkDiagramLayout.Wire(column, from, to),
                            LAYOUT.wireAt(start + share * length, y, 4));
                }
            }
        }
    }

    @Test
    void noWireIsFoundOverMapsAndFarFromWires() {
        assertNull(LAYOUT.wireAt(LAYOUT.left(1) + 1, LAYOUT.top(1, 0) + 1, 4));
        assertNull(LAYOUT.wireAt(LAYOUT.left(1) - 5, 2, 4));
    }

    @Test
    void theChosenWireIsDrawnAlsoWhereItsWeightIsZero() {
        int[] without = paint(null);
        int[] with = paint(new NetworkDiagramLayout.Wire(2, 1, 0));
        int text = ScatterPlotPalette.PAPER.text();
        int middle = (LAYOUT.left(1) + LAYOUT.side() + LAYOUT.left(2)) / 2;
        boolean seen = false;
        for (int y = 0; y < SIZE; y++) {
            seen |= with[y * SIZE + middle] == text && without[y * SIZE + middle] != text;
        }
        assertTrue(seen);
    }

    private static int[] paint(NetworkDiagramLayout.Wire wire) {
        int[] target = new int[SIZE * SIZE];
        NetworkDiagramPainter.paint(
                DIAGRAM,
                LAYOUT,
                ScatterPlotPalette.PAPER,
                new NetworkDiagramPainter.Emphasis(null, wire, 0),
                2,
                target,
                SIZE);
        return target;
    }
}
