package org.ganvas.message;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Patterns of texts with arguments, as {@link MessageFormat} has them, and with singular and plural: {@code {0}
 * [0:image|images]} takes the first form where argument 0 is 1. Unlike those of {@link java.text.ChoiceFormat} the forms
 * also work for numbers that are formatted already. Any thread.
 */
public final class MessagePattern {

    private static final Pattern FORMS = Pattern.compile("\\[(\\d):([^|\\]]*)\\|([^|\\]]*)]");

    private MessagePattern() {}

    /** A text with its arguments filled in, numbers without the separators of a locale. */
    public static String fill(String pattern, Object... arguments) {
        String chosen = FORMS.matcher(pattern)
                .replaceAll(forms -> Matcher.quoteReplacement(
                        isOne(arguments[Integer.parseInt(forms.group(1))]) ? forms.group(2) : forms.group(3)));
        return new MessageFormat(chosen, Locale.ROOT).format(arguments);
    }

    private static boolean isOne(Object argument) {
        return String.valueOf(argument).equals("1");
    }
}
