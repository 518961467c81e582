package org.ganvas.viewmodel.text;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import org.ganvas.message.Message;
import org.ganvas.message.MessageBundles;

/**
 * Every sentence on the screen, by key, so that another language is another set of files: one file a part of the program,
 * in {@code resources/text}. No key stands in two of them. Any thread.
 */
public final class Messages {

    /** The files; the part of the name before the language. */
    static final List<String> PARTS =
            List.of("window", "project", "train", "latent", "chart", "timeline", "explore", "film", "help", "names");

    /** English until a {@link LanguageSetting} is chosen, whatever the system speaks: what a test expects must not depend on it. */
    private static volatile Speech speech = Speech.in(Locale.ENGLISH);

    private Messages() {}

    /** One language: its sentences and how it writes dates and numbers. */
    private record Speech(Locale locale, Map<String, String> sentences) {
        private static Speech in(Locale language) {
            return new Speech(language, read(language));
        }
    }

    /** Speaks another language from now on; what was asked for before stays as it was said. */
    public static void speak(Locale language) {
        speech = Speech.in(language);
    }

    /** The language spoken now, for dates and numbers. */
    public static Locale locale() {
        return speech.locale();
    }

    static Map<String, String> read(Locale language) {
        Map<String, String> all = new HashMap<>();
        for (String part : PARTS) {
            all.putAll(read(part, language));
        }
        return Map.copyOf(all);
    }

    /** The sentences of one part; English ones where the language lacks some. */
    static Map<String, String> read(String part, Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "text/" + part,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> sentences = new HashMap<>();
        bundle.keySet().forEach(key -> sentences.put(key, bundle.getString(key)));
        return sentences;
    }

    /**
     * A sentence with its arguments filled in. Numbers are formatted before they come here, so that a count never gets
     * the wrong separators.
     *
     * @throws MissingResourceException if no file has the key
     */
    public static String text(String key, Object... arguments) {
        String pattern = speech.sentences().get(key);
        if (pattern == null) {
            throw new MissingResourceException("There is no sentence " + key, Messages.class.getName(), key);
        }
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /** A message of the layers below, in the language of the window. */
    public static String text(Message message) {
        String text = MessageBundles.text(message, locale());
        // What came as English text without a key is recognised by its pattern.
        return text.equals(message.english()) ? MessageTranslator.here(text) : text;
    }

    /** A sentence that has an English form where it comes from: that one, unless this language has its own. */
    public static String textOr(String key, String english) {
        return speech.sentences().getOrDefault(key, english);
    }

    /** The keys of everything that can be said. */
    public static Set<String> keys() {
        return speech.sentences().keySet();
    }

    /** Whether there is such a sentence: not every hover has a formula. */
    public static boolean has(String key) {
        return speech.sentences().containsKey(key);
    }
}
