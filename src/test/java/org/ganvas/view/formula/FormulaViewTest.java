package org.ganvas.view.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import org.ganvas.viewmodel.text.Glossary;
import org.ganvas.viewmodel.text.Messages;
import org.junit.jupiter.api.Test;

/** Needs the fonts of the toolkit, but no window. */
final class FormulaViewTest {

    private static final FormulaRenderer PEN = new FormulaRenderer(20);

    private static Text text(FormulaBox box, String letters) {
        return box.nodes().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> text.getText().equals(letters))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + letters));
    }

    private static String letters(List<Node> nodes) {
        return nodes.stream()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining());
    }

    @Test
    void aLineThatBeginsWithAFractionBreaksToo() {
        String line = "{1}/{n} ‖x − G(E(x))‖²  +  {κ}/{m} ‖f(x) − f(G(E(x)))‖²";
        double whole = new FormulaView(line, 20, 10_000).getPrefWidth();
        FormulaView broken = new FormulaView(line, 20, 0.7 * whole);
        assertTrue(broken.getPrefWidth() <= 0.7 * whole, broken.getPrefWidth() + " of " + whole);
    }

    @Test
    void aFractionHasItsPartsAboveAndBelowABar() {
        FormulaBox box = FormulaTypesetter.typeset("{a}/{b + 1}", PEN);
        Line bar = (Line)
                box.nodes().stream().filter(Line.class::isInstance).findFirst().orElseThrow();
        assertTrue(text(box, "a").getLayoutY() < bar.getStartY() + bar.getLayoutY());
        assertTrue(text(box, "b").getLayoutY() > bar.getStartY() + bar.getLayoutY() + 5);
        assertTrue(bar.getEndX() - bar.getStartX()
                >= text(box, "b").getLayoutBounds().getWidth());
        assertEquals("ab+1", letters(box.nodes()));
    }

    @Test
    void scriptsAreSmallerAndRaisedOrLowered() {
        FormulaBox box = FormulaTypesetter.typeset("x_i^2", PEN);
        assertTrue(text(box, "i").getLayoutY() > 0);
        assertTrue(text(box, "2").getLayoutY() < -5);
        assertTrue(text(box, "i").getFont().getSize() < 20);
        assertEquals(0, text(box, "x").getLayoutY());
    }

    @Test
    void aRootCoversItsRadicand() {
        FormulaBox box = FormulaTypesetter.typeset("√{v} + ε", PEN);
        Polyline sign = (Polyline) box.nodes().stream()
                .filter(Polyline.class::isInstance)
                .findFirst()
                .orElseThrow();
        double end = sign.getPoints().get(sign.getPoints().size() - 2) + sign.getLayoutX();
        assertTrue(end > text(box, "v").getLayoutX());
        assertTrue(end < text(box, "ε").getLayoutX());
    }

    @Test
    void limitsAreBelowLargeOperators() {
        FormulaBox box = FormulaTypesetter.typeset("Σ_{i=1}^{n} x", PEN);
        assertTrue(text(box, "i").getLayoutX() < text(box, "x").getLayoutX());
        assertTrue(text(box, "i").getLayoutY() > 5);
        assertTrue(text(box, "n").getLayoutY() < -10);
    }

    @Test
    void functionsStandUprightAndVariablesSlant() {
        FormulaBox box = FormulaTypesetter.typeset("ln x", PEN);
        assertEquals(0, text(box, "ln").getTransforms().size());
        assertEquals(1, text(box, "x").getTransforms().size());
    }

    @Test
    void unknownInputIsSetLiterally() {
        for (String line : List.of("{a", "a^", "_", "√", ")", "((((((((((((((((x))))))))))))))))", "{a}/", "")) {
            FormulaBox box = FormulaTypesetter.typeset(line, PEN);
            assertTrue(box.width() >= 0, line);
        }
        assertEquals("E[ln", letters(FormulaTypesetter.typeset("E[ln", PEN).nodes()));
    }

    @Test
    void aWideLineIsBroken() {
        String wide = "L_D = E[−ln D(x)] + E[−ln(1 − D(G(z)))]";
        FormulaView whole = new FormulaView(wide, 20, 2000);
        FormulaView broken = new FormulaView(wide, 20, 300);
        assertTrue(whole.getPrefWidth() > 300);
        assertTrue(broken.getPrefWidth() <= 300, "is " + broken.getPrefWidth());
        assertTrue(broken.getPrefHeight() > 1.7 * whole.getPrefHeight());
        assertEquals(letters(whole.getChildren()), letters(broken.getChildren()));
    }

    @Test
    void everyFormulaOfTheProgramFitsATooltip() {
        for (Glossary.Entry entry : new Glossary().entries()) {
            if (!entry.formula().isEmpty()) {
                FormulaView formula = new FormulaView(entry.formula(), 14, 312);
                assertTrue(formula.getPrefWidth() <= 330, entry.key() + " is " + formula.getPrefWidth() + " wide");
            }
        }
        assertTrue(Messages.has("help.term.gan.formula"));
    }
}
