package org.ganvas.view.formula;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Shear;

/**
 * Renderer of the parts of formulas in one text size. FX thread.
 *
 * @param size of the text, in pixels
 */
record FormulaRenderer(double size) {

    private static final String FAMILY = "Ganvas Inter Medium";
    private static final double SMALLER = 0.74;
    private static final double SMALLEST = 8.5;
    private static final double SLANT = -0.2;

    FormulaRenderer smaller() {
        return new FormulaRenderer(Math.max(SMALLEST, size * SMALLER));
    }

    /** Height of minus signs and fraction bars above the baseline. */
    private double axis() {
        return size * 0.27;
    }

    private double stroke() {
        return Math.max(1, size / 14);
    }

    /** Text; a variable is slanted. */
    FormulaBox text(String letters, boolean variable) {
        Text text = new Text(letters);
        text.setFont(Font.font(FAMILY, size));
        text.setTextOrigin(VPos.BASELINE);
        text.getStyleClass().add("formula-ink");
        Bounds bounds = text.getLayoutBounds();
        if (variable) {
            text.getTransforms().add(new Shear(SLANT, 0));
        }
        return new FormulaBox(List.of(text), bounds.getWidth(), -bounds.getMinY() * 0.82, bounds.getMaxY() * 0.85);
    }

    FormulaBox space(double share) {
        return FormulaBox.EMPTY.sized(size * share, 0, 0);
    }

    FormulaBox fraction(FormulaBox above, FormulaBox below) {
        double width = Math.max(above.width(), below.width()) + size * 0.3;
        double gap = size * 0.16;
        double line = -axis();
        FormulaBox top = above.moved((width - above.width()) / 2, line - gap - above.descent());
        FormulaBox bottom = below.moved((width - below.width()) / 2, line + gap + below.ascent());
        FormulaBox bar = new FormulaBox(List.of(line(0, line, width, line)), width, -line, line);
        return top.over(bottom).over(bar).sized(width + size * 0.12, top.ascent(), bottom.descent());
    }

    FormulaBox root(FormulaBox inside) {
        double top = inside.ascent() + size * 0.12;
        double bottom = inside.descent();
        double left = size * 0.55;
        Polyline sign = new Polyline(
                0,
                -size * 0.28,
                size * 0.14,
                -size * 0.34,
                size * 0.32,
                bottom,
                left,
                -top,
                left + inside.width() + 2,
                -top);
        applyStroke(sign);
        sign.setFill(null);
        FormulaBox all = new FormulaBox(List.of(sign), 0, top, bottom).over(inside.moved(left + 1, 0));
        return all.sized(left + inside.width() + 3, top + stroke(), bottom);
    }

    /** Superscript and subscript behind a base; either may be empty. */
    FormulaBox scripts(FormulaBox base, FormulaBox raised, FormulaBox lowered) {
        FormulaBox superscript =
                raised.moved(base.width() + 1, -Math.max(size * 0.36, base.ascent() - raised.ascent() * 0.6));
        FormulaBox subscript = lowered.moved(base.width() + 1, Math.max(size * 0.2, base.descent() * 0.6));
        return base.over(superscript)
                .over(subscript)
                .sized(Math.max(superscript.width(), subscript.width()) + 1, superscript.ascent(), subscript.descent());
    }

    /** Limits above and below a large operator. */
    FormulaBox limits(FormulaBox sign, FormulaBox above, FormulaBox below) {
        double width = Math.max(sign.width(), Math.max(above.width(), below.width()));
        FormulaBox middle = sign.moved((width - sign.width()) / 2, 0);
        FormulaBox top = above.moved((width - above.width()) / 2, -sign.ascent() - above.descent());
        FormulaBox bottom = below.moved((width - below.width()) / 2, sign.descent() + below.ascent());
        return middle.over(top).over(bottom).sized(width, Math.max(sign.ascent(), top.ascent()), bottom.descent());
    }

    /** A bar, a hat or a tilde over a base. */
    FormulaBox accent(FormulaBox base, char mark) {
        double y = -base.ascent() - size * 0.02;
        double from = base.width() * 0.18;
        double to = base.width() * 1.02;
        Node drawn = switch (mark) {
            case FormulaMarkup.HAT -> polyline(from, y, (from + to) / 2, y - size * 0.16, to, y);
            case FormulaMarkup.TILDE ->
                polyline(
                        from,
                        y,
                        from + (to - from) * 0.3,
                        y - size * 0.12,
                        from + (to - from) * 0.7,
                        y,
                        to,
                        y - size * 0.12);
            default -> line(from, y, to, y);
        };
        return base.over(new FormulaBox(List.of(drawn), 0, -y + size * 0.2, 0));
    }

    private Line line(double fromX, double fromY, double toX, double toY) {
        Line line = new Line(fromX, fromY, toX, toY);
        applyStroke(line);
        return line;
    }

    private Polyline polyline(double... points) {
        Polyline line = new Polyline(points);
        applyStroke(line);
        line.setFill(null);
        return line;
    }

    private void applyStroke(Shape shape) {
        shape.setStrokeWidth(stroke());
        shape.getStyleClass().add("formula-line");
    }
}
