package org.ganvas.view.formula;

/**
 * Recursive-descent parser and typesetter of one line: {@code a_i}, {@code x^2}, {@code x^{n+1}}, {@code {a}/{b}},
 * {@code √{x}}, and a bar, hat or tilde as a combining character behind its letter. Braces group and are not drawn.
 * Unknown input is set literally, so no formula fails. FX thread.
 */
final class FormulaTypesetter {

    private static final int MAX_DEPTH = 12;

    private final String line;
    private int at;
    private int depth;

    private FormulaTypesetter(String line) {
        this.line = line;
    }

    static FormulaBox typeset(String line, FormulaRenderer renderer) {
        return new FormulaTypesetter(line).sequence(renderer, '\0');
    }

    private FormulaBox sequence(FormulaRenderer renderer, char end) {
        FormulaBox whole = FormulaBox.EMPTY;
        depth++;
        while (at < line.length() && (line.charAt(at) != end || end == '\0')) {
            whole = whole.then(part(renderer));
        }
        depth--;
        if (at < line.length()) {
            at++;
        }
        return whole;
    }

    private boolean isAt(char character) {
        return at < line.length() && line.charAt(at) == character;
    }

    /** Atom with its accents, scripts or denominator. */
    private FormulaBox part(FormulaRenderer renderer) {
        if (isAt(' ')) {
            at++;
            return renderer.space(0.26);
        }
        int start = at;
        FormulaBox base = atom(renderer);
        String word = line.substring(start, at);
        while (at < line.length() && FormulaMarkup.isAccent(line.charAt(at))) {
            base = renderer.accent(base, line.charAt(at++));
        }
        if (word.startsWith("{") && isAt('/') && at + 1 < line.length() && line.charAt(at + 1) == '{') {
            at++;
            return renderer.fraction(base, atom(renderer));
        }
        return isAt('_') || isAt('^') ? scripted(base, word, renderer) : base;
    }

    private FormulaBox scripted(FormulaBox base, String word, FormulaRenderer renderer) {
        FormulaBox lowered = FormulaBox.EMPTY;
        FormulaBox raised = FormulaBox.EMPTY;
        while ((isAt('_') || isAt('^')) && at + 1 < line.length()) {
            boolean low = line.charAt(at++) == '_';
            FormulaBox script = script(renderer.smaller());
            lowered = low ? script : lowered;
            raised = low ? raised : script;
        }
        return FormulaMarkup.isLarge(word)
                ? renderer.limits(base, raised, lowered)
                : renderer.scripts(base, raised, lowered);
    }

    /** Script: an atom with an optional sign. */
    private FormulaBox script(FormulaRenderer renderer) {
        FormulaBox sign = FormulaBox.EMPTY;
        if (FormulaMarkup.isSign(line.charAt(at))) {
            sign = renderer.text(String.valueOf(line.charAt(at++)), false);
        }
        return at < line.length() ? sign.then(atom(renderer)) : sign;
    }

    private FormulaBox atom(FormulaRenderer renderer) {
        char first = line.charAt(at);
        if (depth < MAX_DEPTH && first == '{') {
            at++;
            return sequence(renderer, '}');
        }
        if (depth < MAX_DEPTH && first == '(') {
            at++;
            return renderer.text("(", false).then(sequence(renderer, ')')).then(renderer.text(")", false));
        }
        if (first == '√' && at + 1 < line.length()) {
            at++;
            return renderer.root(atom(renderer));
        }
        if (FormulaMarkup.isRelation(first)) {
            at++;
            return renderer.text(String.valueOf(first), false);
        }
        String word = word();
        return renderer.text(word, FormulaMarkup.isVariable(word));
    }

    /** Run of letters or of digits, or one other character. */
    private String word() {
        int start = at;
        boolean letters = Character.isLetter(line.charAt(at));
        at++;
        while (at < line.length() && joins(line.charAt(at), letters)) {
            at++;
        }
        return line.substring(start, at);
    }

    private static boolean joins(char next, boolean letters) {
        return letters ? Character.isLetter(next) : Character.isDigit(next) || next == '.';
    }
}
