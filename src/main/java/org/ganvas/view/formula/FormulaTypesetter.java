package org.ganvas.view.formula;

/**
 * Reads one line and sets it: {@code a_i}, {@code x^2}, {@code x^{n+1}}, {@code {a}/{b}}, {@code √{x}}, and a bar, hat or
 * tilde as a combining character behind its letter. Braces group and are not drawn. What is not understood is drawn as it
 * is written: a formula never fails. FX thread.
 */
final class FormulaTypesetter {

    private static final int DEEPEST = 12;

    private final String line;
    private int at;
    private int depth;

    private FormulaTypesetter(String line) {
        this.line = line;
    }

    static FormulaBox set(String line, FormulaRenderer pen) {
        return new FormulaTypesetter(line).sequence(pen, '\0');
    }

    private FormulaBox sequence(FormulaRenderer pen, char end) {
        FormulaBox whole = FormulaBox.EMPTY;
        depth++;
        while (at < line.length() && (line.charAt(at) != end || end == '\0')) {
            whole = whole.then(part(pen));
        }
        depth--;
        if (at < line.length()) {
            at++;
        }
        return whole;
    }

    private boolean has(char character) {
        return at < line.length() && line.charAt(at) == character;
    }

    /** An atom with everything that hangs on it. */
    private FormulaBox part(FormulaRenderer pen) {
        if (has(' ')) {
            at++;
            return pen.space(0.26);
        }
        int start = at;
        FormulaBox base = atom(pen);
        String word = line.substring(start, at);
        while (at < line.length() && FormulaMarkup.isAccent(line.charAt(at))) {
            base = pen.accent(base, line.charAt(at++));
        }
        if (word.startsWith("{") && has('/') && at + 1 < line.length() && line.charAt(at + 1) == '{') {
            at++;
            return pen.fraction(base, atom(pen));
        }
        return has('_') || has('^') ? scripted(base, word, pen) : base;
    }

    private FormulaBox scripted(FormulaBox base, String word, FormulaRenderer pen) {
        FormulaBox lowered = FormulaBox.EMPTY;
        FormulaBox raised = FormulaBox.EMPTY;
        while ((has('_') || has('^')) && at + 1 < line.length()) {
            boolean low = line.charAt(at++) == '_';
            FormulaBox script = script(pen.smaller());
            lowered = low ? script : lowered;
            raised = low ? raised : script;
        }
        return FormulaMarkup.isLarge(word) ? pen.limits(base, raised, lowered) : pen.scripts(base, raised, lowered);
    }

    /** A group, or a sign with what it belongs to. */
    private FormulaBox script(FormulaRenderer pen) {
        FormulaBox sign = FormulaBox.EMPTY;
        if (FormulaMarkup.isSign(line.charAt(at))) {
            sign = pen.text(String.valueOf(line.charAt(at++)), false);
        }
        return at < line.length() ? sign.then(atom(pen)) : sign;
    }

    private FormulaBox atom(FormulaRenderer pen) {
        char first = line.charAt(at);
        if (depth < DEEPEST && first == '{') {
            at++;
            return sequence(pen, '}');
        }
        if (depth < DEEPEST && first == '(') {
            at++;
            return pen.text("(", false).then(sequence(pen, ')')).then(pen.text(")", false));
        }
        if (first == '√' && at + 1 < line.length()) {
            at++;
            return pen.root(atom(pen));
        }
        if (FormulaMarkup.isRelation(first)) {
            at++;
            return pen.text(String.valueOf(first), false);
        }
        String word = word();
        return pen.text(word, FormulaMarkup.isVariable(word));
    }

    /** Letters and digits that stand together, or one character of another kind. */
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
