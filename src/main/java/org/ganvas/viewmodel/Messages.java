package org.ganvas.viewmodel;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Every sentence on the screen, by key, so that another language is another set of files: one file a part of the program,
 * in {@code resources/text}. No key stands in two of them. Any thread.
 */
public final class Messages {

    /** The files; the part of the name before the language. */
    static final List<String> PARTS =
            List.of("shell", "timeline", "charts", "doctor", "inside", "explore", "film", "settings", "help", "zoo");

    private static volatile Map<String, String> sentences = read(Locale.getDefault());

    private Messages() {}

    /** Speaks another language from now on; what was asked for before stays as it was said. */
    public static void speak(Locale language) {
        sentences = read(language);
    }

    private static Map<String, String> read(Locale language) {
        Map<String, String> all = new HashMap<>();
        for (String part : PARTS) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "text/" + part,
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            bundle.keySet().forEach(key -> all.put(key, bundle.getString(key)));
        }
        return Map.copyOf(all);
    }

    /**
     * A sentence with its arguments filled in. Numbers are formatted before they come here, so that a count never gets
     * the wrong separators.
     *
     * @throws MissingResourceException if no file has the key
     */
    public static String text(String key, Object... arguments) {
        String pattern = sentences.get(key);
        if (pattern == null) {
            throw new MissingResourceException("There is no sentence " + key, Messages.class.getName(), key);
        }
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /** Whether there is such a sentence: not every hover has a formula. */
    public static boolean has(String key) {
        return sentences.containsKey(key);
    }
}
