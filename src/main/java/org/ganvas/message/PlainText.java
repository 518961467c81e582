package org.ganvas.message;

/**
 * Text from outside without what would command a terminal or deceive a reader: names in files may hold escape codes, line
 * breaks, or marks that turn the direction of writing. Pure functions.
 */
final class PlainText {

    /** Shown in place of a character that is not shown. */
    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    /**
     * The text with such characters replaced.
     *
     * @param severalLines whether line breaks stay
     */
    static String of(String text, boolean severalLines) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            plain.append(isHarmless(character) || severalLines && character == '\n' ? character : REPLACEMENT);
        }
        return plain.toString();
    }

    private static boolean isHarmless(char character) {
        boolean turnsDirection =
                character >= '\u202A' && character <= '\u202E' || character >= '\u2066' && character <= '\u2069';
        boolean breaksLine = character == '\u2028' || character == '\u2029';
        return !Character.isISOControl(character) && !turnsDirection && !breaksLine;
    }
}
