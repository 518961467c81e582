package org.ganvas.view.formula;

import java.util.Set;

/** Character classes of the formula syntax. Pure, any thread. */
final class FormulaMarkup {

    static final char BAR = '\u0304';
    static final char HAT = '\u0302';
    static final char TILDE = '\u0303';

    /** Operators whose scripts are limits above and below. */
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

    /** Whether a character is a relation or an operator with space on both sides. */
    static boolean isRelation(char character) {
        return OPERATORS.indexOf(character) >= 0;
    }

    static boolean isSign(char character) {
        return SIGNS.indexOf(character) >= 0;
    }

    /** Whether a word is a variable of one letter, set in italics; functions and longer names are upright. */
    static boolean isVariable(String word) {
        return word.codePointCount(0, word.length()) == 1
                && Character.isLetter(word.codePointAt(0))
                && Character.isLowerCase(word.codePointAt(0));
    }
}
