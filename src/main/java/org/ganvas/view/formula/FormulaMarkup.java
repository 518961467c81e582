package org.ganvas.view.formula;

import java.util.Set;

/** What characters mean in a line that stands for a formula. Pure, any thread. */
final class FormulaMarkup {

    static final char BAR = '\u0304';
    static final char HAT = '\u0302';
    static final char TILDE = '\u0303';

    /** Signs that take what stands above and below them as limits. */
    private static final Set<String> LARGE = Set.of("Σ", "Π", "∫", "max", "min", "sup", "inf");

    private static final String OPERATORS = "=←→≈≤≥<>∈~·×";
    private static final String SIGNS = "+−±-";

    private FormulaMarkup() {}

    static boolean isAccent(char character) {
        return character == BAR || character == HAT || character == TILDE;
    }

    static boolean isLarge(String word) {
        return LARGE.contains(word);
    }

    /** Whether it has room on both sides wherever it stands. */
    static boolean isRelation(char character) {
        return OPERATORS.indexOf(character) >= 0;
    }

    static boolean isSign(char character) {
        return SIGNS.indexOf(character) >= 0;
    }

    /** Whether a word is one variable, which is slanted; functions and names of several letters are upright. */
    static boolean isVariable(String word) {
        return word.codePointCount(0, word.length()) == 1
                && Character.isLetter(word.codePointAt(0))
                && Character.isLowerCase(word.codePointAt(0));
    }
}
