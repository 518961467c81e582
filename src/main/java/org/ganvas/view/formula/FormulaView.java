package org.ganvas.view.formula;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;

/**
 * Formula of one or more lines in mathematical typesetting. A line that is too wide is broken and indented. The
 * accessible text is the source line. FX thread.
 */
public final class FormulaView extends Pane {

    private static final double LINE_GAP = 7;
    private static final double INDENT = 18;

    /**
     * @param text the lines
     * @param size of the text, in pixels
     * @param available width in layout units
     */
    public FormulaView(String text, double size, double available) {
        getStyleClass().add("formula");
        setAccessibleText(text);
        FormulaRenderer renderer = new FormulaRenderer(size);
        double y = 0;
        double width = 0;
        for (String line : text.split("\n")) {
            for (FormulaBox box : lines(line, renderer, available)) {
                FormulaBox placed = box.moved(0, y + box.ascent());
                getChildren().addAll(placed.nodes());
                y += box.height() + LINE_GAP;
                width = Math.max(width, placed.width());
            }
        }
        setMinSize(width, y - LINE_GAP + 2);
        setPrefSize(width, y - LINE_GAP + 2);
        setMaxSize(width, y - LINE_GAP + 2);
    }

    private static List<FormulaBox> lines(String line, FormulaRenderer renderer, double available) {
        List<FormulaBox> lines = new ArrayList<>();
        String rest = line;
        double indent = 0;
        while (true) {
            FormulaBox whole = FormulaTypesetter.typeset(rest, renderer).moved(indent, 0);
            int cut = whole.width() > available ? lastBreak(rest, renderer, available - indent) : -1;
            if (cut < 0) {
                lines.add(whole);
                return lines;
            }
            lines.add(
                    FormulaTypesetter.typeset(rest.substring(0, cut), renderer).moved(indent, 0));
            rest = rest.substring(cut).strip();
            indent = INDENT;
        }
    }

    /** Index of the last +, − or = outside of brackets up to which the line fits; −1 if there is none. */
    private static int lastBreak(String line, FormulaRenderer renderer, double available) {
        int best = -1;
        int depth = 0;
        for (int i = 0; i < line.length() - 2; i++) {
            char character = line.charAt(i);
            depth += "([{".indexOf(character) >= 0 ? 1 : ")]}".indexOf(character) >= 0 ? -1 : 0;
            boolean breaks = i > 3 && depth == 0 && line.charAt(i - 1) == ' ' && "+−=".indexOf(character) >= 0;
            if (breaks
                    && FormulaTypesetter.typeset(line.substring(0, i), renderer).width() <= available) {
                best = i;
            }
        }
        return best;
    }
}
