package org.ganvas.view.formula;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/**
 * Box of a part of a formula; its nodes are placed relative to the left end of its baseline. FX thread.
 *
 * @param nodes shapes and texts
 * @param width advance to the next part
 * @param ascent above the baseline
 * @param descent below it
 */
record FormulaBox(List<Node> nodes, double width, double ascent, double descent) {

    static final FormulaBox EMPTY = new FormulaBox(List.of(), 0, 0, 0);

    double height() {
        return ascent + descent;
    }

    /** Box moved right and down; moves the nodes. */
    FormulaBox moved(double right, double down) {
        for (Node node : nodes) {
            node.setLayoutX(node.getLayoutX() + right);
            node.setLayoutY(node.getLayoutY() + down);
        }
        return new FormulaBox(nodes, width + right, ascent - down, descent + down);
    }

    /** Union of both boxes as they are placed. */
    FormulaBox over(FormulaBox other) {
        List<Node> all = new ArrayList<>(nodes);
        all.addAll(other.nodes);
        return new FormulaBox(
                all, Math.max(width, other.width), Math.max(ascent, other.ascent), Math.max(descent, other.descent));
    }

    /** Union with the other box, which is moved behind this one on the same baseline. */
    FormulaBox then(FormulaBox other) {
        return over(other.moved(width, 0));
    }

    /** Box with the same nodes and another size. */
    FormulaBox sized(double newWidth, double newAscent, double newDescent) {
        return new FormulaBox(nodes, newWidth, newAscent, newDescent);
    }
}
