package org.ganvas.viewmodel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every sentence on the screen, by key, so that another language is another file. Any thread. */
public final class Messages {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages", Locale.getDefault());

    private Messages() {}

    /**
     * A sentence with its arguments filled in. Numbers are formatted before they come here, so that a count never gets
     * the wrong separators.
     */
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /** Whether there is such a sentence: not every hover has a formula. */
    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }
}
