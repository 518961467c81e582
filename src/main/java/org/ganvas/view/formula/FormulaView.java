package org.ganvas.view.formula;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;

/**
 * A formula of one or more lines, set as in a paper. A line that is too wide goes on below, indented. Screen readers get
 * the line as it is written. FX thread.
 */
public final class FormulaView extends Pane {

    private static final double LINE_GAP = 7;
    private static final double INDENT = 18;

    /**
     * @param text the lines
     * @param size of the text, in pixels
     * @param room width there is
     */
    public FormulaView(String text, double size, double room) {
        getStyleClass().add("formula");
        setAccessibleText(text);
        FormulaRenderer pen = new FormulaRenderer(size);
        double y = 0;
        double width = 0;
        for (String line : text.split("\n")) {
            for (FormulaBox box : lines(line, pen, room)) {
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

    private static List<FormulaBox> lines(String line, FormulaRenderer pen, double room) {
        List<FormulaBox> lines = new ArrayList<>();
        String rest = line;
        double indent = 0;
        while (true) {
            FormulaBox whole = FormulaTypesetter.set(rest, pen).moved(indent, 0);
            int cut = whole.width() > room ? lastBreak(rest, pen, room - indent) : -1;
            if (cut < 0) {
                lines.add(whole);
                return lines;
            }
            lines.add(FormulaTypesetter.set(rest.substring(0, cut), pen).moved(indent, 0));
            rest = rest.substring(cut).strip();
            indent = INDENT;
        }
    }

    /** The last sum, difference or equation outside of brackets before which everything fits; −1 if there is none. */
    private static int lastBreak(String line, FormulaRenderer pen, double room) {
        int best = -1;
        int depth = 0;
        for (int i = 1; i < line.length() - 2; i++) {
            char character = line.charAt(i);
            depth += "([{".indexOf(character) >= 0 ? 1 : ")]}".indexOf(character) >= 0 ? -1 : 0;
            boolean breaks = depth == 0 && line.charAt(i - 1) == ' ' && "+−=".indexOf(character) >= 0;
            if (breaks
                    && i > 3
                    && FormulaTypesetter.set(line.substring(0, i), pen).width() <= room) {
                best = i;
            }
        }
        return best;
    }
}
